Invariant: psychacute-appointment-1
Description: "A booked time has a slot, or a beginning and an end of its own"
Severity: #error
Expression: "status = 'booked' implies (slot.exists() and start.exists() and end.exists())"
* insert Because([[En aftalt tid har en plads i kalenderen, en begyndelse og en slutning]], [[S1:5581-5583: subacute times in regional psychiatry are booked in the call.]])

Invariant: psychacute-appointment-2
Description: "Both the person and the offer take part"
Severity: #error
Expression: "participant.actor.where(reference.exists() or identifier.exists()).count() >= 2"
* insert Because([[Både personen og tilbuddet er med]], [[R4 Appointment.participant: who is expected to attend.]])

Profile: PsychAcuteAppointment
Parent: Appointment
Id: psychacute-appointment
Title: "Subakut tid"
Description: "A time that was booked for a person in a call, in an offer's calendar."
* insert AlsoIn([[Subacute appointment]], [[En tid, der blev bestilt til en person i et opkald, i et tilbuds kalender.]])
* obeys psychacute-appointment-1 and psychacute-appointment-2
* status MS
* cancelationReason MS
* serviceType MS
* slot MS
* slot only Reference(PsychAcuteSlot)
* basedOn 1..* MS
* basedOn only Reference(PsychAcuteReferral)
* start MS
* end MS
* patientInstruction MS
* participant MS
* participant.actor only Reference(PsychAcutePatient or PsychAcuteOffer or PsychAcutePractitionerRole or PsychAcuteLocation or RelatedPerson)
