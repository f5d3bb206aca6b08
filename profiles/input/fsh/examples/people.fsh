// Everybody and everything here is fictitious. Identifiers are ones that nobody can have:
//   CPR   the day in the number, 29 February 2002, never was (nor was 29 February 1902, the other reading of year 02)
//   SOR   without the namespace that every real SOR identifier has
//   GLN   prefix 952, which GS1 keeps for demonstrations
//   CVR   begins with 0; real numbers begin at 1

Instance: eksempel-region
InstanceOf: PsychAcuteOrganization
Usage: #example
Title: "Region Eksempel (fiktiv)"
Description: "A region that does not exist."
* identifier[sor].use = #official
* identifier[sor].value = "99900000001"
* identifier[cvr].use = #official
* identifier[cvr].value = "00000019"
* identifier[gln].use = #official
* identifier[gln].value = "9520000000011"
* active = true
* name = "Region Eksempel (fiktiv)"

Instance: eksempel-kommune
InstanceOf: PsychAcuteOrganization
Usage: #example
Title: "Eksempelby Kommune (fiktiv)"
Description: "A municipality that does not exist. Its code is that of Christiansø, which has a code but no municipality."
* identifier[sor].use = #official
* identifier[sor].value = "99900000003"
* identifier[municipality].value = "0411"
* active = true
* name = "Eksempelby Kommune (fiktiv)"

Instance: eksempel-anonym
InstanceOf: PsychAcutePatient
Usage: #example
Title: "Anonym borger (fiktiv)"
Description: "A person who has not said who they are."
* identifier[pseudonym].use = #temp
* identifier[pseudonym].value = "eksempel-7f3a"

Instance: eksempel-mette
InstanceOf: PsychAcutePatient
Usage: #example
Title: "Mette (fiktiv)"
Description: "A person with a CPR number that cannot exist."
* identifier[cpr].use = #official
* identifier[cpr].value = "2902024000"
* name.use = #official
* name.family = "Eksempelsen (fiktiv)"
* name.given = "Mette"
* gender = #female
* birthDate = "2002-02"

Instance: eksempel-far
InstanceOf: PsychAcuteCaller
Usage: #example
Title: "En far (fiktiv)"
Description: "A father who calls for his son."
* patient = Reference(eksempel-anonym)
* relationship = PsychAcuteCallerRelationship#custody-holder

Instance: eksempel-laege
InstanceOf: PsychAcutePractitioner
Usage: #example
Title: "Læge (fiktiv)"
Description: "A physician; the authorisation id has the right form and is made up."
* name.family = "Eksempelsen (fiktiv)"
* name.given = "Kim"
* qualification.identifier[authorisation].value = "BXZ00"
* qualification.code = $profession#7170 "Læge"

Instance: eksempel-maskeret
InstanceOf: PsychAcutePractitioner
Usage: #example
Title: "Maskeret medarbejder (fiktiv)"
Description: "A member of staff whose name is masked; the profession stays visible."
* meta.security = $observation-value#MASKED
* identifier.system = "https://fhirpsychacute.dk/sid/pseudonym"
* identifier.value = "eksempel-c41d"
* qualification.code = $profession#5166 "Sygeplejerske"

Instance: eksempel-beskyttet
InstanceOf: PsychAcutePatient
Usage: #example
Title: "Borger med adressebeskyttelse (fiktiv)"
Description: "A person with protected name and address: marked R, only the municipality is shown."
* meta.security = $confidentiality#R
* identifier[x-ecpr].use = #temp
* identifier[x-ecpr].value = "0101011AB1"
* address.extension[0].url = "http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes"
* address.extension[0].valueCodeableConcept = $municipality#0411
* address.use = #home
* communication.language = urn:ietf:bcp:47#ar
* communication.preferred = true

Instance: eksempel-jonas
InstanceOf: PsychAcutePatient
Usage: #example
Title: "Jonas, 13 år (fiktiv)"
Description: "A child with a replacement number of a region."
* identifier[0].use = #temp
* identifier[0].system = "urn:oid:1.2.208.176.1.6.1.3.187"
* identifier[0].value = "0101130AB1"
* name.use = #official
* name.family = "Eksempelsen (fiktiv)"
* name.given = "Jonas"
* gender = #male
* birthDate = "2013-01-01"

Instance: eksempel-mor
InstanceOf: PsychAcuteCustodyHolder
Usage: #example
Title: "En mor (fiktiv)"
Description: "Holder of custody of the child."
* active = true
* patient = Reference(eksempel-jonas)
* relationship = PsychAcuteCallerRelationship#custody-holder
* name.use = #official
* name.family = "Eksempelsen (fiktiv)"
* name.given = "Else"
* telecom.system = #phone
* telecom.value = "+45 00 00 00 05"

Instance: eksempel-soester
InstanceOf: PsychAcuteRelative
Usage: #example
Title: "En søster (fiktiv)"
Description: "A relative whom the person wants to be called."
* active = true
* patient = Reference(eksempel-mette)
* relationship = PsychAcuteCallerRelationship#relative
* name.use = #official
* name.family = "Eksempelsen (fiktiv)"
* name.given = "Ida"
* telecom.system = #phone
* telecom.value = "+45 00 00 00 06"

Instance: eksempel-maskeret-form
InstanceOf: PsychAcuteMaskedPractitioner
Usage: #example
Title: "Maskeret læge (fiktiv)"
Description: "What a portal shows of a physician."
* meta.security[masked] = $observation-value#MASKED
* identifier.value = "eksempel-9b20"
* qualification.code = $profession#7170 "Læge"

Instance: eksempel-overlaege
InstanceOf: PsychAcutePractitionerRole
Usage: #example
Title: "Overlæge i et afsnit (fiktiv)"
Description: "A chief physician."
* active = true
* practitioner = Reference(eksempel-laege)
* organization = Reference(eksempel-afsnit)
* code = PsychAcuteRole#overlaege

Instance: eksempel-apk
InstanceOf: PsychAcutePractitionerRole
Usage: #example
Title: "Akut psykiatrisk koordinator (fiktiv)"
Description: "A function that whoever is on duty fills; no person is named."
* active = true
* organization = Reference(eksempel-region)
* code = PsychAcuteRole#apk

Instance: eksempel-vagt
InstanceOf: PsychAcutePractitionerRole
Usage: #example
Title: "Fast vagt i et afsnit (fiktiv)"
Description: "Ward staff, masked."
* active = true
* practitioner = Reference(eksempel-maskeret)
* organization = Reference(eksempel-afsnit)
* code = PsychAcuteRole#ward-staff

Instance: eksempel-raadgiver
InstanceOf: PsychAcutePractitionerRole
Usage: #example
Title: "Patientrådgiver (fiktiv)"
Description: "An adviser from the region's list."
* active = true
* organization = Reference(eksempel-region)
* code = PsychAcuteRole#patientraadgiver

Instance: eksempel-afsnit
InstanceOf: PsychAcuteOrganization
Usage: #example
Title: "Psykiatrisk afsnit (fiktivt)"
Description: "A ward that does not exist."
* identifier[sor].use = #official
* identifier[sor].value = "99900000006"
* active = true
* type = $sct#554871000005105
* name = "Psykiatrisk afsnit E1, Region Eksempel (fiktivt)"
* partOf = Reference(eksempel-region)

Instance: eksempel-naevn
InstanceOf: PsychAcuteOrganization
Usage: #example
Title: "Det Psykiatriske Patientklagenævn (fiktivt)"
Description: "The board that complaints go to first."
* identifier[cvr].use = #official
* identifier[cvr].value = "00000019"
* active = true
* name = "Det Psykiatriske Patientklagenævn i Eksempelby (fiktivt)"

Instance: eksempel-gammel-region
InstanceOf: PsychAcuteRegion
Usage: #example
Title: "Region Gammelby (fiktiv)"
Description: "A region that ended with the year."
* identifier[sor].use = #official
* identifier[sor].value = "99900000007"
* identifier[region].value = "DK-99"
* identifier[region].period.start = "2007-01-01"
* identifier[region].period.end = "2025-12-31"
* extension[period].valuePeriod.start = "2007-01-01"
* extension[period].valuePeriod.end = "2025-12-31"
* active = false
* name = "Region Gammelby (fiktiv)"

Instance: eksempel-ny-region
InstanceOf: PsychAcuteRegion
Usage: #example
Title: "Region Nyby (fiktiv)"
Description: "The region that took over; its regionskode is not known."
* identifier[sor].use = #official
* identifier[sor].value = "99900000008"
* extension[period].valuePeriod.start = "2026-01-01"
* extension[succeeds].valueReference = Reference(eksempel-gammel-region)
* active = true
* name = "Region Nyby (fiktiv)"

Instance: eksempel-nabokommune
InstanceOf: PsychAcuteMunicipality
Usage: #example
Title: "Nabokommunen (fiktiv)"
Description: "A municipality in the new region."
* identifier[sor].use = #official
* identifier[sor].value = "99900000009"
* identifier[municipality].value = "0411"
* active = true
* name = "Nabokommunen (fiktiv)"
* partOf = Reference(eksempel-ny-region)

Instance: eksempel-omraade
InstanceOf: PsychAcuteLocation
Usage: #example
Title: "Hele kommunen (fiktiv)"
Description: "The area whose citizens an offer is for."
* identifier[municipality].value = "0411"
* status = #active
* name = "Eksempelby Kommune, hele kommunen (fiktiv)"
* mode = #instance
* physicalType = $location-physical-type#jdn "Jurisdiction"
* managingOrganization = Reference(eksempel-kommune)

Instance: eksempel-stue
InstanceOf: PsychAcuteLocation
Usage: #example
Title: "Stue 4 (fiktiv)"
Description: "A room of a ward."
* status = #active
* name = "Stue 4, afsnit E1 (fiktiv)"
* mode = #instance
* physicalType = $location-physical-type#ro "Room"
* managingOrganization = Reference(eksempel-afsnit)
