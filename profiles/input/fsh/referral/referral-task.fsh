Invariant: psychacute-task-1
Description: "The detailed state fits the status"
Severity: #error
Expression: "businessStatus.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-task-state').all((%resource.status + '/' + code) in ('requested/sent' | 'received/received' | 'accepted/accepted' | 'rejected/declined' | 'accepted/booked' | 'in-progress/arrived' | 'in-progress/in-progress' | 'failed/no-show' | 'failed/returned' | 'completed/completed' | 'cancelled/cancelled-by-citizen' | 'cancelled/cancelled-by-sender'))"
* insert Because([[Den nærmere tilstand passer til status]], [[The closed loop of a referral (README, 'States of a referral'); R4 Task state machine. Each detailed state has one Task.status.]])

Invariant: psychacute-task-2
Description: "A declined referral says why"
Severity: #error
Expression: "status = 'rejected' implies statusReason.exists()"
* insert Because([[En afvist henvisning siger hvorfor]], [[A decline is answered with a coded reason: full, outside the group, other.]])

Profile: PsychAcuteReferralTask
Parent: Task
Id: psychacute-referral-task
Title: "Henvisningens forløb"
Description: "What happens to a referral: received, accepted or declined, arrived, in progress, completed. The receiver updates it; its history is the course."
* obeys psychacute-task-1 and psychacute-task-2
* status MS
* statusReason MS
* statusReason from PsychAcuteTaskReasons (extensible)
* businessStatus 1..1 MS
* businessStatus from PsychAcuteTaskStates (required)
* intent = #order
* code = $task-code#fulfill
* focus 1..1 MS
* focus only Reference(PsychAcuteReferral)
* for 1..1 MS
* for only Reference(PsychAcutePatient)
* authoredOn 1..1 MS
* lastModified 1..1 MS
* requester 1..1 MS
* requester ^short = "The sender"
* owner 1..1 MS
* owner ^short = "The receiver"
* restriction MS
* restriction.period MS
* restriction.period ^short = "The time limit"
* output MS
* output.type from PsychAcuteTaskOutputs (extensible)
