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
* performer.function = PsychAcuteCoercionFunction#decided
* performer.actor = Reference(eksempel-region)
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
* reasonCode = PsychAcuteCoercionReason#urolig
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#17-2
* extension[lessIntrusiveTried].valueCodeableConcept = PsychAcuteLessIntrusive#frivillig-medicin
