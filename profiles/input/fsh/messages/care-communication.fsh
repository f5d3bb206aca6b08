Invariant: psychacute-care-communication-1
Description: "A CareCommunication is never about an acute matter: no priority above routine, no acute category"
Severity: #error
Expression: "(priority.empty() or priority = 'routine') and category.coding.where(code = 'acute-ambulant').empty()"
* insert Because([[En korrespondance handler aldrig om noget akut: ingen prioritet over rutine og intet akut emne]], [[MedCom carecommunication 5.0.2: it must not be used for cases with an acute nature. An acute matter goes by referral or by telephone.]])

Invariant: psychacute-care-communication-2
Description: "A priority stands only with the category regarding-referral, a topic always with the category other"
Severity: #error
Expression: "(priority.exists() implies category.coding.where(code = 'regarding-referral').exists()) and (category.coding.where(code = 'other').exists() implies topic.exists())"
* insert Because([[En prioritet står kun ved emnet vedr. henvisning, og ved emnet andet er der altid et underemne]], [[MedCom carecommunication 5.0.2, receiver checks.]])

Profile: PsychAcuteCareCommunication
Parent: Communication
Id: psychacute-care-communication
Title: "Korrespondance"
Description: "The message itself, as MedCom shapes it: follow-up that is not acute, from the region to a municipality or back."
* insert AlsoIn([[CareCommunication]], [[Selve beskeden, som MedCom former den: opfølgning, der ikke er akut, fra regionen til en kommune eller tilbage.]])
* obeys psychacute-care-communication-1 and psychacute-care-communication-2
* identifier 1..1
* status = #unknown
* category 1..1 MS
* category from PsychAcuteCareCommunicationCategories (required)
* priority MS
* topic MS
* subject 1..1 MS
* encounter MS
* payload 1..* MS

Invariant: psychacute-message-1
Description: "The first resource is the header, and the event is that of the message"
Severity: #error
Expression: "entry.first().resource is MessageHeader and entry.resource.ofType(MessageHeader).count() = 1"
* insert Because([[Den første ressource er hovedet, og der er kun ét]], [[MedCom messaging 4.0.2; R4 Bundle bdl-12.]])

Invariant: psychacute-message-2
Description: "A message carries the Provenance of the exchange"
Severity: #error
Expression: "entry.resource.ofType(Provenance).exists()"
* insert Because([[En besked har udvekslingens historik]], [[MedCom messaging 4.0.2: entry.resource.ofType(Provenance).exists().]])

Invariant: psychacute-message-3
Description: "The event is care-communication-message"
Severity: #error
Expression: "entry.resource.ofType(MessageHeader).event.ofType(Coding).code = 'care-communication-message'"
* insert Because([[Hændelsen er care-communication-message]], [[MedCom carecommunication 5.0.2.]])

Invariant: psychacute-message-4
Description: "No judgement of urgency and no referral that is acute or life-threatening is in the message"
Severity: #error
Expression: "entry.resource.descendants().where($this is Coding).where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-urgency-level' and (code = 'livstruende' or code = 'akut')).empty()"
* insert Because([[Der er ingen hastegrad og ingen henvisning i beskeden, som er akut eller livstruende]], [[MedCom carecommunication 5.0.2: not for cases with an acute nature.]])

Invariant: psychacute-message-5
Description: "There is exactly one Patient and one Communication"
Severity: #error
Expression: "entry.resource.ofType(Patient).count() = 1 and entry.resource.ofType(Communication).count() = 1"
* insert Because([[Der er netop én Patient og én Communication]], [[MedCom carecommunication 5.0.2, receiver checks.]])

RuleSet: MessageBundle
* obeys psychacute-message-1 and psychacute-message-2
* type = #message
* timestamp 1..1 MS
* entry 1..* MS
* entry.fullUrl 1..1
* entry.resource 1..1

Profile: PsychAcuteCareCommunicationMessage
Parent: Bundle
Id: psychacute-care-communication-message
Title: "Korrespondance, hele beskeden"
Description: "A CareCommunication as a message. What MedCom asks beside this is checked where MedCom's package is loaded. What a receiver does with one it has seen before stands in rules/message-duplicates.csv."
* insert AlsoIn([[CareCommunication, the whole message]], [[En korrespondance som besked. Hvad MedCom beder om derudover, kontrolleres, hvor MedComs pakke er indlæst. Hvad en modtager gør med en, den har set før, står i rules/message-duplicates.csv.]])
* ^extension[+].url = $impose
* ^extension[=].valueCanonical = "http://medcomfhir.dk/ig/carecommunication/StructureDefinition/medcom-careCommunication-message"
* insert MessageBundle
* obeys psychacute-message-3 and psychacute-message-4 and psychacute-message-5
