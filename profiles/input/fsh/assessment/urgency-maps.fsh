// Decision of this guide: Encounter.priority is the coarse copy of the urgency, in the set that dk-core allows beside it.
Instance: psychacute-urgency-priority
InstanceOf: ConceptMap
Usage: #definition
Title: "Hastegrad til opkaldets prioritet"
Description: "The coarse copy of the urgency in Encounter.priority."
* url = "https://fhirpsychacute.dk/ig/ConceptMap/psychacute-urgency-priority"
* version = "0.1.0"
* name = "PsychAcuteUrgencyPriority"
* title = "Hastegrad til opkaldets prioritet"
* status = #draft
* experimental = false
* date = "2026-11-22"
* description = "Urgency as v3-ActPriority. Uafklaret has no target: a priority is set when the level is."
* sourceCanonical = Canonical(PsychAcuteUrgencyLevels)
* targetCanonical = Canonical(PsychAcuteCallPriorities)
* group.source = Canonical(PsychAcuteUrgencyLevel)
* group.target = $act-priority
* group.element[+].code = #livstruende
* group.element[=].target.code = #EM
* group.element[=].target.equivalence = #wider
* group.element[+].code = #akut
* group.element[=].target.code = #UR
* group.element[=].target.equivalence = #wider
* group.element[+].code = #subakut
* group.element[=].target.code = #R
* group.element[=].target.equivalence = #wider
* group.element[+].code = #vejledning
* group.element[=].target.code = #R
* group.element[=].target.equivalence = #wider
* group.element[+].code = #uafklaret
* group.element[=].target.equivalence = #unmatched

// The same on a referral: dk-core's person-servicerequest allows asap and routine only.
Instance: psychacute-urgency-referral-priority
InstanceOf: ConceptMap
Usage: #definition
Title: "Hastegrad til henvisningens prioritet"
Description: "The coarse copy of the urgency in ServiceRequest.priority."
* url = "https://fhirpsychacute.dk/ig/ConceptMap/psychacute-urgency-referral-priority"
* version = "0.1.0"
* name = "PsychAcuteUrgencyReferralPriority"
* title = "Hastegrad til henvisningens prioritet"
* status = #draft
* experimental = false
* date = "2026-11-22"
* description = "Urgency as asap (akut) and routine (elektiv), the values that dk-core 3.7.0 allows."
* sourceCanonical = Canonical(PsychAcuteUrgencyLevels)
* targetCanonical = Canonical(PsychAcuteReferralPriorities)
* group.source = Canonical(PsychAcuteUrgencyLevel)
* group.target = $request-priority
* group.element[+].code = #livstruende
* group.element[=].target.code = #asap
* group.element[=].target.equivalence = #wider
* group.element[+].code = #akut
* group.element[=].target.code = #asap
* group.element[=].target.equivalence = #wider
* group.element[+].code = #subakut
* group.element[=].target.code = #routine
* group.element[=].target.equivalence = #wider
* group.element[+].code = #vejledning
* group.element[=].target.code = #routine
* group.element[=].target.equivalence = #wider
* group.element[+].code = #uafklaret
* group.element[=].target.equivalence = #unmatched

// Source: UK Mental Health Triage Scale, categories A to C as read (A immediate, B within 4 hours, C within 24 hours); D and beyond were not verified.
// A cross-reference for readers of both scales, not a rule: Denmark has no national triage model (S1:5591-5597).
Instance: psychacute-urgency-mhts
InstanceOf: ConceptMap
Usage: #definition
Title: "Hastegrad ved siden af UK MHTS"
Description: "Urgency beside the UK Mental Health Triage Scale."
* url = "https://fhirpsychacute.dk/ig/ConceptMap/psychacute-urgency-mhts"
* version = "0.1.0"
* name = "PsychAcuteUrgencyMhts"
* title = "Hastegrad ved siden af UK MHTS"
* status = #draft
* experimental = true
* date = "2026-11-22"
* description = "A cross-reference to the UK Mental Health Triage Scale, categories A to C; later categories were not verified. It decides nothing."
* sourceCanonical = Canonical(PsychAcuteUrgencyLevels)
* group.source = Canonical(PsychAcuteUrgencyLevel)
* group.target = "https://fhirpsychacute.dk/sid/uk-mental-health-triage-scale"
* group.element[+].code = #livstruende
* group.element[=].target.code = #A
* group.element[=].target.equivalence = #relatedto
* group.element[+].code = #akut
* group.element[=].target.code = #B
* group.element[=].target.equivalence = #relatedto
* group.element[+].code = #subakut
* group.element[=].target.code = #C
* group.element[=].target.equivalence = #relatedto
