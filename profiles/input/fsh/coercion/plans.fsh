// Plan for ending, udskrivningsaftale, koordinationsplan.

CodeSystem: PsychAcutePlanCategory
Id: psychacute-plan-category
Title: "Plan"
Description: "Kinds of plan in acute psychiatry."
* insert AlsoIn([[Plan]], [[Slags planer i akut psykiatri.]])
* insert DanishCodes
* insert Code(plan-for-ophoer, [[Plan for ophør]], [[Plan for ending]], [[How a fixation or a holding is to be ended. That the law asks for one within a time is a proposal (S1:2513-2516, 3208-3212); making one is not.]])
* insert Code(udskrivningsaftale, [[Udskrivningsaftale]], [[Discharge agreement]], [[What the patient, the ward and others agree on for the time after discharge (psykiatriloven § 13 a).]])
* insert Code(koordinationsplan, [[Koordinationsplan]], [[Coordination plan]], [[The same without the patient's agreement (psykiatriloven § 13 b).]])
* insert Code(kriseplan, [[Kriseplan]], [[Crisis plan]], [[What the person wants done in a crisis.]])

ValueSet: PsychAcutePlanCategories
Id: psychacute-plan-category
Title: "Planer"
Description: "Every kind."
* insert AlsoIn([[Plans]], [[Alle slags planer.]])
* ^experimental = false
* include codes from system PsychAcutePlanCategory

Invariant: psychacute-ending-plan-1
Description: "A plan for ending in force has at least one thing to do"
Severity: #error
Expression: "status = 'active' implies activity.exists()"
* insert Because([[En gældende plan for ophør har mindst én ting, der skal gøres]], [[Psykiatriloven § 4: no longer than needed. S1:3208-3212: the plan says how the fixation is ended.]])

Invariant: psychacute-ending-plan-2
Description: "A plan for ending is written by somebody"
Severity: #error
Expression: "author.exists() and created.exists()"
* insert Because([[En plan for ophør er skrevet af nogen på et tidspunkt]], [[S1:3208-3212 (proposal): by the overlæge, soonest.]])

Profile: PsychAcuteEndingPlan
Parent: CarePlan
Id: psychacute-ending-plan
Title: "Plan for ophør"
Description: "How a measure is to be ended."
* insert AlsoIn([[Plan for ending]], [[Hvordan en foranstaltning skal bringes til ophør.]])
* obeys psychacute-ending-plan-1 and psychacute-ending-plan-2
* status MS
* intent = #plan
* category 1..1 MS
* category = PsychAcutePlanCategory#plan-for-ophoer
* subject only Reference(PsychAcutePatient)
* subject MS
* created MS
* author MS
* supportingInfo 1..* MS
* supportingInfo ^short = "The measure"
* activity MS

Extension: PsychAcutePatientAgreed
Id: psychacute-patient-agreed
Title: "Patienten er enig"
Description: "Whether the patient agreed to the plan."
Context: CarePlan
* insert AlsoIn([[Patient agreed]], [[Om patienten var enig i planen.]])
* value[x] 1..1
* value[x] only boolean

Invariant: psychacute-plan-1
Description: "A discharge agreement is agreed to; a coordination plan is made when it is not"
Severity: #error
Expression: "(category.coding.where(code = 'udskrivningsaftale').exists() implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-patient-agreed' and value = true).exists()) and (category.coding.where(code = 'koordinationsplan').exists() implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-patient-agreed' and value = false).exists())"
* insert Because([[En udskrivningsaftale er patienten enig i; en koordinationsplan laves, når patienten ikke er]], [[Psykiatriloven §§ 13 a and 13 b.]])

Invariant: psychacute-plan-2
Description: "A plan that is shared names its parties and the ground"
Severity: #error
Expression: "careTeam.exists() implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-legal-basis').exists()"
* insert Because([[En plan, der deles, nævner sine parter og grundlaget]], [[Psykiatriloven § 13 c: disclosure without consent when necessary for the plan; else consent.]])

Invariant: psychacute-plan-3
Description: "Without the patient's agreement the ground is not consent"
Severity: #error
Expression: "category.coding.where(code = 'koordinationsplan').exists() implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-legal-basis').extension.where(url = 'basis').value.coding.where(code = 'samtykke').empty()"
* insert Because([[Uden patientens enighed er grundlaget ikke samtykke]], [[Psykiatriloven §§ 13 b and 13 c.]])

RuleSet: SharedPlan
* obeys psychacute-plan-1 and psychacute-plan-2 and psychacute-plan-3
* extension contains
    PsychAcutePatientAgreed named patientAgreed 1..1 MS and
    PsychAcuteLegalBasisExtension named legalBasis 0..* MS
* status MS
* intent = #plan
* category 1..1 MS
* title MS
* description MS
* subject only Reference(PsychAcutePatient)
* subject MS
* encounter MS
* encounter ^short = "The admission"
* period 1..1 MS
* created 1..1 MS
* author 1..1 MS
* careTeam MS
* careTeam only Reference(PsychAcuteParties)
* careTeam ^short = "The parties to whom the plan is handed"
* activity 1..* MS
* activity.detail MS
* supportingInfo MS

Profile: PsychAcuteDischargeAgreement
Parent: CarePlan
Id: psychacute-discharge-agreement
Title: "Udskrivningsaftale"
Description: "What was agreed for the time after discharge. Counted in national reporting, but no coercion."
* insert AlsoIn([[Discharge agreement]], [[Hvad der blev aftalt for tiden efter udskrivning. Tæller i den nationale indberetning, men er ikke tvang.]])
* insert SharedPlan
* category = PsychAcutePlanCategory#udskrivningsaftale

Profile: PsychAcuteCoordinationPlan
Parent: CarePlan
Id: psychacute-coordination-plan
Title: "Koordinationsplan"
Description: "The plan for the time after discharge that is made when the patient does not agree. Counted in national reporting, but no coercion."
* insert AlsoIn([[Coordination plan]], [[Planen for tiden efter udskrivning, når patienten ikke er enig. Tæller i den nationale indberetning, men er ikke tvang.]])
* insert SharedPlan
* category = PsychAcutePlanCategory#koordinationsplan

Invariant: psychacute-parties-1
Description: "Each party has a role"
Severity: #error
Expression: "participant.all(role.exists() or onBehalfOf.exists())"
* insert Because([[Hver part har en rolle]], [[S4:11906-11913: contact details of the actors are shared.]])

Invariant: psychacute-parties-2
Description: "A plan is shared with somebody"
Severity: #error
Expression: "participant.member.exists()"
* insert Because([[En plan deles med nogen]], [[S4:11598-11604: plans are hard to share today; the parties have to be named.]])

Profile: PsychAcuteParties
Parent: CareTeam
Id: psychacute-parties
Title: "Planens parter"
Description: "Those who are handed a plan: municipality, team, general practice, the person's relatives with fuldmagt."
* insert AlsoIn([[Parties to the plan]], [[De, der får en plan: kommune, team, almen praksis, pårørende med fuldmagt.]])
* obeys psychacute-parties-1 and psychacute-parties-2
* status 1..1 MS
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* participant 1..* MS
* participant.role MS
* participant.member 1..1 MS
* participant.period MS
