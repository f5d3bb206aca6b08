Extension: PsychAcuteReferralUrgency
Id: psychacute-referral-urgency
Title: "Hastegrad"
Description: "The true urgency of the referral; priority is the coarse copy that dk-core allows."
Context: ServiceRequest
* insert AlsoIn([[Urgency]], [[Henvisningens egentlige hastegrad; priority er den grove kopi, som dk-core tillader.]])
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteUrgencyLevels (required)

// Consent need not be the ground, but where it is, it can be found.
Invariant: psychacute-legal-basis-1
Description: "A ground of consent says where the consent is recorded"
Severity: #error
Expression: "extension.where(url = 'basis').value.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-legal-basis' and code = 'samtykke').exists() implies extension.where(url = 'source' or url = 'consent').exists()"
* insert Because([[Er grundlaget samtykke, står det, hvor samtykket er registreret]], [[S4:11899-11901: sharing starts from the person's wishes. S1:7744-7745: consent is required across sectors.]])

Invariant: psychacute-legal-basis-2
Description: "Another ground is named in the source"
Severity: #error
Expression: "extension.where(url = 'basis').value.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-legal-basis' and code = 'andet').exists() implies extension.where(url = 'source').exists()"
* insert Because([[Er grundlaget et andet, nævnes det i kilden]], [[Psykiatriloven § 13 c and consent are the grounds that the sources name; any other has to be named.]])

Extension: PsychAcuteLegalBasisExtension
Id: psychacute-legal-basis
Title: "Grundlag for deling"
Description: "On what ground the information is passed on, and where that ground stands."
Context: ServiceRequest, CarePlan, Communication
* insert AlsoIn([[Ground for sharing]], [[På hvilket grundlag oplysningerne gives videre, og hvor grundlaget står.]])
* obeys psychacute-legal-basis-1 and psychacute-legal-basis-2
* extension contains basis 1..1 MS and source 0..1 MS and consent 0..1 MS
* extension[basis].value[x] 1..1
* extension[basis].value[x] only CodeableConcept
* extension[basis].value[x] from PsychAcuteLegalBases (required)
* extension[source] ^short = "The provision, or where the consent is recorded"
* extension[source].value[x] 1..1
* extension[source].value[x] only string
* extension[consent] ^short = "The consent, where it is recorded here"
* extension[consent].value[x] 1..1
* extension[consent].value[x] only Reference(PsychAcuteSharingConsent)

Extension: PsychAcuteContactWish
Id: psychacute-contact-wish
Title: "Ønske til kontakten"
Description: "How the person wishes to be met, on which number, and whether a relative may be contacted."
Context: ServiceRequest
* insert AlsoIn([[Wish for the contact]], [[Hvordan personen ønsker at blive mødt, på hvilket nummer, og om en pårørende må kontaktes.]])
* extension contains mode 0..* MS and telecom 0..1 MS and relativeMayBeContacted 0..1 MS
* extension[mode].value[x] 1..1
* extension[mode].value[x] only CodeableConcept
* extension[mode].value[x] from PsychAcuteContactModes (required)
* extension[telecom].value[x] 1..1
* extension[telecom].value[x] only ContactPoint
* extension[relativeMayBeContacted].value[x] 1..1
* extension[relativeMayBeContacted].value[x] only boolean

Extension: PsychAcuteChildrenAtHome
Id: psychacute-children-at-home
Title: "Børn i hjemmet"
Description: "Whether children live in the home."
Context: ServiceRequest
* insert AlsoIn([[Children at home]], [[Om der bor børn i hjemmet.]])
* value[x] 1..1
* value[x] only boolean

Extension: PsychAcuteTransport
Id: psychacute-transport
Title: "Transport"
Description: "How the person gets to the offer."
Context: ServiceRequest
* insert AlsoIn([[Transport]], [[Hvordan personen kommer til tilbuddet.]])
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteTransportModes (required)

Extension: PsychAcuteOvernightWish
Id: psychacute-overnight-wish
Title: "Ønske om overnatning"
Description: "How many nights the person wishes to stay; 0 is none. How many are allowed is configuration with a date, not a rule of this profile."
Context: ServiceRequest
* insert AlsoIn([[Wish to stay overnight]], [[Hvor mange nætter personen ønsker at blive; 0 er ingen. Hvor mange der er tilladt, er dateret konfiguration, ikke en regel i profilen.]])
* value[x] 1..1
* value[x] only unsignedInt

Invariant: psychacute-referral-1
Description: "A life-threatening or acute referral has priority asap, a subacute one routine"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-referral-urgency').value.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-urgency-level').all(((code = 'livstruende' or code = 'akut') implies %resource.priority = 'asap') and (code = 'subakut' implies %resource.priority = 'routine'))"
* insert Because([[En livstruende eller akut henvisning har prioritet asap, en subakut har routine]], [[dk-core 3.7.0: asap is akut, routine is elektiv; urgency levels of Danske Regioner (2025).]])

Invariant: psychacute-referral-2
Description: "A life-threatening or acute referral says by when help is needed"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-referral-urgency').value.coding.where(code = 'livstruende' or code = 'akut').exists() implies occurrence.ofType(Period).end.exists()"
* insert Because([[En livstruende eller akut henvisning siger, hvornår der senest er brug for hjælp]], [[S1:5133-5146: immediate action, or action within hours.]])

Invariant: psychacute-referral-3
Description: "An acute referral tells what the person was told to do if it gets worse"
Severity: #warning
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-referral-urgency').value.coding.where(code = 'livstruende' or code = 'akut' or code = 'uafklaret').exists() implies patientInstruction.exists()"
* insert Because([[En akut henvisning fortæller, hvad personen har fået at vide, hvis det bliver værre]], [[Decision of this guide (content of a referral): the fallback, such as calling 112 or lægevagten. S1:5638-5642: the citizen is told of other help.]])

Invariant: psychacute-referral-4
Description: "Who wants to be met by telephone has a number"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-contact-wish').where(extension.where(url = 'mode').value.coding.where(code = 'telephone').exists()).all(extension.where(url = 'telecom').exists())"
* insert Because([[Den, der vil kontaktes pr. telefon, har et nummer]], [[Decision of this guide (content of a referral): a callback number, also for a person who is anonymous.]])

Invariant: psychacute-referral-5
Description: "A referral to a stay says how many nights are wished for"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-help' and code = 'akut-ophold').exists() implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-overnight-wish' and value > 0).exists()"
* insert Because([[En henvisning til ophold siger, hvor mange nætter der ønskes]], [[S2:37-40: overnight stay. Bill L130 (January 2025), serviceloven § 82 c, stk. 3: consecutive nights are limited; the number is dated configuration.]])

Profile: PsychAcuteReferral
Parent: ServiceRequest
Id: psychacute-referral
Title: "Henvisning"
Description: "A referral from an acute call to a regional or municipal offer. A person who walks in needs none. What happens to it stands in the task that has it in focus."
* insert AlsoIn([[Referral]], [[En henvisning fra et akut opkald til et regionalt eller kommunalt tilbud. Den, der kommer af sig selv, har ingen. Hvad der sker med den, står i opgaven, der har den i fokus.]])
* insert Impose(dk-core-person-servicerequest)
* obeys psychacute-referral-1 and psychacute-referral-2 and psychacute-referral-3 and psychacute-referral-4 and psychacute-referral-5
* extension contains
    PsychAcuteReferralUrgency named urgency 1..1 MS and
    PsychAcuteLegalBasisExtension named legalBasis 1..* MS and
    PsychAcuteContactWish named contactWish 0..1 MS and
    PsychAcuteChildrenAtHome named childrenAtHome 0..1 MS and
    PsychAcuteTransport named transport 0..1 MS and
    PsychAcuteOvernightWish named overnightWish 0..1 MS
* status MS
* intent = #order
* priority 1..1 MS
* priority from PsychAcuteReferralPriorities (required)
* code 1..1 MS
* code from PsychAcuteHelpKinds (extensible)
* subject MS
* subject only Reference(PsychAcutePatient)
* encounter MS
* encounter ^short = "The call"
* occurrence[x] only Period
* occurrence[x] MS
* occurrence[x] ^short = "The window in which the help is needed"
* authoredOn 1..1 MS
* requester 1..1 MS
* performer 1..* MS
* performer only Reference(PsychAcuteOrganization or PsychAcuteOffer)
* reasonCode MS
* reasonCode from PsychAcuteReferralReasons (preferred)
* reasonCode ^short = "The citizen's words in text, and codes"
* reasonReference MS
* supportingInfo MS
* supportingInfo ^short = "Risk conclusions, summary, crisis plan"
* patientInstruction MS
* patientInstruction ^short = "What the person was told to do if it gets worse"
* requester only Reference(PsychAcuteOrganization or PsychAcutePractitioner or PsychAcutePractitionerRole)
