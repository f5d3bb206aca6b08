// Sending somebody out: ambulance, police, akutlægebil, udrykningstjeneste.

ValueSet: PsychAcuteDispatchKinds
Id: psychacute-dispatch-kind
Title: "Udrykning"
Description: "What can be sent out."
* insert AlsoIn([[Dispatch]], [[Hvad der kan sendes ud.]])
* ^experimental = false
* PsychAcuteHelp#ambulance
* PsychAcuteHelp#politi
* PsychAcuteHelp#akutlaegebil
* PsychAcuteHelp#udrykning

Invariant: psychacute-dispatch-1
Description: "A dispatch says where to"
Severity: #error
Expression: "locationReference.exists() or locationCode.text.exists()"
* insert Because([[En udrykning siger hvorhen]], [[S1:5577-5579: ambulance or police are called out directly from the call.]])

Invariant: psychacute-dispatch-2
Description: "Police are called on a ground that is named"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-help' and code = 'politi').exists() implies reasonCode.exists()"
* insert Because([[Politi tilkaldes af en grund, der nævnes]], [[S1:5133-5140 and 5615: in some cases the police; by need.]])

Profile: PsychAcuteDispatch
Parent: ServiceRequest
Id: psychacute-dispatch
Title: "Udrykning"
Description: "A request, made in the call, that somebody drives out to the person. What becomes of it stands in a task."
* insert AlsoIn([[Dispatch]], [[En anmodning fra opkaldet om, at nogen kører ud til personen. Hvad der blev af den, står i en opgave.]])
* insert Impose(dk-core-person-servicerequest)
* obeys psychacute-dispatch-1 and psychacute-dispatch-2
* extension contains PsychAcuteReferralUrgency named urgency 1..1 MS
* status MS
* intent = #order
* priority 1..1 MS
* priority = #asap
* code 1..1 MS
* code from PsychAcuteDispatchKinds (required)
* subject MS
* subject only Reference(PsychAcutePatient)
* encounter 1..1 MS
* encounter only Reference(PsychAcuteCall)
* authoredOn 1..1 MS
* requester 1..1 MS
* performer 1..* MS
* performer only Reference(PsychAcuteOrganization or PsychAcuteOffer)
* locationCode MS
* locationReference MS
* reasonCode MS
