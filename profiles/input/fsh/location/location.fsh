Invariant: psychacute-location-1
Description: "An area is known by the kommunekode or the regionskode that it covers"
Severity: #error
Expression: "physicalType.coding.where(system = 'http://terminology.hl7.org/CodeSystem/location-physical-type' and code = 'jdn').exists() implies identifier.where(system = 'http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes' or system = 'urn:iso:std:iso:3166:-2').exists()"
* insert Because([[Et område er kendt ved den kommunekode eller regionskode, det dækker]], [[Decision of this guide: an offer is found by the citizen's municipality or region on the day, so its area names one.]])

Invariant: psychacute-location-2
Description: "A ward or a room belongs to an organisation"
Severity: #error
Expression: "physicalType.coding.where(system = 'http://terminology.hl7.org/CodeSystem/location-physical-type' and (code = 'wa' or code = 'ro')).exists() implies managingOrganization.exists() or partOf.exists()"
* insert Because([[Et afsnit eller en stue hører til en organisation]], [[Psykiatriloven § 20: the tvangsprotokol is kept by ward, so the ward of a measure has an owner.]])

Profile: PsychAcuteLocation
Parent: Location
Id: psychacute-location
Title: "Sted"
Description: "A ward, a room, the house of an akuttilbud, or the area (a municipality or a region) whose citizens an offer is for."
* insert AlsoIn([[Location]], [[Et afsnit, en stue, et akuttilbuds hus, eller det område (en kommune eller region), hvis borgere et tilbud er for.]])
* insert Impose(dk-core-location)
* obeys psychacute-location-1 and psychacute-location-2
* insert SliceIdentifierBySystem
* identifier MS
* identifier contains sor 0..1 MS and municipality 0..1 MS and region 0..1 MS
* identifier[sor] only PsychAcuteSorIdentifier
* identifier[sor].system 1..1
* identifier[sor].system = $sor
* identifier[municipality].system 1..1
* identifier[municipality].system = $municipality
* identifier[municipality].value 1..1
* identifier[municipality].value obeys psychacute-municipality-code
* identifier[region].system 1..1
* identifier[region].system = $region
* identifier[region].value 1..1
* identifier[region].value obeys psychacute-region-code
* status 1..1 MS
* name 1..1 MS
* mode = #instance
* telecom MS
* address MS
* position MS
* physicalType MS
* physicalType ^short = "bu: house; wa: ward; ro: room; jdn: the area of a municipality or region"
* managingOrganization MS
* managingOrganization only Reference(PsychAcuteOrganization)
* partOf only Reference(PsychAcuteLocation)
