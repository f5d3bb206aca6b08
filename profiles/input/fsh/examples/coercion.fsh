Instance: eksempel-baelte
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Bælte i 3 timer og 10 minutter"
Description: "An episode of belt because of danger."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* code = PsychAcuteCoercionMeasure#baelte
* subject = Reference(eksempel-mette)
* performedPeriod.start = "2026-05-04T13:05:00+02:00"
* performedPeriod.end = "2026-05-04T16:15:00+02:00"
* identifier.system = "https://fhirpsychacute.dk/sid/tvangsprotokol"
* identifier.value = "eksempel-2026-0417"
* performer[0].function = PsychAcuteCoercionFunction#decided
* performer[0].actor = Reference(eksempel-overlaege)
* performer[1].function = PsychAcuteCoercionFunction#fixed-guard
* performer[1].actor = Reference(eksempel-vagt)
* location = Reference(eksempel-stue)
* encounter = Reference(eksempel-indlaeggelse)
* reasonCode = PsychAcuteCoercionReason#farlighed
* usedCode = PsychAcuteRestraintDevice#baelte
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#14-16
* extension[protocolForm].valueCodeableConcept = PsychAcuteProtocolForm#skema-3
* extension[preferenceConsidered].valueBoolean = true
* extension[lessIntrusiveTried].valueCodeableConcept = PsychAcuteLessIntrusive#samtale
* extension[admissionStatus].valueCodeableConcept = PsychAcuteAdmissionStatus#frihedsberoevet

Instance: eksempel-remme
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Remme i 40 minutter"
Description: "Straps, part of the episode of belt."
* status = #completed
* partOf = Reference(eksempel-baelte)
* category = PsychAcuteProcedureCategory#tvang
* code = PsychAcuteCoercionMeasure#remme
* subject = Reference(eksempel-mette)
* performedPeriod.start = "2026-05-04T13:05:00+02:00"
* performedPeriod.end = "2026-05-04T13:45:00+02:00"
* reasonCode = PsychAcuteCoercionReason#farlighed
* usedCode = PsychAcuteRestraintDevice#remme
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#14-16

Instance: eksempel-fastholdelse
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Fastholdelse i 1 minut og 40 sekunder"
Description: "A holding below two minutes: the seconds matter."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* code = PsychAcuteCoercionMeasure#fastholdelse
* subject = Reference(eksempel-mette)
* performedPeriod.start = "2026-05-04T13:00:10+02:00"
* performedPeriod.end = "2026-05-04T13:01:50+02:00"
* reasonCode = PsychAcuteCoercionReason#farlighed
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#17-1

Instance: eksempel-beroligende
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Akut beroligende medicin"
Description: "A single dose; the drug stands in a MedicationAdministration that is partOf this episode."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* code = PsychAcuteCoercionMeasure#akut-beroligende-medicin
* subject = Reference(eksempel-mette)
* performedDateTime = "2026-05-04T13:03:00+02:00"
* performer.function = PsychAcuteCoercionFunction#decided
* performer.actor = Reference(eksempel-overlaege)
* reasonCode = PsychAcuteCoercionReason#urolig
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#17-2
* extension[lessIntrusiveTried].valueCodeableConcept = PsychAcuteLessIntrusive#frivillig-medicin

Instance: eksempel-tvangsmedicinering
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Tvangsmedicinering"
Description: "After three days of reflection."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#tvangsmedicinering
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#12-2
* reasonCode = PsychAcuteCoercionReason#helbred
* performer.function = PsychAcuteCoercionFunction#decided
* performer.actor = Reference(eksempel-overlaege)
* performedPeriod.start = "2026-05-11T09:00:00+02:00"
* performedPeriod.end = "2026-05-25T09:00:00+02:00"
* extension[protocolForm].valueCodeableConcept = PsychAcuteProtocolForm#skema-2
* extension[reflectionTime].valuePeriod.start = "2026-05-08T09:00:00+02:00"
* extension[reflectionTime].valuePeriod.end = "2026-05-11T09:00:00+02:00"

Instance: eksempel-ect
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Tvangsbehandling med ECT"
Description: "The life of the patient was in danger."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#ect
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#12-3
* reasonCode = PsychAcuteCoercionReason#livsfare
* performer.function = PsychAcuteCoercionFunction#decided
* performer.actor = Reference(eksempel-overlaege)
* performedDateTime = "2026-05-20T08:30:00+02:00"

Instance: eksempel-ernaering
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Tvangsernæring"
Description: "Feeding that averted danger to life."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#tvangsernaering
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#bek-7
* reasonCode = PsychAcuteCoercionReason#livsfare
* performer.function = PsychAcuteCoercionFunction#decided
* performer.actor = Reference(eksempel-overlaege)
* performedDateTime = "2026-05-20T12:00:00+02:00"

Instance: eksempel-somatisk
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Tvangsbehandling af legemlig lidelse"
Description: "A patient who is dobbeltindlagt."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#somatisk-behandling
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#13
* reasonCode = PsychAcuteCoercionReason#livsfare
* performer.function = PsychAcuteCoercionFunction#decided
* performer.actor = Reference(eksempel-overlaege)
* performedDateTime = "2026-05-20T15:00:00+02:00"
* extension[admissionStatus].valueCodeableConcept = PsychAcuteAdmissionStatus#dobbeltindlagt

Instance: eksempel-frivilligt-baelte
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Frivilligt bælte i 50 minutter"
Description: "At the patient's own request; counted by itself."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#frivilligt-baelte
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#14-16
* reasonCode = PsychAcuteCoercionReason#frivillig
* performer.function = PsychAcuteCoercionFunction#fixed-guard
* performer.actor = Reference(eksempel-vagt)
* performedPeriod.start = "2026-05-21T20:00:00+02:00"
* performedPeriod.end = "2026-05-21T20:50:00+02:00"

Instance: eksempel-skaermning
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Personlig skærmning i 30 timer"
Description: "Above 24 hours: counted, and open to complaint."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#personlig-skaermning
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#18d
* reasonCode = PsychAcuteCoercionReason#selvmordsfare
* performer.function = PsychAcuteCoercionFunction#decided
* performer.actor = Reference(eksempel-overlaege)
* performedPeriod.start = "2026-05-22T08:00:00+02:00"
* performedPeriod.end = "2026-05-23T14:00:00+02:00"
* extension[protocolForm].valueCodeableConcept = PsychAcuteProtocolForm#skema-3

Instance: eksempel-doer
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Døraflåsning"
Description: "The door of the ward is locked."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#doeraflaasning
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#18f
* performedPeriod.start = "2026-05-22T08:00:00+02:00"
* performedPeriod.end = "2026-05-22T20:00:00+02:00"

Instance: eksempel-oppegaaende
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Oppegående fiksering"
Description: "At Sikringsafdelingen, with permission."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#oppegaaende-fiksering
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#18c
* reasonCode = PsychAcuteCoercionReason#farlighed
* performedPeriod.start = "2026-05-22T08:00:00+02:00"
* performedPeriod.end = "2026-05-22T12:00:00+02:00"
* location = Reference(eksempel-stue)
* extension[permission].valueIdentifier.system = "https://fhirpsychacute.dk/sid/example"
* extension[permission].valueIdentifier.value = "stps-eksempel-1"

Instance: eksempel-barn
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Fastholdelse af et barn"
Description: "The boy does not consent, his mother does: coercion since 1 June 2024."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-jonas)
* code = PsychAcuteCoercionMeasure#fastholdelse
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#17-1
* reasonCode = PsychAcuteCoercionReason#farlighed
* performedPeriod.start = "2026-05-22T16:00:00+02:00"
* performedPeriod.end = "2026-05-22T16:04:00+02:00"
* extension[childConsent].extension[childConsents].valueBoolean = false
* extension[childConsent].extension[custodyHolderConsents].valueBoolean = true

Instance: eksempel-beskyttelsesfiksering
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Beskyttelsesfiksering"
Description: "A measure with its provision."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#beskyttelsesfiksering
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#18
* reasonCode = PsychAcuteCoercionReason#anden
* performedDateTime = "2026-05-22T10:00:00+02:00"

Instance: eksempel-alarm-pejling
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Personlig alarm"
Description: "A measure with its provision."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#alarm-pejling
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#17a
* reasonCode = PsychAcuteCoercionReason#anden
* performedDateTime = "2026-05-22T10:00:00+02:00"

Instance: eksempel-undersoegelse
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Undersøgelse af stue"
Description: "A measure with its provision."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#undersoegelse
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#19-19a
* reasonCode = PsychAcuteCoercionReason#anden
* performedDateTime = "2026-05-22T10:00:00+02:00"

Instance: eksempel-patientstue-laast
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Aflåst patientstue"
Description: "A measure with its provision."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#patientstue-laast
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#18a-18b
* reasonCode = PsychAcuteCoercionReason#anden
* performedDateTime = "2026-05-22T10:00:00+02:00"
* location = Reference(eksempel-stue)

Instance: eksempel-roede-papirer
InstanceOf: PsychAcuteDetention
Usage: #example
Title: "Tvangsindlæggelse på røde papirer"
Description: "Certified by a physician outside the ward, carried out by the police, decided by the overlæge."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* code = PsychAcuteCoercionMeasure#tvangsindlaeggelse-roede
* subject = Reference(eksempel-mette)
* encounter = Reference(eksempel-indlaeggelse)
* performedPeriod.start = "2026-05-04T11:20:00+02:00"
* performedPeriod.end = "2026-05-05T08:00:00+02:00"
* performer[0].function = PsychAcuteCoercionFunction#certified
* performer[0].actor = Reference(eksempel-laege)
* performer[1].function = PsychAcuteCoercionFunction#decided
* performer[1].actor = Reference(eksempel-overlaege)
* reasonCode = PsychAcuteCoercionReason#farlighed
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#5-9
* extension[protocolForm].valueCodeableConcept = PsychAcuteProtocolForm#skema-1
* extension[examined].valueDateTime = "2026-05-04T09:40:00+02:00"

Instance: eksempel-tilbageholdelse
InstanceOf: PsychAcuteDetention
Usage: #example
Title: "Tvangstilbageholdelse"
Description: "A detention that goes on."
* status = #in-progress
* category = PsychAcuteProcedureCategory#tvang
* code = PsychAcuteCoercionMeasure#tvangstilbageholdelse
* subject = Reference(eksempel-mette)
* encounter = Reference(eksempel-indlaeggelse)
* performedPeriod.start = "2026-05-05T10:00:00+02:00"
* performer.function = PsychAcuteCoercionFunction#decided
* performer.actor = Reference(eksempel-overlaege)
* reasonCode = PsychAcuteCoercionReason#helbred
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#10
* extension[protocolForm].valueCodeableConcept = PsychAcuteProtocolForm#skema-1

Instance: eksempel-indlaeggelse
InstanceOf: PsychAcuteContact
Usage: #example
Title: "Psykiatrisk indlæggelse"
Description: "The admission that the measures belong to."
* status = #in-progress
* class = $act-code#IMP
* type = PsychAcuteContactType#admission
* subject = Reference(eksempel-mette)
* period.start = "2026-05-04T11:20:00+02:00"
* location.location = Reference(eksempel-stue)
* serviceProvider = Reference(eksempel-afsnit)

Instance: eksempel-raadgiverbesoeg
InstanceOf: PsychAcuteContact
Usage: #example
Title: "Patientrådgiverens første besøg"
Description: "Twenty-two hours after the appointment."
* status = #finished
* class = $act-code#FLD
* type = PsychAcuteContactType#adviser-visit
* subject = Reference(eksempel-mette)
* participant.individual = Reference(eksempel-raadgiver)
* period.start = "2026-05-05T10:00:00+02:00"
* period.end = "2026-05-05T10:50:00+02:00"
* serviceProvider = Reference(eksempel-afsnit)
* partOf = Reference(eksempel-indlaeggelse)
* extension[measure].valueReference = Reference(eksempel-baelte)

Instance: eksempel-vurdering
InstanceOf: PsychAcuteCoercionReview
Usage: #example
Title: "Lægelig vurdering: fortsætter"
Description: "A review of the belt."
* status = #final
* partOf = Reference(eksempel-baelte)
* code = PsychAcuteObservationCode#laegelig-vurdering
* subject = Reference(eksempel-mette)
* effectiveDateTime = "2026-05-04T14:30:00+02:00"
* performer = Reference(eksempel-overlaege)
* valueCodeableConcept = PsychAcuteReviewOutcome#fortsaet
* note.text = "Råber og slår ud, så snart der løsnes; faren er nærliggende"

Instance: eksempel-vagtnotat
InstanceOf: PsychAcuteGuardNote
Usage: #example
Title: "Notat fra fast vagt"
Description: "What the guard saw."
* status = #final
* partOf = Reference(eksempel-baelte)
* code = PsychAcuteObservationCode#fast-vagt-notat
* subject = Reference(eksempel-mette)
* effectiveDateTime = "2026-05-04T13:30:00+02:00"
* performer = Reference(eksempel-vagt)
* valueString = "Har drukket vand. Taler roligere. Remme løsnes kl. 13.45."

Instance: eksempel-indsproejtning
InstanceOf: PsychAcuteCoercionMedication
Usage: #example
Title: "Diazepam, 10 mg i.m."
Description: "The drug of the acute sedation."
* partOf = Reference(eksempel-beroligende)
* status = #completed
* medicationCodeableConcept = $atc#N05BA01 "diazepam"
* subject = Reference(eksempel-mette)
* effectiveDateTime = "2026-05-04T13:03:00+02:00"
* dosage.route = $sct#78421000
* dosage.dose = 10 'mg' "mg"

Instance: eksempel-hoej-dosis
InstanceOf: PsychAcuteCoercionMedication
Usage: #example
Title: "Dosis over Promedicin"
Description: "The reason is in the note."
* partOf = Reference(eksempel-tvangsmedicinering)
* status = #completed
* medicationCodeableConcept = $atc#N05AH03 "olanzapin"
* subject = Reference(eksempel-mette)
* effectiveDateTime = "2026-05-12T20:00:00+02:00"
* dosage.route = $sct#26643006
* dosage.dose = 25 'mg' "mg"
* note.text = "Tidligere kun virkning ved 25 mg; serumkoncentration lav ved 20 mg"
* extension[aboveRecommended].valueBoolean = true

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
