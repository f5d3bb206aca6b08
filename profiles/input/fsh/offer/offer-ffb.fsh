// Source: FFB 2.2.0 (KL), offer Socialt akuttilbud. The other kinds of offer are regional, and FFB is municipal.
Instance: psychacute-offer-ffb
InstanceOf: ConceptMap
Usage: #definition
Title: "Tilbudstyper til FFB"
Description: "Kinds of offer as FFB offers, version 2.2.0."
* url = "https://fhirpsychacute.dk/ig/ConceptMap/psychacute-offer-ffb"
* version = "0.1.0"
* name = "PsychAcuteOfferFfb"
* title = "Tilbudstyper til FFB"
* status = #draft
* experimental = false
* date = "2026-11-22"
* description = "Kinds of offer as FFB offers, version 2.2.0; regional kinds have no FFB code."
* sourceCanonical = Canonical(PsychAcuteOfferTypes)
* group.source = Canonical(PsychAcuteOfferType)
* group.target = $ffb
* group.targetVersion = "2.2.0"
* group.element[+].code = #akuttilbud
* group.element[=].target.code = #5ea75f09-8eec-4edc-aafd-a330a523c33e
* group.element[=].target.display = "Socialt akuttilbud"
* group.element[=].target.equivalence = #equivalent
* group.element[+].code = #pam
* group.element[=].target.equivalence = #unmatched
* group.element[+].code = #akutteam
* group.element[=].target.equivalence = #unmatched
