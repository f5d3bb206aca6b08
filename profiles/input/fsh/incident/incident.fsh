// The psychosocial emergency response: many people struck by one event. KOP, koordinerende psykiatrisk kontaktperson, is who is sent out (S1:4709-4713).

CodeSystem: PsychAcuteIncidentKind
Id: psychacute-incident-kind
Title: "Hændelse"
Description: "Kinds of event for which the psychosocial emergency response is activated. The list is this guide's own."
* insert AlsoIn([[Incident]], [[Hændelser, som det psykosociale beredskab aktiveres ved. Listen er guidens egen.]])
* insert DanishCodes
* insert Code(ulykke, [[Større ulykke]], [[Major accident]], [[An accident with many people hurt or struck.]])
* insert Code(vold, [[Vold eller terror]], [[Violence or terror]], [[An attack.]])
* insert Code(doedsfald, [[Voldsomt dødsfald]], [[Violent death]], [[A death that strikes a school, a workplace or another group.]])
* insert Code(naturhaendelse, [[Naturhændelse]], [[Natural event]], [[A flood, a storm or a fire.]])
* insert Code(anden, [[Anden hændelse]], [[Other event]], [[Another event, named in the name of the activation.]])

ValueSet: PsychAcuteIncidentKinds
Id: psychacute-incident-kind
Title: "Hændelser"
Description: "Every kind."
* insert AlsoIn([[Incidents]], [[Alle slags hændelser.]])
* ^experimental = false
* include codes from system PsychAcuteIncidentKind

Extension: PsychAcuteActivation
Id: psychacute-activation
Title: "Aktiveret"
Description: "From when until when the psychosocial emergency response was active."
Context: Group
* insert AlsoIn([[Activated]], [[Fra hvornår til hvornår det psykosociale beredskab var aktivt.]])
* value[x] 1..1
* value[x] only Period

Invariant: psychacute-kop-1
Description: "An activation that is over has an end, and one that is active has none"
Severity: #error
Expression: "active = extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-activation').value.ofType(Period).end.empty()"
* insert Because([[En aktivering, der er slut, har et sluttidspunkt, og en aktiv har intet]], [[S1:4709-4713: the psychosocial emergency response is activated for an event and stands down again.]])

Invariant: psychacute-kop-2
Description: "A person is grouped once"
Severity: #error
Expression: "member.entity.reference.isDistinct()"
* insert Because([[En person står kun én gang]], [[Decision of this guide: affected persons are counted by members.]])

Profile: PsychAcuteKopActivation
Parent: Group
Id: psychacute-kop-activation
Title: "Aktivering af psykosocialt beredskab"
Description: "One activation of the psychosocial emergency response, for which the koordinerende psykiatriske kontaktperson (KOP) is sent out, with the persons who were struck. Calls name it by the extension psychacute-incident, follow-up contacts by their reason."
* insert AlsoIn([[Activation of the psychosocial emergency response]], [[Én aktivering af det psykosociale beredskab, hvor den koordinerende psykiatriske kontaktperson (KOP) udsendes, med de ramte personer. Opkald nævner den ved udvidelsen psychacute-incident, opfølgende kontakter ved deres årsag.]])
* obeys psychacute-kop-1 and psychacute-kop-2
* extension contains PsychAcuteActivation named activation 1..1 MS
* identifier 1..* MS
* active 1..1 MS
* type = #person
* actual = true
* code 1..1 MS
* code from PsychAcuteIncidentKinds (extensible)
* name 1..1 MS
* managingEntity 1..1 MS
* managingEntity only Reference(PsychAcuteOrganization or PsychAcutePractitionerRole)
* member MS
* member.entity only Reference(PsychAcutePatient or PsychAcutePractitioner)

CodeSystem: PsychAcuteTaskKind
Id: psychacute-task-kind
Title: "Opgave"
Description: "Kinds of task that are neither a referral nor a complaint."
* insert AlsoIn([[Task]], [[Opgaver, der hverken er en henvisning eller en klage.]])
* insert DanishCodes
* insert Code(opfoelgende-kontakt, [[Opsøgende opfølgende kontakt]], [[Proactive follow-up contact]], [[Somebody contacts the person on their own initiative, on a day that was planned.]])

Invariant: psychacute-follow-up-1
Description: "A follow-up that was done says when and with whom"
Severity: #error
Expression: "status = 'completed' implies (executionPeriod.end.exists() and output.exists())"
* insert Because([[En udført opfølgning siger hvornår og hvordan]], [[S1:4709-4713 and 5581-5583: follow-up contacts are planned and ticked off.]])

Invariant: psychacute-follow-up-2
Description: "A planned follow-up has a day"
Severity: #error
Expression: "status = 'requested' or status = 'accepted' implies restriction.period.exists()"
* insert Because([[En planlagt opfølgning har en dag]], [[S1:5581-5583: follow-up calls to citizens.]])

Profile: PsychAcuteFollowUp
Parent: Task
Id: psychacute-follow-up
Title: "Opfølgende kontakt"
Description: "A contact that staff take on their own initiative: after an event, or as promised in a call."
* insert AlsoIn([[Follow-up contact]], [[En kontakt, som personalet tager på eget initiativ: efter en hændelse, eller som lovet i et opkald.]])
* obeys psychacute-follow-up-1 and psychacute-follow-up-2
* status MS
* statusReason MS
* intent = #plan
* code 1..1 MS
* code = PsychAcuteTaskKind#opfoelgende-kontakt
* groupIdentifier MS
* groupIdentifier ^short = "The identifier of the activation"
* for 1..1 MS
* for only Reference(PsychAcutePatient)
* encounter ^short = "The call in which it was promised"
* executionPeriod MS
* authoredOn 1..1 MS
* requester MS
* owner 1..1 MS
* reasonReference MS
* reasonReference only Reference(PsychAcuteKopActivation or PsychAcuteCall or PsychAcuteStay)
* restriction MS
* output MS

CodeSystem: PsychAcuteFollowUpState
Id: psychacute-follow-up-state
Title: "Hvor langt opfølgningen er"
Description: "How far a follow-up contact after an incident has come at a time, and how far a person's follow-up has come: the state that most needs somebody to act."
* insert AlsoIn([[How far the follow-up is]], [[Hvor langt en opfølgende kontakt efter en hændelse er på et tidspunkt, og hvor langt en persons opfølgning er: den tilstand, der mest kræver, at nogen handler.]])
* insert DanishCodes
* insert Code(overdue, [[Overskredet]], [[Overdue]], [[The day that was planned has passed without a contact.]])
* insert Code(none, [[Ingen opfølgning]], [[No follow-up]], [[Nothing is planned and nothing was done.]])
* insert Code(unreachable, [[Ikke truffet]], [[Not reached]], [[It was tried, the person was not reached, and nothing else is planned.]])
* insert Code(planned, [[Planlagt]], [[Planned]], [[A contact is planned for a day that has not passed.]])
* insert Code(done, [[Udført]], [[Done]], [[The contact took place, and nothing else is planned.]])
* insert Code(cancelled, [[Aflyst]], [[Cancelled]], [[The contact was called off.]])

ValueSet: PsychAcuteFollowUpStates
Id: psychacute-follow-up-state
Title: "Hvor langt opfølgninger er"
Description: "Every state."
* insert AlsoIn([[States of follow-ups]], [[Alle tilstande.]])
* ^experimental = false
* include codes from system PsychAcuteFollowUpState

Instance: psychacute-encounter-incident
InstanceOf: SearchParameter
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/SearchParameter/psychacute-encounter-incident"
* version = "0.1.0"
* name = "PsychAcuteEncounterIncident"
* status = #draft
* experimental = false
* description = "The incident that a call belongs to"
* code = #incident
* base = #Encounter
* type = #reference
* expression = "Encounter.extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-incident').value"
* target = #Group

Instance: psychacute-task-reason-reference
InstanceOf: SearchParameter
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/SearchParameter/psychacute-task-reason-reference"
* version = "0.1.0"
* name = "PsychAcuteTaskReasonReference"
* status = #draft
* experimental = false
* description = "What a task is done for: the activation, the call or the stay that a follow-up contact comes from"
* code = #reason-reference
* base = #Task
* type = #reference
* expression = "Task.reasonReference"
* target[0] = #Group
* target[1] = #Encounter
