Extension: PsychAcuteReferralUrgency
Id: psychacute-referral-urgency
Title: "Hastegrad"
Description: "The true urgency of the referral; priority is the coarse copy that dk-core allows."
Context: ServiceRequest
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteUrgencyLevels (required)

Extension: PsychAcuteLegalBasisExtension
Id: psychacute-legal-basis
Title: "Grundlag for deling"
Description: "On what ground the information is passed on, and where that ground stands."
Context: ServiceRequest, CarePlan
* extension contains basis 1..1 MS and source 0..1 MS
* extension[basis].value[x] 1..1
* extension[basis].value[x] only CodeableConcept
* extension[basis].value[x] from PsychAcuteLegalBases (required)
* extension[source] ^short = "The provision, or where the consent is recorded"
* extension[source].value[x] 1..1
* extension[source].value[x] only string

Extension: PsychAcuteContactWish
Id: psychacute-contact-wish
Title: "Ønske til kontakten"
Description: "How the person wishes to be met, on which number, and whether a relative may be contacted."
Context: ServiceRequest
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
* value[x] 1..1
* value[x] only boolean

Extension: PsychAcuteTransport
Id: psychacute-transport
Title: "Transport"
Description: "How the person gets to the offer."
Context: ServiceRequest
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteTransportModes (required)

Extension: PsychAcuteOvernightWish
Id: psychacute-overnight-wish
Title: "Ønske om overnatning"
Description: "How many nights the person wishes to stay; 0 is none. How many are allowed is configuration with a date, not a rule of this profile."
Context: ServiceRequest
* value[x] 1..1
* value[x] only unsignedInt

Invariant: psychacute-referral-1
Description: "A life-threatening or acute referral has priority asap, a subacute one routine"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-referral-urgency').value.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-urgency-level').all(((code = 'livstruende' or code = 'akut') implies %resource.priority = 'asap') and (code = 'subakut' implies %resource.priority = 'routine'))"
* insert Because([[En livstruende eller akut henvisning har prioritet asap, en subakut har routine]], [[Dk-core 3.7.0: asap is akut, routine is elektiv; urgency levels of Danske Regioner (2025).]])

Profile: PsychAcuteReferral
Parent: ServiceRequest
Id: psychacute-referral
Title: "Henvisning"
Description: "A referral from an acute call to a regional or municipal offer. A person who walks in needs none. What happens to it stands in the task that has it in focus."
* insert Impose(dk-core-person-servicerequest)
* obeys psychacute-referral-1
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
* reasonCode ^short = "The citizen's words in text, and codes"
* reasonReference MS
* supportingInfo MS
* supportingInfo ^short = "Risk conclusions, summary, crisis plan"
* patientInstruction MS
* patientInstruction ^short = "What the person was told to do if it gets worse"
