// Somebody who calls for another person, and people around the person in need.

Invariant: psychacute-related-person-1
Description: "A relative who may be contacted can be reached"
Severity: #warning
Expression: "active = true implies telecom.exists() or address.exists()"
* insert Because([[En pårørende, der må kontaktes, kan nås]], [[S4:11906-11913: contact details of relatives are shared, on the citizen's terms (S4:11899-11901).]])

Profile: PsychAcuteCaller
Parent: RelatedPerson
Id: psychacute-caller
Title: "Den der ringer for en anden"
Description: "A relative, neighbour, police officer or other who calls on behalf of the person in need."
* insert AlsoIn([[Caller for another person]], [[En pårørende, nabo, politibetjent eller anden, der ringer på vegne af personen, der har brug for hjælp.]])
* insert Impose(dk-core-related-person)
* patient only Reference(PsychAcutePatient)
* relationship 1..* MS
* relationship from PsychAcuteCallerRelationships (extensible)
* name MS
* telecom MS

Profile: PsychAcuteRelative
Parent: RelatedPerson
Id: psychacute-relative
Title: "Pårørende"
Description: "A relative of the person. Whether relatives may be contacted is the person's choice throughout (S1:8303) and stands in the consent and on the referral, not here; active says that the entry is in use."
* insert AlsoIn([[Relative]], [[En pårørende til personen. Om pårørende må kontaktes, vælger personen hele vejen (S1:8303), og det står i samtykket og på henvisningen, ikke her; active siger, at oplysningen er i brug.]])
* insert Impose(dk-core-related-person)
* obeys psychacute-related-person-1
* active 1..1 MS
* patient only Reference(PsychAcutePatient)
* relationship 1..* MS
* relationship from PsychAcuteCallerRelationships (extensible)
* name 1..* MS
* telecom MS
* period MS

// The age limit of 15 is computed on the day, not stated here.
Profile: PsychAcuteCustodyHolder
Parent: PsychAcuteRelative
Id: psychacute-custody-holder
Title: "Forældremyndighedsindehaver"
Description: "Holder of custody of a child: is informed of measures, and since 1 June 2024 is offered the after-talk too when the child is under 15. A holder's consent does not take the place of the child's."
* insert AlsoIn([[Holder of custody]], [[Forældremyndighedsindehaver til et barn: underrettes om foranstaltninger og tilbydes siden 1. juni 2024 også eftersamtalen, når barnet er under 15. Indehaverens samtykke træder ikke i stedet for barnets.]])
* insert Impose(dk-core-related-person)
* relationship 1..1
* relationship = PsychAcuteCallerRelationship#custody-holder
