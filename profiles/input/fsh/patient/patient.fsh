Invariant: psychacute-patient-1
Description: "A D-eCPR of any region is a date (ddmmyy), 0, 5 or 6, two capital letters and a digit"
Severity: #error
Expression: "identifier.where(system.startsWith('urn:oid:1.2.208.176.1.6.1.3.')).value.all(matches('^((0[1-9]|[12][0-9]|3[01])(0[13578]|1[02])|(0[1-9]|[12][0-9]|30)(0[469]|11)|(0[1-9]|[12][0-9])02)[0-9]{2}[056][A-Z]{2}[0-9]$'))"
* insert Because([[Et D-eCPR fra enhver region er en dato (ddmmåå), 0, 5 eller 6, to store bogstaver og et ciffer]], [[Dk-core 3.7.0 d-ecpr. The slice below holds the national system; this holds the systems of the regions, which are branches of it, to the same format.]])

// Anonymous contact is possible in akuttilbud and on the lines.
Invariant: psychacute-patient-2
Description: "A person with a pseudonym has no CPR number, no replacement number, no name and no address"
Severity: #error
Expression: "identifier.where(system = 'https://fhirpsychacute.dk/sid/pseudonym').exists() implies (identifier.where(system = 'urn:oid:1.2.208.176.1.2' or system.startsWith('urn:oid:1.2.208.176.1.6.1.')).empty() and name.empty() and address.empty())"
* insert Because([[En person med et pseudonym har hverken CPR-nummer, erstatningsnummer, navn eller adresse]], [[FFB, Socialt akuttilbud: the person can contact it anonymously. S3:438-442: the lines of civil society are mostly anonymous.]])

Invariant: psychacute-patient-3
Description: "A person has one number: CPR, or a replacement number, or a pseudonym"
Severity: #error
Expression: "identifier.where(system = 'urn:oid:1.2.208.176.1.2').exists() implies identifier.where(system.startsWith('urn:oid:1.2.208.176.1.6.1.')).empty()"
* insert Because([[En person har ét nummer: CPR-nummer, erstatningspersonnummer eller pseudonym]], [[dk-core 3.7.0 x-ecpr and d-ecpr: a replacement number stands for a CPR number that is not known. When it becomes known, the two Patients are linked.]])

Invariant: psychacute-patient-4
Description: "A person with protected address shows no street and no geographic position"
Severity: #warning
Expression: "meta.security.where(system = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality' and code = 'R').exists() implies address.line.empty() and address.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/geolocation').empty()"
* insert Because([[En person med adressebeskyttelse vises uden vej og uden geografisk position]], [[dk-core 3.7.0: v3-Confidentiality R marks name and address protection. The municipality code may stay: the responsible municipality has to be found.]])

Profile: PsychAcutePatient
Parent: Patient
Id: psychacute-patient
Title: "Borger eller patient"
Description: "The person in need, known by CPR or replacement number, or anonymous behind a local pseudonym."
* insert AlsoIn([[Citizen or patient]], [[Personen, der har brug for hjælp, kendt ved CPR-nummer eller erstatningsnummer, eller anonym bag et lokalt pseudonym.]])
* insert Impose(dk-core-patient)
* obeys psychacute-patient-1 and psychacute-patient-2 and psychacute-patient-3 and psychacute-patient-4
* meta.security MS
* meta.security ^short = "v3-Confidentiality R: name and address are protected"
* insert SliceIdentifierBySystem
* identifier 1..* MS
* identifier contains cpr 0..1 MS and x-ecpr 0..1 MS and d-ecpr 0..1 MS and pseudonym 0..1 MS
* identifier[cpr] only PsychAcuteCprIdentifier
* identifier[cpr].system 1..1
* identifier[cpr].system = $cpr
* identifier[x-ecpr] only PsychAcuteXeCprIdentifier
* identifier[x-ecpr].system 1..1
* identifier[x-ecpr].system = $x-ecpr
* identifier[d-ecpr] only PsychAcuteDeCprIdentifier
* identifier[d-ecpr].system 1..1
* identifier[d-ecpr].system = $d-ecpr
* identifier[pseudonym] only PsychAcutePseudonymIdentifier
* identifier[pseudonym].system 1..1
* identifier[pseudonym].system = $pseudonym
* name MS
* telecom MS
* telecom ^short = "Where the person can be called back"
* gender MS
* birthDate MS
* address MS
* address ^short = "dk-core's municipality code extension stands here"
* communication MS
* communication ^short = "The language the person speaks"
* generalPractitioner MS
* link MS
* link.other only Reference(PsychAcutePatient or RelatedPerson)
* link ^short = "seealso or replaced-by: the person that an anonymous or replacement record turned out to be"
