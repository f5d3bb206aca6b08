Invariant: psychacute-acknowledgement-1
Description: "The header answers a message, and the event is acknowledgement-message"
Severity: #error
Expression: "entry.resource.ofType(MessageHeader).response.exists() and entry.resource.ofType(MessageHeader).event.ofType(Coding).code = 'acknowledgement-message'"
* insert Because([[Hovedet svarer på en besked, og hændelsen er acknowledgement-message]], [[MedCom acknowledgement 2.0.3: response 1..]])

Invariant: psychacute-acknowledgement-2
Description: "What was not accepted has an OperationOutcome with coded details"
Severity: #error
Expression: "entry.resource.ofType(MessageHeader).response.code = 'ok' or (entry.resource.ofType(OperationOutcome).exists() and entry.resource.ofType(OperationOutcome).issue.all(details.coding.exists()))"
* insert Because([[Det, der ikke blev accepteret, har en OperationOutcome med kodede detaljer]], [[MedCom acknowledgement 2.0.3: iif(response.code = 'ok', true, OperationOutcome exists); issue.details.coding required.]])

Invariant: psychacute-acknowledgement-3
Description: "An acknowledgement carries nothing but the answer"
Severity: #error
Expression: "entry.resource.ofType(Patient).empty() and entry.resource.ofType(Communication).empty()"
* insert Because([[En kvittering indeholder intet andet end svaret]], [[MedCom acknowledgement 2.0.3; an acknowledgement is never acknowledged and says nothing about the person.]])

Profile: PsychAcuteAcknowledgement
Parent: Bundle
Id: psychacute-acknowledgement
Title: "Kvittering"
Description: "The answer to a message: ok, transient error or fatal error."
* insert AlsoIn([[Acknowledgement]], [[Svaret på en besked: ok, forbigående fejl eller endelig fejl.]])
* ^extension[+].url = $impose
* ^extension[=].valueCanonical = "http://medcomfhir.dk/ig/acknowledgement/StructureDefinition/medcom-messaging-acknowledgement"
* insert MessageBundle
* obeys psychacute-acknowledgement-1 and psychacute-acknowledgement-2 and psychacute-acknowledgement-3
