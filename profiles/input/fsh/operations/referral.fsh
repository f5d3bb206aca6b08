// Task/[id]/$referral-answer and ServiceRequest/[id]/$referral-status.

Instance: psychacute-referral-answer
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-referral-answer"
* version = "0.1.0"
* name = "PsychAcuteReferralAnswer"
* title = "Svar på henvisning"
* insert OperationAlsoIn([[Answer a referral]], [[Bringer en henvisning et skridt videre i ét kald: modtaget, accepteret, afvist, tid aftalt, ankommet, i gang, afsluttet, ikke kommet, returneret, aflyst.]])
* status = #draft
* kind = #operation
* date = "2026-11-22"
* description = "Brings a referral a step on in one call: received, accepted, declined, booked, arrived, in progress, completed, no-show, returned, cancelled. The server makes the next version of the task and holds it against the same rules as an update: the profile, the steps of a referral and who may take them (403), what may not change. If-Match is honoured (412); without it, an answer that comes second is held against what the first has made of the referral. The step leaves a Provenance; a reported no-show may leave an alert."
* code = #referral-answer
* resource = #Task
* affectsState = true
* system = false
* type = false
* instance = true
* insert In(state, 1, 1, code, [[A code of psychacute-task-state: where the referral comes to stand.]])
* insert In(actor, 0, 1, Reference, [[Who answers: the receiver or somebody of its staff - PractitionerRole or Organization - or another party. In a URL Type/id. X-Provenance says it too, and counts before it.]])
* insert In(reason, 0, 1, CodeableConcept, [[Why it is declined, handed back or cancelled, or why the person did not arrive. In a URL or as valueCode a code of psychacute-task-reason.]])
* insert In(reason-text, 0, 1, string, [[The reason in words, beside its code or alone.]])
* insert In(note, 0, 1, string, [[A note to the sender.]])
* insert In(time, 0, 1, dateTime, [[When it happened. Default: now.]])
* insert In(encounter, 0, 1, Reference, [[The stay or contact that it led to.]])
* insert In(appointment, 0, 1, Reference, [[The appointment that was made.]])
* insert In(slot, 0, 1, Reference, [[A free Slot in the offer's calendar: the server makes the appointment and marks the slot busy, together with the answer or not at all.]])
* insert In(message, 0, 1, Reference, [[A message about the course.]])
* insert Out(return, 1, 1, Task, [[The new version of the task.]])

Instance: psychacute-referral-status
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-referral-status"
* version = "0.1.0"
* name = "PsychAcuteReferralStatus"
* title = "Hvor henvisningen er nået til"
* insert OperationAlsoIn([[Where a referral stands]], [[Hvor en henvisning er nået til: hvis tur det er, frist og om den er overskredet, hvad afsenderen skal vide, nætter, hvad der blev af den, og hvem der gjorde hvad hvornår.]])
* status = #draft
* kind = #operation
* date = "2026-11-22"
* description = "Where a referral stands: whose turn it is, the time limit and whether it has passed, what the sender has to act upon, nights, what became of it, and who did what when. Of several tasks of one request the latest counts. Every threshold names its source and whether it is verified."
* code = #referral-status
* resource = #ServiceRequest
* affectsState = false
* system = false
* type = false
* instance = true
* insert In(at, 0, 1, dateTime, [[The time by which limits are judged, of the referral as it stands now. Default: now.]])
* insert Out(task, 1, 1, Reference, [[The task.]])
* insert Out(earlierTask, 0, *, Reference, [[Tasks of the same request before it.]])
* insert Out(state, 1, 1, Coding, [[Where it stands.]])
* insert Out(stateText, 1, 1, string, [[The same in words, in the language of the caller.]])
* insert Out(open, 1, 1, boolean, [[Whether anything can follow.]])
* insert Out(turn, 0, 1, Reference, [[Whose turn it is: the receiver while it is open.]])
* insert OutParts(next, 0, *, [[A step that may follow.]])
* insert Part(state, 1, 1, code, [[Where it leads.]])
* insert Part(by, 1, 1, string, [[Who may take it.]])
* insert Part(reasonRequired, 1, 1, boolean, [[Whether a reason has to be given.]])
* insert Out(reason, 0, 1, CodeableConcept, [[Why it was declined, handed back or cancelled.]])
* insert Out(urgency, 0, 1, code, [[A code of psychacute-urgency-level.]])
* insert Out(since, 0, 1, dateTime, [[Since when it stands there.]])
* insert Out(limit, 0, 1, dateTime, [[The time limit.]])
* insert Out(expected, 0, 1, dateTime, [[When the person is expected at the latest: the limit, or a time that was agreed after it.]])
* insert Out(at, 1, 1, dateTime, [[The time by which limits were judged.]])
* insert Out(overdue, 0, 1, code, [[answer: nobody has answered in time. arrival: the person has not come in time.]])
* insert OutParts(alert, 0, *, [[What the sender has to act upon.]])
* insert Part(rule, 1, 1, code, [[Rule of rules/referral.csv.]])
* insert Part(status, 1, 1, code, [[preliminary or final as it is stored; computed where it is not stored yet.]])
* insert Part(due, 0, 1, dateTime, [[When the answer or the person was due.]])
* insert Part(text, 0, 1, string, [[What happened.]])
* insert Part(says, 0, 1, string, [[The rule in one sentence.]])
* insert Part(source, 0, 1, string, [[Where the rule comes from.]])
* insert Part(verified, 0, 1, boolean, [[Whether the source was verified.]])
* insert Part(finding, 0, 1, Reference, [[The stored DetectedIssue.]])
* insert OutParts(nights, 0, 1, [[Nights in the offer.]])
* insert Part(count, 1, 1, integer, [[How many.]])
* insert Part(inARow, 1, 1, integer, [[The longest row of them.]])
* insert Part(limit, 0, 1, integer, [[Most nights in a row by the rule of that day.]])
* insert Part(exceeded, 0, 1, boolean, [[Whether there were more.]])
* insert Part(says, 0, 1, string, [[The rule in one sentence.]])
* insert Part(source, 0, 1, string, [[Where the rule comes from.]])
* insert Part(verified, 0, 1, boolean, [[Whether the source was verified.]])
* insert Part(notAssessedAfter, 0, *, date, [[An evening whose night was followed by no new judgement of urgency.]])
* insert Part(night, 0, *, Reference, [[Each night.]])
* insert Out(contact, 0, *, Reference, [[Stays and contacts that rest on the referral.]])
* insert Out(appointment, 0, *, Reference, [[Appointments.]])
* insert Out(message, 0, *, Reference, [[Messages.]])
* insert OutParts(step, 0, *, [[A step that was taken, oldest first.]])
* insert Part(state, 0, 1, code, [[Where it led.]])
* insert Part(occurred, 0, 1, dateTime, [[When it happened.]])
* insert Part(recorded, 0, 1, dateTime, [[When it was recorded.]])
* insert Part(actor, 0, *, Reference, [[Who took it.]])
* insert Part(reason, 0, 1, CodeableConcept, [[Why.]])
* insert Part(provenance, 1, 1, Reference, [[The Provenance that tells it.]])
