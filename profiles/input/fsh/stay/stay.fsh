// Source: v3-ActCode, encounter classes: a night is SS, a talk AMB, a home visit HH, telephone and video VR.
ValueSet: PsychAcuteStayClasses
Id: psychacute-stay-class
Title: "Kontaktens form"
Description: "Overnight, attendance, home visit, or by telephone or video."
* insert AlsoIn([[Form of the contact]], [[Overnatning, fremmøde, hjemmebesøg, telefon eller video.]])
* ^experimental = false
* $act-code#SS
* $act-code#AMB
* $act-code#HH
* $act-code#VR

Invariant: psychacute-stay-1
Description: "A stay that is over has an end"
Severity: #error
Expression: "status = 'finished' implies period.end.exists()"
* insert Because([[Et ophold, der er slut, har et sluttidspunkt]], [[R4 Encounter.status: a night is over when its end is known.]])

Invariant: psychacute-stay-2
Description: "A night is an encounter of its own: it ends on the same day or the next"
Severity: #error
Expression: "class.code = 'SS' and period.end.exists() implies period.end.toString().substring(0, 10).toDate() <= period.start.toString().substring(0, 10).toDate() + 1 day"
* insert Because([[En nat er en kontakt for sig: den slutter samme dag eller dagen efter]], [[Bill L130 (January 2025), serviceloven § 82 c, stk. 3: at most 3 consecutive nights, assessed again after each. The number of nights is dated configuration; that each is assessed needs one contact a night.]])

Invariant: psychacute-stay-3
Description: "A later night follows another one; it is not a contact of another form"
Severity: #error
Expression: "partOf.exists() implies class.code = 'SS'"
* insert Because([[Kun en nat følger efter en anden nat]], [[Decision of this guide: nights in a row are counted by partOf the first night.]])

Profile: PsychAcuteStay
Parent: Encounter
Id: psychacute-stay
Title: "Ophold eller kontakt i et tilbud"
Description: "One night or one contact in an offer. Each night is an encounter of its own, the second and later ones partOf the first, so that nights in a row can be counted; each morning has a new judgement of urgency. A person who walks in has no referral."
* insert AlsoIn([[Stay or contact in an offer]], [[Én nat eller én kontakt i et tilbud. Hver nat er en kontakt for sig, den anden og senere partOf den første, så nætter i træk kan tælles; hver morgen har en ny vurdering af hastegraden. Den, der kommer af sig selv, har ingen henvisning.]])
* insert Impose(dk-core-encounter)
* obeys psychacute-stay-1 and psychacute-stay-2 and psychacute-stay-3
* status MS
* class from PsychAcuteStayClasses (required)
* type MS
* subject MS
* subject only Reference(PsychAcutePatient)
* basedOn MS
* basedOn only Reference(PsychAcuteReferral)
* period 1..1 MS
* period.start 1..1
* serviceProvider 1..1 MS
* serviceProvider only Reference(PsychAcuteOrganization)
* partOf only Reference(PsychAcuteStay)

Invariant: psychacute-notice-1
Description: "A message that was sent has a time"
Severity: #error
Expression: "status = 'completed' implies sent.exists()"
* insert Because([[En sendt besked har et tidspunkt]], [[R4 Communication.sent.]])

Invariant: psychacute-notice-2
Description: "A message about a person rests on a consent, or on another ground that it names"
Severity: #error
Expression: "about.exists() or extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-legal-basis').exists()"
* insert Because([[En besked om en person hviler på et samtykke eller et andet grundlag, som nævnes]], [[S1:5630-5650: messages to contact persons and municipalities. S4:11899-11901: sharing starts from the person's wishes.]])

Profile: PsychAcuteNotice
Parent: Communication
Id: psychacute-notice
Title: "Besked om forløbet"
Description: "A message about the course to somebody outside the offer, such as the person's own doctor, with the consent it rests on in about."
* insert AlsoIn([[Message about the course]], [[En besked om forløbet til nogen uden for tilbuddet, som personens egen læge, med det samtykke, den hviler på, i about.]])
* obeys psychacute-notice-1 and psychacute-notice-2
* extension contains PsychAcuteLegalBasisExtension named legalBasis 0..1 MS
* status MS
* basedOn MS
* basedOn only Reference(PsychAcuteReferral)
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* about MS
* about ^short = "The consent, and what the message is about"
* sent MS
* recipient 1..* MS
* sender 1..1 MS
* payload 1..* MS
