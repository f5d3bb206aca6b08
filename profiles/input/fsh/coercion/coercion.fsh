Extension: PsychAcuteLawSectionExtension
Id: psychacute-law-section
Title: "Bestemmelse"
Description: "The provision the measure rests on; the coding's version is the day from which that reading of the law holds."
Context: Procedure
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteLawSections (required)

Extension: PsychAcuteProtocolFormExtension
Id: psychacute-protocol-form
Title: "Skema"
Description: "The form of the tvangsprotokol."
Context: Procedure
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteProtocolForms (extensible)

Extension: PsychAcutePreferenceConsidered
Id: psychacute-preference-considered
Title: "Forhåndstilkendegivelse inddraget"
Description: "Whether the patient's own preference was taken into account."
Context: Procedure
* value[x] 1..1
* value[x] only boolean

Extension: PsychAcuteLessIntrusiveTried
Id: psychacute-less-intrusive-tried
Title: "Mindre indgribende forsøgt"
Description: "What was tried before the measure."
Context: Procedure
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteLessIntrusives (extensible)

Extension: PsychAcuteAdmissionStatusExtension
Id: psychacute-admission-status
Title: "Indlæggelsens status"
Description: "The patient's legal position when the measure began."
Context: Procedure
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteAdmissionStatuses (required)

Invariant: psychacute-coercion-1
Description: "A measure without a legal basis today cannot be registered as an episode: it may only be a proposal"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-proposal').empty()"
* insert Because([[En foranstaltning uden lovhjemmel i dag kan ikke registreres som udført: den kan kun være et forslag]], [[Arealbegrænsning and its like are proposals (Danske Regioner 2025); nothing was found that enacts them.]])

Invariant: psychacute-coercion-2
Description: "Straps and gloves are part of an episode of belt"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure' and (code = 'remme' or code = 'handsker')).exists() implies partOf.exists()"
* insert Because([[Remme og handsker er en del af en bælteepisode]], [[Psykiatriloven §§ 14-16: straps and gloves are used only with a belt (Danske Regioner 2025).]])

Invariant: psychacute-coercion-3
Description: "A dose of acute sedation is given at a point in time"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure' and code = 'akut-beroligende-medicin').exists() implies performed.ofType(Period).empty()"
* insert Because([[En dosis akut beroligende medicin gives på ét tidspunkt]], [[Acute sedation (§ 17, stk. 2) is single doses; in national reporting its start is its end.]])

Invariant: psychacute-coercion-4
Description: "Fixation and holding have a start to the second"
Severity: #error
Expression: "(status != 'not-done' and status != 'entered-in-error' and code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure' and (code = 'baelte' or code = 'remme' or code = 'handsker' or code = 'frivilligt-baelte' or code = 'fastholdelse')).exists()) implies performed.ofType(Period).start.where(toString().length() > 18).exists()"
* insert Because([[Fiksering og fastholdelse har en start på sekundet]], [[Belt and holding are reported in bands of minutes and hours, the shortest below 2 minutes, so both need a clock time.]])

Invariant: psychacute-coercion-5
Description: "A completed episode that lasts has an end, and one in progress has none"
Severity: #error
Expression: "(status = 'completed' implies (performed.ofType(Period).empty() or performed.ofType(Period).end.exists())) and (status = 'in-progress' implies performed.ofType(Period).end.empty())"
* insert Because([[En afsluttet episode, der varer ved, har et sluttidspunkt, og en igangværende har intet]], [[As psychacute-coercion-4; R4 Procedure.status: completed means that all of it is over.]])

Profile: PsychAcuteCoercionEpisode
Parent: Procedure
Id: psychacute-coercion-episode
Title: "Tvangsepisode"
Description: "One episode of one measure under psykiatriloven, or of deprivation of liberty. Straps and gloves are episodes of their own, part of that of the belt. Reviews, guard notes, the drug given and the after-talk are resources that refer to it."
* obeys psychacute-coercion-1 and psychacute-coercion-2 and psychacute-coercion-3 and psychacute-coercion-4 and psychacute-coercion-5
* extension contains
    PsychAcuteLawSectionExtension named lawSection 1..1 MS and
    PsychAcuteProtocolFormExtension named protocolForm 0..1 MS and
    PsychAcutePreferenceConsidered named preferenceConsidered 0..1 MS and
    PsychAcuteLessIntrusiveTried named lessIntrusiveTried 0..* MS and
    PsychAcuteAdmissionStatusExtension named admissionStatus 0..1 MS
* identifier MS
* partOf MS
* status MS
* statusReason MS
* category 1..1 MS
* category = PsychAcuteProcedureCategory#tvang
* code 1..1 MS
* code from PsychAcuteCoercionMeasures (required)
* subject MS
* subject only Reference(PsychAcutePatient)
* encounter MS
* encounter ^short = "The admission"
* performed[x] 1..1 MS
* performed[x] only dateTime or Period
* performer MS
* performer.function MS
* performer.function from PsychAcuteCoercionFunctions (extensible)
* location MS
* location ^short = "The ward"
* reasonCode MS
* reasonCode from PsychAcuteCoercionReasons (extensible)
* note MS
* usedCode MS
* usedCode from PsychAcuteRestraintDevices (extensible)
