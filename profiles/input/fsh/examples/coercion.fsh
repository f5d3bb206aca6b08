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

Instance: eksempel-gule-papirer
InstanceOf: PsychAcuteDetention
Usage: #example
Title: "Tvangsindlæggelse på gule papirer"
Description: "Because the prospects of cure would worsen; examined three days before."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* code = PsychAcuteCoercionMeasure#tvangsindlaeggelse-gule
* subject = Reference(eksempel-mette)
* performedPeriod.start = "2026-06-08T14:00:00+02:00"
* performedPeriod.end = "2026-06-09T09:00:00+02:00"
* performer[0].function = PsychAcuteCoercionFunction#certified
* performer[0].actor = Reference(eksempel-laege)
* performer[1].function = PsychAcuteCoercionFunction#decided
* performer[1].actor = Reference(eksempel-overlaege)
* reasonCode = PsychAcuteCoercionReason#helbred
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#5-9
* extension[protocolForm].valueCodeableConcept = PsychAcuteProtocolForm#skema-1
* extension[examined].valueDateTime = "2026-06-05T10:00:00+02:00"

Instance: eksempel-tilbagefoersel
InstanceOf: PsychAcuteDetention
Usage: #example
Title: "Tilbageførsel"
Description: "A detained patient who had left is brought back."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* code = PsychAcuteCoercionMeasure#tilbagefoersel
* subject = Reference(eksempel-mette)
* encounter = Reference(eksempel-indlaeggelse)
* performedPeriod.start = "2026-05-16T18:10:00+02:00"
* performedPeriod.end = "2026-05-16T19:05:00+02:00"
* performer.function = PsychAcuteCoercionFunction#decided
* performer.actor = Reference(eksempel-overlaege)
* reasonCode = PsychAcuteCoercionReason#farlighed
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#10a

Instance: eksempel-handsker
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Handsker i 20 minutter"
Description: "Gloves, part of the episode of belt."
* status = #completed
* partOf = Reference(eksempel-baelte)
* category = PsychAcuteProcedureCategory#tvang
* code = PsychAcuteCoercionMeasure#handsker
* subject = Reference(eksempel-mette)
* performedPeriod.start = "2026-05-04T13:10:00+02:00"
* performedPeriod.end = "2026-05-04T13:30:00+02:00"
* reasonCode = PsychAcuteCoercionReason#farlighed
* usedCode = PsychAcuteRestraintDevice#handsker
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#14-16

Instance: eksempel-saerlige-doerlaase
InstanceOf: PsychAcuteCoercionEpisode
Usage: #example
Title: "Særlige dørlåse"
Description: "A measure with its provision."
* status = #completed
* category = PsychAcuteProcedureCategory#tvang
* subject = Reference(eksempel-mette)
* code = PsychAcuteCoercionMeasure#saerlige-doerlaase
* extension[lawSection].valueCodeableConcept = PsychAcuteLawSection|2024-06-01#17a
* reasonCode = PsychAcuteCoercionReason#anden
* performedDateTime = "2026-05-22T10:00:00+02:00"
