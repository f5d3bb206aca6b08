// What else a visitator settles: substance use, somatic red flags, ability to wait.

RuleSet: StateObservation
* insert Impose(dk-core-observation)
* status MS
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* encounter MS
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer 1..* MS
* value[x] 1..1 MS
* note MS
* derivedFrom MS

Invariant: psychacute-substance-1
Description: "Who is intoxicated or in withdrawal has a substance named, or the note says that it is unknown"
Severity: #warning
Expression: "value.ofType(CodeableConcept).coding.where(code = 'paavirket' or code = 'abstinens').exists() implies (component.exists() or note.exists())"
* insert Because([[Er personen påvirket eller abstinent, nævnes stoffet, eller notatet siger, at det er ukendt]], [[S1:5494-5498: the assessment covers substance use.]])

Invariant: psychacute-substance-2
Description: "No substance is named where there is no use"
Severity: #error
Expression: "value.ofType(CodeableConcept).coding.where(code = 'ingen').exists() implies component.empty()"
* insert Because([[Intet stof nævnes, hvor der intet er indtaget]], [[Arithmetic: none excludes a substance.]])

Profile: PsychAcuteSubstanceUseObservation
Parent: Observation
Id: psychacute-substance-use
Title: "Rusmidler"
Description: "Alcohol and drugs, as far as they matter now; each substance is a component."
* insert AlsoIn([[Substance use]], [[Alkohol og andre rusmidler, så vidt de betyder noget nu; hvert stof er en komponent.]])
* insert StateObservation
* obeys psychacute-substance-1 and psychacute-substance-2
* code = PsychAcuteObservationCode#rusmidler
* value[x] only CodeableConcept
* value[x] from PsychAcuteSubstanceUses (required)
* component.code MS
* component.code ^short = "The substance"

Invariant: psychacute-red-flag-1
Description: "There are red flags when one of the components is true, and none otherwise"
Severity: #error
Expression: "value.ofType(boolean) = component.where(value.ofType(boolean) = true).exists()"
* insert Because([[Der er røde flag, når et af punkterne er sandt, og ellers ikke]], [[S1:5619: somatic treatment when it is needed; the answer follows from the signs.]])

Invariant: psychacute-red-flag-2
Description: "A sign stands once"
Severity: #error
Expression: "component.code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-red-flag').code.isDistinct()"
* insert Because([[Et tegn står kun én gang]], [[Decision of this guide: each sign is one component.]])

Profile: PsychAcuteRedFlagsObservation
Parent: Observation
Id: psychacute-red-flags
Title: "Somatiske røde flag"
Description: "Whether something points at a somatic condition that has to be seen to first; each sign is a component that is true or false."
* insert AlsoIn([[Somatic red flags]], [[Om noget peger på en legemlig tilstand, der skal ses på først; hvert tegn er en komponent, der er sand eller falsk.]])
* insert StateObservation
* obeys psychacute-red-flag-1 and psychacute-red-flag-2
* code = PsychAcuteObservationCode#somatiske-roede-flag
* value[x] only boolean
* component MS
* component.code from PsychAcuteRedFlags (extensible)
* component.value[x] only boolean

Invariant: psychacute-wait-1
Description: "Who cannot wait has no longest wait"
Severity: #error
Expression: "value.ofType(CodeableConcept).coding.where(code = 'kan-ikke-vente').exists() implies component.empty()"
* insert Because([[Den, der ikke kan vente, har ingen længste ventetid]], [[S1:5133-5140: immediate action is decisive.]])

Invariant: psychacute-wait-2
Description: "The longest wait is a length of time in minutes, hours or days"
Severity: #error
Expression: "component.value.ofType(Quantity).all(system = 'http://unitsofmeasure.org' and code in ('min' | 'h' | 'd'))"
* insert Because([[Den længste ventetid er angivet i minutter, timer eller dage]], [[dk-core 3.7.0 dk-core-observation: quantities are UCUM.]])

Profile: PsychAcuteAbilityToWaitObservation
Parent: Observation
Id: psychacute-ability-to-wait
Title: "Evne til at vente"
Description: "Whether the person can wait, with whom, and at most how long (a component)."
* insert AlsoIn([[Ability to wait]], [[Om personen kan vente, med hvem, og højst hvor længe (en komponent).]])
* insert StateObservation
* obeys psychacute-wait-1 and psychacute-wait-2
* code = PsychAcuteObservationCode#kan-vente
* value[x] only CodeableConcept
* value[x] from PsychAcuteAbilitiesToWait (required)
* component 0..1 MS
* component.code = PsychAcuteObservationCode#laengste-ventetid
* component.value[x] only Quantity
