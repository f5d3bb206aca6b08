// Messages as MedCom shapes them. Everybody is fictitious; GLN numbers have the prefix for demonstrations. The GLN system is that of dk-core 3.4.0,
// on which MedCom messaging 4.0.2 builds.

Instance: 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06
InstanceOf: Organization
Usage: #inline
Title: "Organization"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/messaging/StructureDefinition/medcom-messaging-organization"
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"da\" xml:lang=\"da\">Region Eksempel (fiktiv)</div>"
* identifier[0].system = "https://www.gs1.org/gln"
* identifier[0].value = "9520000000011"
* identifier[1].system = $sor
* identifier[1].value = "99900000001"
* name = "Region Eksempel (fiktiv)"

Instance: 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e07
InstanceOf: Organization
Usage: #inline
Title: "Organization"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/messaging/StructureDefinition/medcom-messaging-organization"
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"da\" xml:lang=\"da\">Eksempelby Kommune (fiktiv)</div>"
* identifier[0].system = "https://www.gs1.org/gln"
* identifier[0].value = "9520000000028"
* identifier[1].system = $sor
* identifier[1].value = "99900000003"
* name = "Eksempelby Kommune (fiktiv)"

Instance: 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e02
InstanceOf: Patient
Usage: #inline
Title: "Patient"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/core/StructureDefinition/medcom-core-patient"
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"da\" xml:lang=\"da\">Mette Eksempelsen (fiktiv)</div>"
* identifier.use = #official
* identifier.system = $cpr
* identifier.value = "2902024000"
* name.use = #official
* name.family = "Eksempelsen (fiktiv)"
* name.given = "Mette"

Instance: 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e04
InstanceOf: PractitionerRole
Usage: #inline
Title: "PractitionerRole"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/core/StructureDefinition/medcom-core-practitionerrole"
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"da\" xml:lang=\"da\">Sygeplejerske</div>"
* practitioner.reference = "Practitioner/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e05"
* organization.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06"
* code = http://medcomfhir.dk/ig/terminology/CodeSystem/medcom-core-PractitionerRolesSKSadministrativ#sygeplejerske

Instance: 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e05
InstanceOf: Practitioner
Usage: #inline
Title: "Practitioner"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/core/StructureDefinition/medcom-core-practitioner"
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"da\" xml:lang=\"da\">Kim Eksempelsen (fiktiv)</div>"
* name.family = "Eksempelsen (fiktiv)"
* name.given = "Kim"

Instance: 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e03
InstanceOf: PsychAcuteCareCommunication
Usage: #inline
Title: "PsychAcuteCareCommunication"
Description: "Part of a message."
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"da\" xml:lang=\"da\">Opfølgning: støtte i hjemmet</div>"
* meta.profile[1] = "http://medcomfhir.dk/ig/carecommunication/StructureDefinition/medcom-careCommunication-communication"
* identifier.value = "urn:uuid:8d4f3a5b-ae4c-4f3d-8d97-4c5e6f7a8b02"
* status = #unknown
* category = $medcom-category#psychiatry-social-disability
* subject.reference = "Patient/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e02"
* payload.extension[0].url = "http://medcomfhir.dk/ig/core/StructureDefinition/medcom-core-datetime-extension"
* payload.extension[0].valueDateTime = "2026-03-16T10:00:00+01:00"
* payload.extension[1].url = "http://medcomfhir.dk/ig/core/StructureDefinition/medcom-core-identifier-extension"
* payload.extension[1].valueIdentifier.value = "urn:uuid:8d4f3a5b-ae4c-4f3d-8d97-4c5e6f7a8b01"
* payload.extension[1].valueIdentifier.assigner.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06"
* payload.extension[2].url = "http://medcomfhir.dk/ig/core/StructureDefinition/medcom-core-practitioner-extension"
* payload.extension[2].valueReference.reference = "PractitionerRole/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e04"
* payload.extension[3].url = "http://medcomfhir.dk/ig/core/StructureDefinition/medcom-core-contact-extension"
* payload.extension[3].valueContactPoint.system = #phone
* payload.extension[3].valueContactPoint.value = "+45 00 00 00 09"
* payload.contentString = "Mette er efter aftale interesseret i støtte i hjemmet de næste uger. Vil I kontakte hende? Det haster ikke."

Instance: 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e01
InstanceOf: MessageHeader
Usage: #inline
Title: "MessageHeader"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/carecommunication/StructureDefinition/medcom-careCommunication-messageHeader"
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"da\" xml:lang=\"da\">Korrespondance</div>"
* eventCoding = $medcom-event#care-communication-message
* destination.extension.url = "http://medcomfhir.dk/ig/messaging/StructureDefinition/medcom-messaging-destinationUseExtension"
* destination.extension.valueCoding = $medcom-destination-use#primary
* destination.endpoint = "https://sor2.sum.dsdn.dk/#id=99900000003"
* destination.receiver.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e07"
* sender.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06"
* source.endpoint = "https://sor2.sum.dsdn.dk/#id=99900000001"
* focus.reference = "Communication/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e03"
* definition = "http://medcomfhir.dk/ig/messagedefinitions/MessageDefinition/MedComCareCommunicationMessageDefinition|5.0"

Instance: 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e08
InstanceOf: Provenance
Usage: #inline
Title: "Provenance"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/carecommunication/StructureDefinition/medcom-careCommunication-provenance"
* target.reference = "MessageHeader/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e01"
* occurredDateTime = "2026-03-16T10:00:00+01:00"
* recorded = "2026-03-16T10:00:00+01:00"
* activity = $medcom-activity#new-message
* agent.who.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06"
* entity.role = #source
* entity.what.identifier.value = "urn:uuid:8d4f3a5b-ae4c-4f3d-8d97-4c5e6f7a8b01"

Instance: eksempel-korrespondance
InstanceOf: PsychAcuteCareCommunicationMessage
Usage: #example
Title: "Korrespondance til kommunen"
Description: "Follow-up that is not acute."
* type = #message
* timestamp = "2026-03-16T10:00:00+01:00"
* entry[0].fullUrl = "https://fhirpsychacute.dk/eksempel/MessageHeader/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e01"
* entry[0].resource = 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e01
* entry[1].fullUrl = "https://fhirpsychacute.dk/eksempel/Patient/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e02"
* entry[1].resource = 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e02
* entry[2].fullUrl = "https://fhirpsychacute.dk/eksempel/Communication/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e03"
* entry[2].resource = 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e03
* entry[3].fullUrl = "https://fhirpsychacute.dk/eksempel/PractitionerRole/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e04"
* entry[3].resource = 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e04
* entry[4].fullUrl = "https://fhirpsychacute.dk/eksempel/Practitioner/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e05"
* entry[4].resource = 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e05
* entry[5].fullUrl = "https://fhirpsychacute.dk/eksempel/Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e07"
* entry[5].resource = 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e07
* entry[6].fullUrl = "https://fhirpsychacute.dk/eksempel/Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06"
* entry[6].resource = 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06
* entry[7].fullUrl = "https://fhirpsychacute.dk/eksempel/Provenance/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e08"
* entry[7].resource = 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e08

Instance: 6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f05
InstanceOf: Patient
Usage: #inline
Title: "Patient"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/core/StructureDefinition/medcom-core-patient"
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"da\" xml:lang=\"da\">Mette Eksempelsen (fiktiv)</div>"
* identifier.use = #official
* identifier.system = $cpr
* identifier.value = "2902024000"
* name.use = #official
* name.family = "Eksempelsen (fiktiv)"
* name.given = "Mette"

Instance: 6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f02
InstanceOf: PsychAcuteNotificationEncounter
Usage: #inline
Title: "PsychAcuteNotificationEncounter"
Description: "Part of a message."
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"da\" xml:lang=\"da\">Indlagt</div>"
* meta.profile[1] = "http://medcomfhir.dk/ig/hospitalnotification/StructureDefinition/medcom-hospitalNotification-encounter"
* status = #in-progress
* class = $act-code#IMP
* subject.reference = "Patient/6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f05"
* episodeOfCare.identifier.system = "https://www.esundhed.dk/Registre/Landspatientregisteret"
* episodeOfCare.identifier.value = "urn:uuid:9e5a4b6c-bf5d-5a4e-9ea8-5d6f7a8b9c01"
* period.start = "2026-05-04T11:20:00+02:00"
* serviceProvider.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06"

Instance: 6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f01
InstanceOf: MessageHeader
Usage: #inline
Title: "MessageHeader"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/hospitalnotification/StructureDefinition/medcom-hospitalNotification-messageHeader"
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"da\" xml:lang=\"da\">Advis</div>"
* eventCoding = $medcom-event#hospital-notification-message
* destination.extension.url = "http://medcomfhir.dk/ig/messaging/StructureDefinition/medcom-messaging-destinationUseExtension"
* destination.extension.valueCoding = $medcom-destination-use#primary
* destination.endpoint = "https://sor2.sum.dsdn.dk/#id=99900000003"
* destination.receiver.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e07"
* sender.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06"
* source.endpoint = "https://sor2.sum.dsdn.dk/#id=99900000001"
* focus.reference = "Encounter/6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f02"

Instance: 6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f03
InstanceOf: Provenance
Usage: #inline
Title: "Provenance"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/messaging/StructureDefinition/medcom-messaging-provenance"
* target.reference = "MessageHeader/6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f01"
* occurredDateTime = "2026-05-04T11:25:00+02:00"
* recorded = "2026-05-04T11:25:00+02:00"
* activity = $medcom-activity#admit-inpatient
* agent.who.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06"

Instance: eksempel-advis
InstanceOf: PsychAcuteHospitalNotification
Usage: #example
Title: "Advis om indlæggelse"
Description: "The municipality is told that somebody is admitted, and nothing more."
* type = #message
* timestamp = "2026-05-04T11:25:00+02:00"
* entry[0].fullUrl = "https://fhirpsychacute.dk/eksempel/MessageHeader/6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f01"
* entry[0].resource = 6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f01
* entry[1].fullUrl = "https://fhirpsychacute.dk/eksempel/Patient/6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f05"
* entry[1].resource = 6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f05
* entry[2].fullUrl = "https://fhirpsychacute.dk/eksempel/Encounter/6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f02"
* entry[2].resource = 6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f02
* entry[3].fullUrl = "https://fhirpsychacute.dk/eksempel/Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e07"
* entry[3].resource = 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e07
* entry[4].fullUrl = "https://fhirpsychacute.dk/eksempel/Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06"
* entry[4].resource = 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06
* entry[5].fullUrl = "https://fhirpsychacute.dk/eksempel/Provenance/6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f03"
* entry[5].resource = 6b2d1e3f-8c2a-4d1b-8b75-2a3c4d5e6f03

Instance: 7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a04
InstanceOf: OperationOutcome
Usage: #inline
Title: "OperationOutcome"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/acknowledgement/StructureDefinition/medcom-acknowledgement-operationoutcome"
* issue.severity = #error
* issue.code = #processing
* issue.details = http://medcomfhir.dk/ig/terminology/CodeSystem/medcom-acknowledgement-error-codes#MSG_Receiver_Identifier_UNKNOWN

Instance: 7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a01
InstanceOf: MessageHeader
Usage: #inline
Title: "MessageHeader"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/acknowledgement/StructureDefinition/medcom-messaging-acknowledgementHeader"
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"da\" xml:lang=\"da\">Kvittering</div>"
* eventCoding = $medcom-event#acknowledgement-message
* destination.extension.url = "http://medcomfhir.dk/ig/messaging/StructureDefinition/medcom-messaging-destinationUseExtension"
* destination.extension.valueCoding = $medcom-destination-use#primary
* destination.endpoint = "https://sor2.sum.dsdn.dk/#id=99900000001"
* destination.receiver.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06"
* sender.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e07"
* source.endpoint = "https://sor2.sum.dsdn.dk/#id=99900000003"
* response.identifier = "5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e01"
* response.code = #fatal-error
* response.details.reference = "OperationOutcome/7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a04"

Instance: 7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a03
InstanceOf: Provenance
Usage: #inline
Title: "Provenance"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/messaging/StructureDefinition/medcom-messaging-provenance"
* target.reference = "MessageHeader/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e01"
* occurredDateTime = "2026-03-16T10:00:00+01:00"
* recorded = "2026-03-16T10:00:00+01:00"
* activity = $medcom-activity#new-message
* agent.who.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06"

Instance: 7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a02
InstanceOf: Provenance
Usage: #inline
Title: "Provenance"
Description: "Part of a message."
* meta.profile = "http://medcomfhir.dk/ig/messaging/StructureDefinition/medcom-messaging-provenance"
* target.reference = "MessageHeader/7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a01"
* occurredDateTime = "2026-03-16T10:00:05+01:00"
* recorded = "2026-03-16T10:00:05+01:00"
* activity = $medcom-activity#acknowledgement
* agent.who.reference = "Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e07"
* entity.role = #revision
* entity.what.reference = "MessageHeader/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e01"

Instance: eksempel-kvittering
InstanceOf: PsychAcuteAcknowledgement
Usage: #example
Title: "Kvittering: fejl"
Description: "The receiver could not take the message, and says why."
* type = #message
* timestamp = "2026-03-16T10:00:05+01:00"
* entry[0].fullUrl = "https://fhirpsychacute.dk/eksempel/MessageHeader/7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a01"
* entry[0].resource = 7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a01
* entry[1].fullUrl = "https://fhirpsychacute.dk/eksempel/OperationOutcome/7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a04"
* entry[1].resource = 7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a04
* entry[2].fullUrl = "https://fhirpsychacute.dk/eksempel/Provenance/7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a03"
* entry[2].resource = 7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a03
* entry[3].fullUrl = "https://fhirpsychacute.dk/eksempel/Provenance/7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a02"
* entry[3].resource = 7c3e2f4a-9d3b-4e2c-9c86-3b4d5e6f7a02
* entry[4].fullUrl = "https://fhirpsychacute.dk/eksempel/Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e07"
* entry[4].resource = 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e07
* entry[5].fullUrl = "https://fhirpsychacute.dk/eksempel/Organization/5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06"
* entry[5].resource = 5a1c0d2e-7b1f-4c0a-9a64-1f2b3c4d5e06
