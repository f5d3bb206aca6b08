// Source: dk-core 3.7.0 d-ecpr. The slice below holds the national system; this holds the systems of the regions, which are
// branches of it, to the same format.
Invariant: psychacute-patient-1
Description: "A D-eCPR of any region is a date (ddmmyy), 0, 5 or 6, two capital letters and a digit"
Severity: #error
Expression: "identifier.where(system.startsWith('urn:oid:1.2.208.176.1.6.1.3.')).value.all(matches('^((0[1-9]|[12][0-9]|3[01])(0[13578]|1[02])|(0[1-9]|[12][0-9]|30)(0[469]|11)|(0[1-9]|[12][0-9])02)[0-9]{2}[056][A-Z]{2}[0-9]$'))"

Profile: PsychAcutePatient
Parent: Patient
Id: psychacute-patient
Title: "Borger eller patient"
Description: "The person in need, known by CPR or replacement number, or anonymous behind a local pseudonym."
* insert Impose(dk-core-patient)
* obeys psychacute-patient-1
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
* generalPractitioner MS
