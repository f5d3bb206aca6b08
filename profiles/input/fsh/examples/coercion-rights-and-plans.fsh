Instance: eksempel-ophoersplan
InstanceOf: PsychAcuteEndingPlan
Usage: #example
Title: "Plan for ophør"
Description: "How the belt is to be ended."
* status = #active
* intent = #plan
* category = PsychAcutePlanCategory#plan-for-ophoer
* subject = Reference(eksempel-mette)
* created = "2026-05-04T13:40:00+02:00"
* author = Reference(eksempel-overlaege)
* supportingInfo = Reference(eksempel-baelte)
* activity.detail.status = #in-progress
* activity.detail.description = "Remme løsnes, når patienten har været rolig i 20 minutter; bælte af efter samtale"

Instance: eksempel-parter
InstanceOf: PsychAcuteParties
Usage: #example
Title: "Parter i planen"
Description: "Municipality and sister."
* status = #active
* subject = Reference(eksempel-mette)
* participant[0].role.text = "Kommunens kontaktperson"
* participant[0].member = Reference(eksempel-kommune)
* participant[1].role.text = "Pårørende med fuldmagt"
* participant[1].member = Reference(eksempel-soester)

Instance: eksempel-udskrivningsaftale
InstanceOf: PsychAcuteDischargeAgreement
Usage: #example
Title: "Udskrivningsaftale"
Description: "What happens after discharge."
* status = #active
* intent = #plan
* category = PsychAcutePlanCategory#udskrivningsaftale
* title = "Udskrivningsaftale"
* subject = Reference(eksempel-mette)
* encounter = Reference(eksempel-indlaeggelse)
* period.start = "2026-06-01"
* period.end = "2026-12-01"
* created = "2026-05-29T10:00:00+02:00"
* author = Reference(eksempel-overlaege)
* careTeam = Reference(eksempel-parter)
* activity.detail.status = #scheduled
* activity.detail.description = "F-ACT besøger hver uge; kommunen følger op på bolig"
* extension[patientAgreed].valueBoolean = true
* extension[legalBasis].extension[basis].valueCodeableConcept = PsychAcuteLegalBasis#samtykke
* extension[legalBasis].extension[source].valueString = "Journal, 29. maj 2026"

Instance: eksempel-koordinationsplan
InstanceOf: PsychAcuteCoordinationPlan
Usage: #example
Title: "Koordinationsplan"
Description: "What happens after discharge."
* status = #active
* intent = #plan
* category = PsychAcutePlanCategory#koordinationsplan
* title = "Koordinationsplan"
* subject = Reference(eksempel-mette)
* encounter = Reference(eksempel-indlaeggelse)
* period.start = "2026-06-01"
* period.end = "2026-12-01"
* created = "2026-05-29T10:00:00+02:00"
* author = Reference(eksempel-overlaege)
* careTeam = Reference(eksempel-parter)
* activity.detail.status = #scheduled
* activity.detail.description = "F-ACT besøger hver uge; kommunen følger op på bolig"
* extension[patientAgreed].valueBoolean = false
* extension[legalBasis].extension[basis].valueCodeableConcept = PsychAcuteLegalBasis#psykiatriloven-13c
* extension[legalBasis].extension[source].valueString = "Journal, 29. maj 2026"

Instance: eksempel-underretning
InstanceOf: PsychAcuteCoercionNotification
Usage: #example
Title: "Underretning"
Description: "The patient was told, and how to complain."
* status = #completed
* medium[0] = $participation-mode#FACE
* medium[1] = $participation-mode#WRITTEN
* subject = Reference(eksempel-mette)
* about = Reference(eksempel-baelte)
* sent = "2026-05-04T13:04:00+02:00"
* recipient = Reference(eksempel-mette)
* sender = Reference(eksempel-overlaege)
* payload.contentString = "Du bliver fikseret med bælte, fordi du er i fare for at skade andre. Det varer så kort som muligt."
* extension[complaintGuidance].valueBoolean = true

Instance: eksempel-beskikkelse
InstanceOf: PsychAcuteAdviser
Usage: #example
Title: "Patientrådgiver beskikket"
Description: "The adviser and the measure."
* status = #active
* subject = Reference(eksempel-mette)
* encounter = Reference(eksempel-indlaeggelse)
* participant.role = PsychAcuteRole#patientraadgiver
* participant.member = Reference(eksempel-raadgiver)
* participant.period.start = "2026-05-04T12:00:00+02:00"
* extension[measure].valueReference = Reference(eksempel-baelte)

Instance: eksempel-klage
InstanceOf: PsychAcuteComplaint
Usage: #example
Title: "Klage over bæltet"
Description: "The board found the belt unlawful."
* status = #completed
* businessStatus = PsychAcuteComplaintState#tilsidesat
* intent = #order
* code = PsychAcuteComplaintInstance#pkn
* focus = Reference(eksempel-baelte)
* for = Reference(eksempel-mette)
* executionPeriod.start = "2026-05-06T09:00:00+02:00"
* executionPeriod.end = "2026-05-18T14:00:00+02:00"
* authoredOn = "2026-05-06T09:00:00+02:00"
* requester = Reference(eksempel-raadgiver)
* owner = Reference(eksempel-naevn)
* reasonCode = PsychAcuteCoercionMeasure#baelte
* restriction.period.end = "2026-05-20"
* output.type = PsychAcuteComplaintOutput#afgoerelse
* output.valueString = "Fikseringen var ikke lovlig i hele perioden"
* extension[suspensiveEffect].valueBoolean = false

Instance: eksempel-klage-videre
InstanceOf: PsychAcuteComplaint
Usage: #example
Title: "Sagen indbringes for byretten"
Description: "The complaint goes on."
* status = #requested
* businessStatus = PsychAcuteComplaintState#videresendt
* intent = #order
* code = PsychAcuteComplaintInstance#byret
* partOf = Reference(eksempel-klage)
* focus = Reference(eksempel-baelte)
* for = Reference(eksempel-mette)
* authoredOn = "2026-06-01T09:00:00+02:00"
* reasonCode = PsychAcuteCoercionMeasure#baelte
* extension[suspensiveEffect].valueBoolean = false

Instance: eksempel-klage-medicin
InstanceOf: PsychAcuteComplaint
Usage: #example
Title: "Klage over tvangsmedicinering uden opsættende virkning"
Description: "The treatment could not wait."
* status = #in-progress
* businessStatus = PsychAcuteComplaintState#under-behandling
* intent = #order
* code = PsychAcuteComplaintInstance#pkn
* focus = Reference(eksempel-tvangsmedicinering)
* for = Reference(eksempel-mette)
* authoredOn = "2026-05-11T10:00:00+02:00"
* owner = Reference(eksempel-naevn)
* reasonCode = PsychAcuteCoercionMeasure#tvangsmedicinering
* note.text = "Spiser og drikker ikke; øjeblikkelig behandling er nødvendig af hensyn til helbredet"
* extension[suspensiveEffect].valueBoolean = false

Instance: eksempel-eftersamtale
InstanceOf: PsychAcuteAfterTalk
Usage: #example
Title: "Eftersamtale"
Description: "One talk about the belt and the sedation."
* partOf[0] = Reference(eksempel-baelte)
* partOf[1] = Reference(eksempel-beroligende)
* status = #completed
* category = PsychAcuteProcedureCategory#eftersamtale
* subject = Reference(eksempel-mette)
* performedDateTime = "2026-05-06T11:00:00+02:00"
* performer.actor = Reference(eksempel-overlaege)
* note.text = "Ønsker en anden gang at blive tilbudt ro på stuen først"
* extension[offered].valueDateTime = "2026-05-04T18:00:00+02:00"

Instance: eksempel-eftersamtale-afslaaet
InstanceOf: PsychAcuteAfterTalk
Usage: #example
Title: "Eftersamtale ikke ønsket"
Description: "The patient declined."
* partOf = Reference(eksempel-fastholdelse)
* status = #not-done
* statusReason = PsychAcuteAfterTalkReason#patient-declined
* category = PsychAcuteProcedureCategory#eftersamtale
* subject = Reference(eksempel-mette)
* extension[offered].valueDateTime = "2026-05-04T18:00:00+02:00"

Instance: eksempel-forhaandstilkendegivelse
InstanceOf: PsychAcuteAdvancePreference
Usage: #example
Title: "Forhåndstilkendegivelse"
Description: "Rather medicine than a belt."
* status = #active
* scope = $consent-scope#adr
* category = $consent-category#acd
* patient = Reference(eksempel-mette)
* dateTime = "2026-05-04T12:00:00+02:00"
* policyRule = $act-code#OPTIN
* provision.provision[0].type = #permit
* provision.provision[0].code = PsychAcuteCoercionMeasure#akut-beroligende-medicin
* provision.provision[1].type = #deny
* provision.provision[1].code = PsychAcuteCoercionMeasure#baelte

Instance: eksempel-frist
InstanceOf: PsychAcuteClockFinding
Usage: #example
Title: "Vurdering af bælte ikke sket i tide"
Description: "The next review was due half an hour ago."
* status = #preliminary
* code = PsychAcuteClock#fixation-review-next
* severity = #high
* patient = Reference(eksempel-mette)
* identifiedDateTime = "2026-05-05T02:30:00+02:00"
* implicated = Reference(eksempel-baelte)
* detail = "Næste lægelige vurdering skulle være sket kl. 02.30"

Instance: eksempel-frist-afsluttet
InstanceOf: PsychAcuteClockFinding
Usage: #example
Title: "Bælte over 4 timer, set"
Description: "The finding is closed."
* status = #final
* code = PsychAcuteClock#fixation-hours
* severity = #moderate
* patient = Reference(eksempel-mette)
* identifiedDateTime = "2026-05-04T17:05:00+02:00"
* implicated = Reference(eksempel-baelte)
* mitigation.action.text = "Vurderet af overlægen; plan for ophør skrevet"

Instance: givet-plan
InstanceOf: PsychAcuteCoordinationPlan
Usage: #inline
* status = #active
* intent = #plan
* category = PsychAcutePlanCategory#koordinationsplan
* title = "Koordinationsplan"
* subject = Reference(eksempel-mette)
* period.start = "2026-06-01"
* created = "2026-05-29T10:00:00+02:00"
* author.type = "PractitionerRole"
* author.identifier.system = $pseudonym
* author.identifier.value = "eksempel-overlaege-9c1e"
* author.display = "Overlæge"
* activity.detail.status = #scheduled
* activity.detail.description = "Kommunen følger op på bolig"
* extension[patientAgreed].valueBoolean = false

Instance: eksempel-givet-plan
InstanceOf: PsychAcutePlanHandover
Usage: #example
Title: "Koordinationsplan givet til kommunen"
Description: "The plan as it was that day, under section 13 c; who wrote it is a pseudonym."
* contained = givet-plan
* identifier.system = "https://fhirpsychacute.dk/sid/plan-handover"
* identifier.value = "eksempel-koordinationsplan-1-Organization-eksempelby"
* status = #completed
* subject = Reference(eksempel-mette)
* about = Reference(eksempel-koordinationsplan)
* sent = "2026-05-29T10:05:00+02:00"
* recipient = Reference(eksempel-kommune)
* sender = Reference(eksempel-afsnit)
* payload.contentReference = Reference(givet-plan)
* extension[legalBasis].extension[basis].valueCodeableConcept = PsychAcuteLegalBasis#psykiatriloven-13c
* extension[legalBasis].extension[source].valueString = "Kommunen skal følge op på boligen"
