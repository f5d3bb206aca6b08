Invariant: psychacute-urgency-1
Description: "A judgement is never amended or corrected: a new one is made, or it was entered in error"
Severity: #error
Expression: "status != 'amended' and status != 'corrected'"
* insert Because([[En vurdering ændres eller rettes aldrig: der laves en ny, eller den er indtastet ved en fejl]], [[Each new judgement is an observation of its own, so that the course of a call can be followed; R4 Observation.status.]])

Profile: PsychAcuteUrgency
Parent: Observation
Id: psychacute-urgency
Title: "Hastegrad"
Description: "One judgement of urgency, in a call or during a stay. The latest one that was not entered in error counts."
* insert AlsoIn([[Urgency]], [[Én vurdering af hastegraden, i et opkald eller under et ophold. Den seneste, der ikke er indtastet ved en fejl, gælder.]])
* insert Impose(dk-core-observation)
* obeys psychacute-urgency-1
* status MS
* code = PsychAcuteObservationCode#hastegrad
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* encounter 1..1 MS
* encounter ^short = "The call, or the stay in an offer"
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer 1..* MS
* value[x] 1..1 MS
* value[x] only CodeableConcept
* value[x] from PsychAcuteUrgencyLevels (required)
* note MS
* derivedFrom MS
* derivedFrom ^short = "The answers and scores that the judgement rests on"
