Invariant: psychacute-task-1
Description: "The detailed state fits the status"
Severity: #error
Expression: "status = 'entered-in-error' or businessStatus.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-task-state').all((%resource.status + '/' + code) in ('requested/sent' | 'received/received' | 'accepted/accepted' | 'rejected/declined' | 'accepted/booked' | 'in-progress/arrived' | 'in-progress/in-progress' | 'failed/no-show' | 'failed/returned' | 'completed/completed' | 'cancelled/cancelled-by-citizen' | 'cancelled/cancelled-by-sender'))"
* insert Because([[Den nærmere tilstand passer til status]], [[Decision of this guide (README, States of a referral), over the R4 Task state machine: each detailed state has one Task.status.]])

Invariant: psychacute-task-2
Description: "A declined referral says why"
Severity: #error
Expression: "status = 'rejected' implies statusReason.exists()"
* insert Because([[En afvist henvisning siger hvorfor]], [[S1:7981-7987: an offer may have no place, or not be for the person; the sender has to find another.]])

Invariant: psychacute-task-3
Description: "A referral that is handed back to the region says why"
Severity: #error
Expression: "businessStatus.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-task-state' and code = 'returned').exists() implies statusReason.exists()"
* insert Because([[En henvisning, der returneres til regionen, siger hvorfor]], [[S2:43-49: an akuttilbud refers onward to teams, general practice and lægevagt; the region has to know what it takes over.]])

Invariant: psychacute-task-4
Description: "A booked time is an appointment in the output"
Severity: #error
Expression: "businessStatus.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-task-state' and code = 'booked').exists() implies output.type.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-task-output' and code = 'appointment').exists()"
* insert Because([[En aftalt tid står som en tid i resultatet]], [[S1:5581-5583: subacute times can be booked in the call.]])

Invariant: psychacute-task-5
Description: "A referral is not changed before it is written"
Severity: #error
Expression: "lastModified >= authoredOn"
* insert Because([[En henvisning ændres ikke, før den er skrevet]], [[R4 Task.authoredOn and lastModified.]])

Invariant: psychacute-task-6
Description: "A completed referral names the contact or the message that it led to"
Severity: #error
Expression: "status = 'completed' implies output.exists()"
* insert Because([[En afsluttet henvisning nævner den kontakt eller besked, den førte til]], [[S1:5659-5669: analysis of where calls lead to treatment: the path goes from the call through the referral to the contact.]])

Profile: PsychAcuteReferralTask
Parent: Task
Id: psychacute-referral-task
Title: "Henvisningens forløb"
Description: "What happens to a referral: received, accepted or declined, arrived, in progress, completed. The receiver updates it; its history is the course."
* insert AlsoIn([[Course of the referral]], [[Hvad der sker med en henvisning: modtaget, accepteret eller afvist, ankommet, i gang, afsluttet. Modtageren opdaterer den; dens historik er forløbet.]])
* obeys psychacute-task-1 and psychacute-task-2 and psychacute-task-3 and psychacute-task-4 and psychacute-task-5 and psychacute-task-6
* status MS
* statusReason MS
* statusReason from PsychAcuteTaskReasons (extensible)
* businessStatus 1..1 MS
* businessStatus from PsychAcuteTaskStates (required)
* intent = #order
* code = $task-code#fulfill
* focus 1..1 MS
* focus only Reference(PsychAcuteReferral or PsychAcuteDispatch)
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
