// How a plan is handed to a party, and why a party is not handed it.

CodeSystem: PsychAcuteNotShared
Id: psychacute-not-shared
Title: "Hvorfor en part ikke har fået planen"
Description: "Why a party was not handed a plan."
* insert AlsoIn([[Why a party was not handed the plan]], [[Hvorfor en part ikke har fået en plan.]])
* insert DanishCodes
* insert Code(party-ended, [[Ikke længere part]], [[No longer a party]], [[The party's time in the plan's team has ended.]])
* insert Code(no-address, [[Kan ikke nås]], [[Cannot be reached]], [[The party is not stored, or nothing says where it can be reached.]])
* insert Code(relative-without-consent, [[Pårørende uden samtykke eller fuldmagt]], [[Relative without consent or fuldmagt]], [[A relative is given a plan only with the patient's consent (S4:11948-11951).]])
* insert Code(refused-by-patient, [[Patienten har sagt nej]], [[The patient refused]], [[A consent in force denies it.]])
* insert Code(no-consent, [[Intet samtykke]], [[No consent]], [[No consent in force covers the party, plans and the day.]])
* insert Code(not-an-authority, [[Ikke en myndighed]], [[Not an authority]], [[Psykiatriloven § 13 c opens for authorities only (rules/sharing.csv), and no consent covers the party.]])

Invariant: psychacute-plan-handover-1
Description: "The plan lies in the message as it was on that day"
Severity: #error
Expression: "contained.where($this is CarePlan).exists() and payload.content.ofType(Reference).where(reference.startsWith('#')).exists()"
* insert Because([[Planen ligger i beskeden, som den var den dag]], [[S4:11598-11604: plans are hard to share; decision of this guide: what was handed over is kept as it was, also when the plan changes.]])

Invariant: psychacute-plan-handover-2
Description: "A handover that rests on consent names the consent"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-legal-basis').extension.where(url = 'basis').value.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-legal-basis' and code = 'samtykke').exists() implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-legal-basis').extension.where(url = 'consent').exists()"
* insert Because([[Hviler overdragelsen på et samtykke, nævnes samtykket]], [[S4:11899-11901: sharing starts from the person's wishes; S1:7744-7745: consent across sectors.]])

Invariant: psychacute-plan-handover-3
Description: "A handover under section 13 c says why it is necessary for the plan"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-legal-basis').extension.where(url = 'basis').value.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-legal-basis' and code = 'psykiatriloven-13c').exists() implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-legal-basis').extension.where(url = 'source').exists()"
* insert Because([[En overdragelse efter § 13 c siger, hvorfor den er nødvendig for planen]], [[Psykiatriloven § 13 c: disclosure without consent when necessary for an udskrivningsaftale or a koordinationsplan.]])

Profile: PsychAcutePlanHandover
Parent: PsychAcuteNotice
Id: psychacute-plan-handover
Title: "Plan givet til en part"
Description: "A koordinationsplan or an udskrivningsaftale handed to one of its parties: the plan as it was on that day, the ground, who has it. Recipients outside the hospital are shown no staff names in it."
* insert AlsoIn([[Plan handed to a party]], [[En koordinationsplan eller en udskrivningsaftale givet til en af dens parter: planen, som den var den dag, grundlaget, og hvem der har den. Modtagere uden for sygehuset ser ingen navne på medarbejdere i den.]])
* obeys psychacute-plan-handover-1 and psychacute-plan-handover-2 and psychacute-plan-handover-3
* extension[legalBasis] 1..1
* identifier 1..* MS
* identifier ^short = "Plan, version and party: the same version goes to the same party once"
* about 1..* MS
* about ^short = "The plan in the version that was handed over, and the consent"
* sent 1..1
* contained 1..*
