// Systems and canonicals by short name. Danish systems: danske HL7-profiler (dk-core) and MedCom name the same ones.

// Persons and organisations
Alias: $cpr = urn:oid:1.2.208.176.1.2
Alias: $x-ecpr = urn:oid:1.2.208.176.1.6.1.1
Alias: $d-ecpr = urn:oid:1.2.208.176.1.6.1.3
Alias: $pseudonym = https://fhirpsychacute.dk/sid/pseudonym
Alias: $sor = urn:oid:1.2.208.176.1.1
Alias: $ydernummer = urn:oid:1.2.208.176.1.4
Alias: $gln = http://www.gs1.org/gln
Alias: $cvr = http://cvr.dk
Alias: $kombit-org = https://kombit.dk/sts/organisation
Alias: $municipality = http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes
Alias: $region = urn:iso:std:iso:3166:-2
Alias: $authorisation = https://autregweb.sst.dk

// Terminology of others
Alias: $sct = http://snomed.info/sct
Alias: $loinc = http://loinc.org
Alias: $sks = urn:oid:1.2.208.176.2.4
Alias: $ffb = urn:oid:1.2.208.176.2.22
Alias: $kip-risk = https://kip.rkkp.dk/fhir/CodeSystem/RiskAssessment
Alias: $data-absent = http://terminology.hl7.org/CodeSystem/data-absent-reason
Alias: $consent-scope = http://terminology.hl7.org/CodeSystem/consentscope
Alias: $consent-category = http://terminology.hl7.org/CodeSystem/consentcategorycodes
Alias: $atc = http://www.whocc.no/atc
Alias: $medcom-category = http://medcomfhir.dk/ig/terminology/CodeSystem/medcom-careCommunication-categoryCodes
Alias: $medcom-event = http://medcomfhir.dk/ig/terminology/CodeSystem/medcom-messaging-eventCodes
Alias: $medcom-activity = http://medcomfhir.dk/ig/terminology/CodeSystem/medcom-messaging-activityCodes
Alias: $medcom-destination-use = http://medcomfhir.dk/ig/terminology/CodeSystem/medcom-messaging-destinationUse
Alias: $act-code = http://terminology.hl7.org/CodeSystem/v3-ActCode
Alias: $act-priority = http://terminology.hl7.org/CodeSystem/v3-ActPriority
Alias: $participation = http://terminology.hl7.org/CodeSystem/v3-ParticipationType
Alias: $participation-mode = http://terminology.hl7.org/CodeSystem/v3-ParticipationMode
Alias: $observation-value = http://terminology.hl7.org/CodeSystem/v3-ObservationValue
Alias: $location-physical-type = http://terminology.hl7.org/CodeSystem/location-physical-type
Alias: $profession = http://hl7.dk/fhir/core/CodeSystem/DkCoreProfessionGroupCodes
Alias: $confidentiality = http://terminology.hl7.org/CodeSystem/v3-Confidentiality
Alias: $request-priority = http://hl7.org/fhir/request-priority
Alias: $task-code = http://hl7.org/fhir/CodeSystem/task-code
Alias: $measure-population = http://terminology.hl7.org/CodeSystem/measure-population
Alias: $observation-category = http://terminology.hl7.org/CodeSystem/observation-category

// dk-core 3.7.0 and the extension that imposes it
Alias: $organization-period = http://hl7.org/fhir/StructureDefinition/organization-period
Alias: $impose = http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile
Alias: $dk = http://hl7.dk/fhir/core/StructureDefinition
