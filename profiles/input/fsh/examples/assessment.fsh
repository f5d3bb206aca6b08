Instance: eksempel-bvc
InstanceOf: PsychAcuteBvc
Usage: #example
Title: "BVC: 3"
Description: "A total of three: very high for the next 24 hours."
* status = #final
* code = PsychAcuteObservationCode#bvc
* subject = Reference(eksempel-mette)
* effectivePeriod.start = "2026-05-04T12:30:00+02:00"
* effectivePeriod.end = "2026-05-05T12:30:00+02:00"
* performer = Reference(eksempel-vagt)
* valueInteger = 3
* interpretation = PsychAcuteViolenceRisk#meget-hoej
* component[0].code = PsychAcuteObservationCode#bvc-item-1
* component[0].valueInteger = 1
* component[1].code = PsychAcuteObservationCode#bvc-item-2
* component[1].valueInteger = 1
* component[2].code = PsychAcuteObservationCode#bvc-item-3
* component[2].valueInteger = 1
* component[3].code = PsychAcuteObservationCode#bvc-item-4
* component[3].valueInteger = 0
* component[4].code = PsychAcuteObservationCode#bvc-item-5
* component[4].valueInteger = 0
* component[5].code = PsychAcuteObservationCode#bvc-item-6
* component[5].valueInteger = 0

Instance: eksempel-v-risk-10
InstanceOf: PsychAcuteVRisk10
Usage: #example
Title: "V-RISK-10: 6"
Description: "Two items scored, one that could not be."
* status = #final
* code = $kip-risk#v-risk-10
* subject = Reference(eksempel-mette)
* effectiveDateTime = "2026-05-04T11:00:00+02:00"
* performer = Reference(eksempel-overlaege)
* valueInteger = 6
* component[0].code = PsychAcuteObservationCode#v-risk-10-item
* component[0].code.text = "1"
* component[0].valueInteger = 2
* component[1].code = PsychAcuteObservationCode#v-risk-10-item
* component[1].code.text = "2"
* component[1].dataAbsentReason = $data-absent#unknown

Instance: eksempel-screening
InstanceOf: PsychAcuteScreening
Usage: #example
Title: "C-SSRS: to svar"
Description: "Two answers of a suicide screening."
* status = #final
* code = $loinc#93373-9
* subject = Reference(eksempel-beskyttet)
* encounter = Reference(eksempel-omstillet)
* effectiveDateTime = "2026-05-03T02:12:00+02:00"
* performer = Reference(eksempel-apk)
* component[0].code = $loinc#93246-7
* component[0].valueCodeableConcept = $loinc#LA33-6 "Yes"
* component[1].code = $loinc#93247-5
* component[1].valueCodeableConcept = $loinc#LA32-8 "No"

Instance: eksempel-selvmordsrisiko
InstanceOf: PsychAcuteSuicideRiskAssessment
Usage: #example
Title: "Øget selvmordsrisiko"
Description: "The conclusion of the call, with what was agreed."
* status = #final
* code = PsychAcuteObservationCode#selvmordsrisiko
* subject = Reference(eksempel-beskyttet)
* encounter = Reference(eksempel-omstillet)
* occurrenceDateTime = "2026-05-03T02:18:00+02:00"
* performer = Reference(eksempel-apk)
* basis = Reference(eksempel-screening)
* prediction.qualitativeRisk = PsychAcuteSuicideRisk#oeget
* mitigation = "Broderen bliver hos ham, til de er fremme i akutmodtagelsen"

Instance: eksempel-voldsrisiko
InstanceOf: PsychAcuteViolenceRiskAssessment
Usage: #example
Title: "Meget høj voldsrisiko"
Description: "The conclusion on the ward."
* status = #final
* code = PsychAcuteObservationCode#voldsrisiko
* subject = Reference(eksempel-mette)
* occurrenceDateTime = "2026-05-04T12:40:00+02:00"
* performer = Reference(eksempel-overlaege)
* basis[0] = Reference(eksempel-bvc)
* basis[1] = Reference(eksempel-v-risk-10)
* prediction.qualitativeRisk = PsychAcuteViolenceRisk#meget-hoej
* mitigation = "Fast personale, ro på stuen, tilbud om medicin"

Instance: eksempel-rusmidler
InstanceOf: PsychAcuteSubstanceUseObservation
Usage: #example
Title: "Påvirket af alkohol"
Description: "The person has been drinking."
* status = #final
* code = PsychAcuteObservationCode#rusmidler
* subject = Reference(eksempel-beskyttet)
* encounter = Reference(eksempel-omstillet)
* effectiveDateTime = "2026-05-03T02:15:00+02:00"
* performer = Reference(eksempel-apk)
* valueCodeableConcept = PsychAcuteSubstanceUse#paavirket
* component.code.text = "Alkohol"
* component.valueString = "Fire øl siden aften"

Instance: eksempel-roede-flag
InstanceOf: PsychAcuteRedFlagsObservation
Usage: #example
Title: "Ingen røde flag"
Description: "Nothing somatic comes first."
* status = #final
* code = PsychAcuteObservationCode#somatiske-roede-flag
* subject = Reference(eksempel-beskyttet)
* encounter = Reference(eksempel-omstillet)
* effectiveDateTime = "2026-05-03T02:16:00+02:00"
* performer = Reference(eksempel-apk)
* valueBoolean = false
* component[0].code = PsychAcuteRedFlag#forgiftning
* component[0].valueBoolean = false
* component[1].code = PsychAcuteRedFlag#bevidsthed
* component[1].valueBoolean = false

Instance: eksempel-kan-vente
InstanceOf: PsychAcuteAbilityToWaitObservation
Usage: #example
Title: "Kan vente med en anden"
Description: "Two hours at most, with somebody."
* status = #final
* code = PsychAcuteObservationCode#kan-vente
* subject = Reference(eksempel-beskyttet)
* encounter = Reference(eksempel-omstillet)
* effectiveDateTime = "2026-05-03T02:17:00+02:00"
* performer = Reference(eksempel-apk)
* valueCodeableConcept = PsychAcuteAbilityToWait#med-en-anden
* component.code = PsychAcuteObservationCode#laengste-ventetid
* component.valueQuantity = 2 'h' "timer"

Instance: eksempel-visitation
InstanceOf: PsychAcuteTriageResponse
Usage: #example
Title: "Udfyldt visitation"
Description: "The answers of a call."
* status = #completed
* subject = Reference(eksempel-beskyttet)
* encounter = Reference(eksempel-omstillet)
* authored = "2026-05-03T02:30:00+02:00"
* author = Reference(eksempel-apk)
* item[0].linkId = "ringer"
* item[0].text = "Den der ringer"
* item[0].item[0].linkId = "ringer.selv"
* item[0].item[0].text = "Ringer personen selv?"
* item[0].item[0].answer.valueBoolean = true
* item[0].item[1].linkId = "ringer.med-egne-ord"
* item[0].item[1].text = "Hvad er der sket, med personens egne ord?"
* item[0].item[1].answer.valueString = "Kan ikke sove, hører stemmer, er bange for at være alene"
* item[1].linkId = "fare"
* item[1].text = "Fare nu"
* item[1].item[0].linkId = "fare.selv"
* item[1].item[0].text = "Er der fare for personen selv nu?"
* item[1].item[0].answer.valueBoolean = true
* item[1].item[1].linkId = "fare.andre"
* item[1].item[1].text = "Er der fare for andre nu?"
* item[1].item[1].answer.valueBoolean = false
* item[1].item[2].linkId = "fare.selvmordsrisiko"
* item[1].item[2].text = "Selvmordsrisiko"
* item[1].item[2].answer.valueCoding = PsychAcuteSuicideRisk#oeget
* item[1].item[3].linkId = "fare.voldsrisiko"
* item[1].item[3].text = "Voldsrisiko"
* item[1].item[3].answer.valueCoding = PsychAcuteViolenceRisk#lille
* item[1].item[4].linkId = "fare.aftale"
* item[1].item[4].text = "Hvad er aftalt, indtil hjælpen kommer?"
* item[1].item[4].answer.valueString = "Broderen bliver hos ham, til de er fremme i akutmodtagelsen"
* item[2].linkId = "tilstand"
* item[2].text = "Tilstand"
* item[2].item[0].linkId = "tilstand.rusmidler"
* item[2].item[0].text = "Rusmidler"
* item[2].item[0].answer.valueCoding = PsychAcuteSubstanceUse#paavirket
* item[2].item[1].linkId = "tilstand.kan-vente"
* item[2].item[1].text = "Kan personen vente på hjælp?"
* item[2].item[1].answer.valueCoding = PsychAcuteAbilityToWait#med-en-anden
* item[3].linkId = "konklusion"
* item[3].text = "Konklusion"
* item[3].item[0].linkId = "konklusion.hastegrad"
* item[3].item[0].text = "Hastegrad"
* item[3].item[0].answer.valueCoding = PsychAcuteUrgencyLevel#akut
* item[3].item[1].linkId = "konklusion.apk"
* item[3].item[1].text = "Er akut psykiatrisk koordinator spurgt?"
* item[3].item[1].answer.valueBoolean = true
* item[3].item[2].linkId = "konklusion.udfald"
* item[3].item[2].text = "Hvor fører opkaldet hen?"
* item[3].item[2].answer.valueCoding = PsychAcuteDisposition#pam
* item[3].item[3].linkId = "konklusion.sammenfatning"
* item[3].item[3].text = "Sammenfatning"
* item[3].item[3].answer.valueString = "Psykotiske symptomer og øget selvmordsrisiko; følges til akutmodtagelsen af sin bror."

Instance: eksempel-sammenfatning
InstanceOf: PsychAcuteSummary
Usage: #example
Title: "Sammenfatning af opkaldet"
Description: "What the call came to."
* status = #completed
* subject = Reference(eksempel-beskyttet)
* encounter = Reference(eksempel-omstillet)
* effectiveDateTime = "2026-05-03T02:30:00+02:00"
* assessor = Reference(eksempel-apk)
* protocol = "https://fhirpsychacute.dk/ig/Questionnaire/psychacute-triage"
* investigation.code.text = "Visitation"
* investigation.item[0] = Reference(eksempel-visitation)
* investigation.item[1] = Reference(eksempel-selvmordsrisiko)
* investigation.item[2] = Reference(eksempel-rusmidler)
* investigation.item[3] = Reference(eksempel-roede-flag)
* investigation.item[4] = Reference(eksempel-kan-vente)
* summary = "Psykotiske symptomer og øget selvmordsrisiko; følges til akutmodtagelsen af sin bror."
