Invariant: psychacute-capacity-1
Description: "There are not more free places than places"
Severity: #error
Expression: "extension.where(url = 'free').value <= extension.where(url = 'places').value"
* insert Because([[Der er ikke flere ledige pladser end pladser]], [[Arithmetic: nobody can have more places free than there are.]])

Extension: PsychAcuteCapacity
Id: psychacute-capacity
Title: "Kapacitet"
Description: "How many places the offer has, how many are free, and when that was so."
Context: HealthcareService
* insert AlsoIn([[Capacity]], [[Hvor mange pladser tilbuddet har, hvor mange der er ledige, og hvornår det var sådan.]])
* obeys psychacute-capacity-1
* extension contains places 1..1 MS and free 1..1 MS and asOf 1..1 MS
* extension[places].value[x] 1..1
* extension[places].value[x] only unsignedInt
* extension[free].value[x] 1..1
* extension[free].value[x] only unsignedInt
* extension[asOf].value[x] 1..1
* extension[asOf].value[x] only dateTime

Extension: PsychAcuteConfirmed
Id: psychacute-confirmed
Title: "Bekræftet"
Description: "When somebody last confirmed that the entry is right, and who."
Context: HealthcareService
* insert AlsoIn([[Confirmed]], [[Hvornår nogen sidst bekræftede, at oplysningen er rigtig, og hvem.]])
* extension contains time 1..1 MS and by 0..1 MS
* extension[time].value[x] 1..1
* extension[time].value[x] only dateTime
* extension[by].value[x] 1..1
* extension[by].value[x] only Reference(Practitioner or PractitionerRole or Organization)

Invariant: psychacute-offer-1
Description: "A socialt akuttilbud says whether one can stay the night"
Severity: #error
Expression: "type.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-offer-type' and code = 'akuttilbud').exists() implies characteristic.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-offer-characteristic' and (code = 'overnight' or code = 'no-overnight')).count() = 1"
* insert Because([[Et socialt akuttilbud siger, om man kan overnatte]], [[Sociale akuttilbud differ in whether one can stay the night; one that has no beds has to say so.]])

Profile: PsychAcuteOffer
Parent: HealthcareService
Id: psychacute-offer
Title: "Tilbud"
Description: "An offer that a person in an acute mental crisis can be directed to: what it is, for whom, where, when it is open and whether there is room."
* insert AlsoIn([[Offer]], [[Et tilbud, som en person i akut psykisk krise kan vises hen til: hvad det er, for hvem, hvor, hvornår der er åbent, og om der er plads.]])
* obeys psychacute-offer-1
* extension contains
    PsychAcuteCapacity named capacity 0..1 MS and
    PsychAcuteConfirmed named confirmed 0..1 MS
* insert SliceIdentifierBySystem
* identifier MS
* identifier contains sor 0..1 MS and gln 0..1 MS
* identifier[sor] only PsychAcuteSorIdentifier
* identifier[sor].system 1..1
* identifier[sor].system = $sor
* identifier[gln] only PsychAcuteGlnIdentifier
* identifier[gln].system 1..1
* identifier[gln].system = $gln
* active 1..1 MS
* providedBy 1..1 MS
* providedBy only Reference(PsychAcuteOrganization)
* category 1..1 MS
* category from PsychAcuteOfferCategories (required)
* type 1..* MS
* type from PsychAcuteOfferTypes (extensible)
* name 1..1 MS
* telecom MS
* coverageArea MS
* coverageArea ^short = "The municipalities or regions whose citizens may come"
* eligibility MS
* eligibility.code from PsychAcuteAgeGroups (extensible)
* characteristic MS
* characteristic from PsychAcuteOfferCharacteristics (extensible)
* referralMethod MS
* appointmentRequired MS
* availableTime MS
* notAvailable MS
* availabilityExceptions MS
