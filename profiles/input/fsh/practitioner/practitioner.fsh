Invariant: psychacute-practitioner-1
Description: "A masked member of staff has no name, no authorisation id and nothing that can be rung or visited, but a profession"
Severity: #error
Expression: "meta.security.where(system = 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue' and code = 'MASKED').exists() implies (name.empty() and telecom.empty() and address.empty() and photo.empty() and birthDate.empty() and qualification.identifier.empty() and qualification.code.exists() and identifier.where(system = 'https://fhirpsychacute.dk/sid/pseudonym').exists() and identifier.where(system != 'https://fhirpsychacute.dk/sid/pseudonym').empty())"
* insert Because([[En maskeret medarbejder har intet navn, ingen autorisations-id og intet, man kan ringe til eller besøge, men en profession]], [[S3:606-610: staff names are masked in journal notes and access logs. The pseudonym keeps the member of staff accountable inside; the profession stays visible.]])

Profile: PsychAcutePractitioner
Parent: Practitioner
Id: psychacute-practitioner
Title: "Medarbejder"
Description: "A member of staff. For readers who may not see staff names the resource has neither name nor authorisation id, but a pseudonymous identifier, the profession, and meta.security MASKED."
* insert AlsoIn([[Staff member]], [[En medarbejder. For læsere, der ikke må se medarbejderes navne, har ressourcen hverken navn eller autorisations-id, men et pseudonym, professionen og meta.security MASKED.]])
* insert Impose(dk-core-practitioner)
* obeys psychacute-practitioner-1
* meta.security MS
* meta.security ^short = "v3-ObservationValue MASKED: name and authorisation id are left out"
* identifier MS
* name MS
* qualification MS
* qualification.identifier ^slicing.discriminator.type = #value
* qualification.identifier ^slicing.discriminator.path = "system"
* qualification.identifier ^slicing.rules = #open
* qualification.identifier contains authorisation 0..1 MS
* qualification.identifier[authorisation] only PsychAcuteAuthorisationIdentifier
* qualification.identifier[authorisation].system 1..1
* qualification.identifier[authorisation].system = $authorisation
* qualification.code MS
* qualification.code ^short = "The profession, in dk-core's profession groups where it has one"

Profile: PsychAcuteMaskedPractitioner
Parent: PsychAcutePractitioner
Id: psychacute-masked-practitioner
Title: "Maskeret medarbejder"
Description: "The form in which a member of staff is shown to readers who may not see names: a pseudonym by which the employer can find the person, the profession, nothing else."
* insert AlsoIn([[Masked staff member]], [[Den form, en medarbejder vises i for læsere, der ikke må se navne: et pseudonym, som arbejdsgiveren kan finde personen ved, professionen, intet andet.]])
* insert Impose(dk-core-practitioner)
* meta.security 1..*
* meta.security ^slicing.discriminator.type = #value
* meta.security ^slicing.discriminator.path = "code"
* meta.security ^slicing.rules = #open
* meta.security contains masked 1..1 MS
* meta.security[masked] = $observation-value#MASKED
* meta.security[masked].code 1..1
* identifier 1..1
* identifier.system 1..1
* identifier.system = $pseudonym
* identifier.value 1..1
* name 0..0
* telecom 0..0
* address 0..0
* birthDate 0..0
* photo 0..0
* qualification 1..*
* qualification.identifier[authorisation] 0..0
* qualification.code 1..1
