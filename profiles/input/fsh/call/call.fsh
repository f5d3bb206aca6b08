Invariant: psychacute-call-1
Description: "An unanswered call is cancelled"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-unanswered-reason').exists() implies status = 'cancelled'"
* insert Because([[Et ubesvaret opkald har status cancelled]], [[S1:5659-5669: unanswered calls are counted by themselves; nobody has spoken with the caller.]])

Invariant: psychacute-call-2
Description: "A cancelled call has no in-progress in its status history"
Severity: #error
Expression: "status = 'cancelled' implies statusHistory.where(status = 'in-progress').empty()"
* insert Because([[Et opkald med status cancelled har intet in-progress i sin statushistorik]], [[As psychacute-call-1. in-progress is the time when two people talk, so an unanswered call has none.]])

Invariant: psychacute-call-3
Description: "A call that is over has an end"
Severity: #error
Expression: "(status = 'finished' or status = 'cancelled') implies period.end.exists()"
* insert Because([[Et opkald, der er slut, har et sluttidspunkt]], [[S1:5659-5669: average handling time; it ends at period.end.]])

Invariant: psychacute-call-4
Description: "Somebody has talked in a call that is finished"
Severity: #error
Expression: "status = 'finished' implies statusHistory.where(status = 'in-progress').exists()"
* insert Because([[I et opkald med status finished har nogen talt sammen]], [[S1:5659-5669: call duration. Talk time is the sum of in-progress; a call without any is unanswered.]])

Invariant: psychacute-call-5
Description: "The times of the call lie within its period"
Severity: #error
Expression: "statusHistory.period.start.all($this >= %resource.period.start) and (period.end.exists() implies statusHistory.period.end.all($this <= %resource.period.end))"
* insert Because([[Opkaldets tider ligger inden for dets periode]], [[S1:5659-5669: waiting, talk and handling time are parts of one call; handling time ends at period.end.]])

Invariant: psychacute-call-6
Description: "At most one person calls"
Severity: #error
Expression: "participant.where(type.coding.where(system = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType' and code = 'CALLBCK').exists()).count() <= 1"
* insert Because([[Højst én person ringer]], [[Decision of this guide: people who called are counted by calls; S1:5119-5127 names who calls.]])

Invariant: psychacute-call-7
Description: "A civil-society line does not look up the record"
Severity: #error
Expression: "type.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-call-line' and code = 'civil-line').exists() implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-record-opened' and value = true).empty()"
* insert Because([[En linje i civilsamfundet slår ikke op i journalen]], [[S3:438-442: volunteers can neither keep records nor refer. S1:5573-5575: access to the record only with the necessary rights.]])

Invariant: psychacute-call-8
Description: "Advice from the akut psykiatrisk koordinator has a time"
Severity: #error
Expression: "participant.where(type.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-participant-type' and code = 'apk-consult').exists()).all(period.start.exists())"
* insert Because([[Sparring med akut psykiatrisk koordinator har et tidspunkt]], [[S1:5516-5526: the function supports the call handlers day and night; how often and when is counted.]])

Invariant: psychacute-call-9
Description: "Who left the queue for a call-back wanted one"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-unanswered-reason').value.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-unanswered-reason' and code = 'call-back').exists() implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-callback').extension.where(url = 'wanted' and value = true).exists()"
* insert Because([[Den, der forlod køen for at blive ringet op, ønskede et tilbagekald]], [[S1:5585-5587: call-back.]])

Invariant: psychacute-call-10
Description: "A transferred call says which call was the first"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-transferred-from').exists() implies partOf.exists()"
* insert Because([[Et omstillet opkald siger, hvilket opkald der var det første]], [[S1:5577-5579: calls can be transferred to and between AMK and lægevagt; people who called are counted by calls without partOf.]])

Profile: PsychAcuteCall
Parent: Encounter
Id: psychacute-call
Title: "Akut psykiatrisk opkald"
Description: "One leg of an inquiry by telephone or video. The status history carries the times: arrived = in the queue, triaged = picked up and being sorted, in-progress = talking, onleave = parked or consulting, finished. A transfer is a new call, partOf the first; people who called are counted by the calls without partOf."
* insert AlsoIn([[Acute psychiatric call]], [[Ét led af en henvendelse pr. telefon eller video. Tiderne står i statushistorikken: arrived = i kø, triaged = taget og ved at blive visiteret, in-progress = samtale, onleave = parkeret eller sparring, finished. En omstilling er et nyt opkald, partOf det første; personer, der ringede, tælles ved opkald uden partOf.]])
* insert Impose(dk-core-encounter)
* obeys psychacute-call-1 and psychacute-call-2 and psychacute-call-3 and psychacute-call-4 and psychacute-call-5 and psychacute-call-6 and psychacute-call-7 and psychacute-call-8 and psychacute-call-9 and psychacute-call-10
* extension contains
    PsychAcuteUnansweredReasonExtension named unansweredReason 0..1 MS and
    PsychAcuteCallback named callback 0..1 MS and
    PsychAcuteQueueInformation named queueInformation 0..* MS and
    PsychAcuteRecordOpened named recordOpened 0..1 MS and
    PsychAcuteDispositionExtension named disposition 0..* MS and
    PsychAcuteIncident named incident 0..1 MS and
    PsychAcuteCallLanguage named language 0..1 MS and
    PsychAcuteTransferredFrom named transferredFrom 0..1 MS
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
* participant.individual only Reference(RelatedPerson or PsychAcutePractitionerRole or PsychAcutePractitioner)
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
