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
* qualification.code = http://hl7.dk/fhir/core/CodeSystem/DkCoreProfessionGroupCodes#7170 "Læge"

Instance: eksempel-maskeret
InstanceOf: PsychAcutePractitioner
Usage: #example
Title: "Maskeret medarbejder (fiktiv)"
Description: "A member of staff whose name is masked; the profession stays visible."
* meta.security = http://terminology.hl7.org/CodeSystem/v3-ObservationValue#MASKED
* identifier.system = "https://fhirpsychacute.dk/sid/pseudonym"
* identifier.value = "eksempel-c41d"
* qualification.code = http://hl7.dk/fhir/core/CodeSystem/DkCoreProfessionGroupCodes#5166 "Sygeplejerske"
