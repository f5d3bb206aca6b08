// Source: v3-ActCode, encounter classes: a night is SS, a talk AMB, a home visit HH, telephone and video VR.
ValueSet: PsychAcuteStayClasses
Id: psychacute-stay-class
Title: "Kontaktens form"
Description: "Overnight, attendance, home visit, or by telephone or video."
* ^experimental = false
* $act-code#SS
* $act-code#AMB
* $act-code#HH
* $act-code#VR

Invariant: psychacute-stay-1
Description: "A stay that is over has an end"
Severity: #error
Expression: "status = 'finished' implies period.end.exists()"
* insert Because([[Et ophold, der er slut, har et sluttidspunkt]], [[A night is over when its end is known; R4 Encounter.status.]])

Profile: PsychAcuteStay
Parent: Encounter
Id: psychacute-stay
Title: "Ophold eller kontakt i et tilbud"
Description: "One night or one contact in an offer. Each night is an encounter of its own, the second and later ones partOf the first, so that nights in a row can be counted; each morning has a new judgement of urgency. A person who walks in has no referral."
* insert Impose(dk-core-encounter)
* obeys psychacute-stay-1
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

Profile: PsychAcuteNotice
Parent: Communication
Id: psychacute-notice
Title: "Besked om forløbet"
Description: "A message about the course to somebody outside the offer, such as the person's own doctor, with the consent it rests on in about."
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
