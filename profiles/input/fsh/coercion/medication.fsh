// The drug of acute sedation and of involuntary medication.

Extension: PsychAcuteAboveRecommended
Id: psychacute-above-recommended
Title: "Dosis over den sædvanlige"
Description: "Whether the dose is above what Promedicin recommends."
Context: MedicationAdministration
* insert AlsoIn([[Dose above the usual]], [[Om dosis er over den, Promedicin anbefaler.]])
* value[x] 1..1
* value[x] only boolean

Invariant: psychacute-medication-1
Description: "A dose above the recommended one is reasoned"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-above-recommended' and value = true).exists() implies note.exists()"
* insert Because([[En dosis over den sædvanlige er begrundet]], [[Psykiatriloven § 12, stk. 2: usual dose. S1:3346-3353: a dose above Promedicin needs a concrete reason in the journal.]])

Invariant: psychacute-medication-2
Description: "What was given has a dose and a route"
Severity: #error
Expression: "status = 'completed' implies (dosage.dose.exists() and dosage.route.exists())"
* insert Because([[Det, der blev givet, har en dosis og en vej]], [[Psykiatriloven § 20 and the order on tvangsprotokoller: drug, dose and route of sedation are entered (form 3).]])

Profile: PsychAcuteCoercionMedication
Parent: MedicationAdministration
Id: psychacute-coercion-medication
Title: "Lægemiddel givet med tvang"
Description: "One dose, part of an episode of acute sedation or of involuntary medication. Depot preparations are avoided as far as possible (S1:3336-3342)."
* insert AlsoIn([[Drug given without consent]], [[Én dosis, del af en episode med akut beroligende medicin eller tvangsmedicinering. Depotpræparater undgås så vidt muligt (S1:3336-3342).]])
* obeys psychacute-medication-1 and psychacute-medication-2
* extension contains PsychAcuteAboveRecommended named aboveRecommended 0..1 MS
* partOf 1..1 MS
* partOf only Reference(PsychAcuteCoercionEpisode)
* status MS
* medication[x] only CodeableConcept
* medication[x] MS
* medicationCodeableConcept ^short = "The drug, by ATC"
* subject only Reference(PsychAcutePatient)
* subject MS
* effective[x] only dateTime
* effective[x] MS
* performer MS
* dosage MS
* dosage.route MS
* dosage.dose MS
* note MS
