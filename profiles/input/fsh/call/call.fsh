// Source: the call data set of Danske Regioner (2025) counts unanswered calls by themselves; nobody has spoken with the caller.
Invariant: psychacute-call-1
Description: "An unanswered call is cancelled"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-unanswered-reason').exists() implies status = 'cancelled'"

// Source: as psychacute-call-1. in-progress is the time when two people talk, so an unanswered call has none.
Invariant: psychacute-call-2
Description: "A cancelled call has no in-progress in its status history"
Severity: #error
Expression: "status = 'cancelled' implies statusHistory.where(status = 'in-progress').empty()"

// Source: handling time ends at period.end (the call data set, average handling time).
Invariant: psychacute-call-3
Description: "A call that is over has an end"
Severity: #error
Expression: "(status = 'finished' or status = 'cancelled') implies period.end.exists()"

Profile: PsychAcuteCall
Parent: Encounter
Id: psychacute-call
Title: "Akut psykiatrisk opkald"
Description: "One leg of an inquiry by telephone or video. The status history carries the times: arrived = in the queue, triaged = picked up and being sorted, in-progress = talking, onleave = parked or consulting, finished. A transfer is a new call, partOf the first; people who called are counted by the calls without partOf."
* insert Impose(dk-core-encounter)
* obeys psychacute-call-1 and psychacute-call-2 and psychacute-call-3
* extension contains
    PsychAcuteUnansweredReasonExtension named unansweredReason 0..1 MS and
    PsychAcuteCallback named callback 0..1 MS and
    PsychAcuteQueueInformation named queueInformation 0..* MS and
    PsychAcuteRecordOpened named recordOpened 0..1 MS and
    PsychAcuteDispositionExtension named disposition 0..* MS and
    PsychAcuteIncident named incident 0..1 MS
* status MS
* statusHistory MS
* statusHistory ^short = "arrived: in the queue; triaged: being sorted; in-progress: talking; onleave: parked or consulting"
* class = $act-code#VR
* type 1..1 MS
* type from PsychAcuteCallLines (required)
* type ^short = "The line that was called"
* serviceType 1..1 MS
* serviceType from PsychAcuteServiceTypes (required)
* priority MS
* priority from PsychAcuteCallPriorities (required)
* subject MS
* subject only Reference(PsychAcutePatient)
* subject ^short = "The person in need; absent when nobody answered or nobody is known"
* participant MS
* participant.type from PsychAcuteParticipantTypes (extensible)
* participant.individual only Reference(RelatedPerson or PractitionerRole or Practitioner)
* participant ^short = "The caller when somebody else calls (CALLBCK), and the staff"
* appointment ^short = "When the call keeps a promised follow-up"
* period 1..1 MS
* period.start 1..1
* length ^short = "Talk time, repeated for readers who want one number"
* reasonCode MS
* reasonCode ^short = "The citizen's words in text, and codes"
* serviceProvider 1..1 MS
* serviceProvider only Reference(PsychAcuteOrganization)
* serviceProvider ^short = "The organisation that answers"
* partOf only Reference(PsychAcuteCall)
* partOf ^short = "The first call, when this one was transferred"

// Somebody who calls for another person.
Profile: PsychAcuteCaller
Parent: RelatedPerson
Id: psychacute-caller
Title: "Den der ringer for en anden"
Description: "A relative, neighbour, police officer or other who calls on behalf of the person in need."
* insert Impose(dk-core-related-person)
* patient only Reference(PsychAcutePatient)
* relationship 1..* MS
* relationship from PsychAcuteCallerRelationships (extensible)
* telecom MS
