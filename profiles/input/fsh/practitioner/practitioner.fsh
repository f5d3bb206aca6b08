Profile: PsychAcutePractitioner
Parent: Practitioner
Id: psychacute-practitioner
Title: "Medarbejder"
Description: "A member of staff. For readers who may not see staff names the resource has neither name nor authorisation id, but a pseudonymous identifier, the profession, and meta.security MASKED."
* insert Impose(dk-core-practitioner)
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
