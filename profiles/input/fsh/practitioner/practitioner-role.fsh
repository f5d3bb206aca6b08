CodeSystem: PsychAcuteRole
Id: psychacute-role
Title: "Rolle"
Description: "What a member of staff is in an organisation of acute psychiatry. Roles in a single call or measure stand there, not here."
* insert AlsoIn([[Role]], [[Hvad en medarbejder er i en organisation i akut psykiatri. Roller i et enkelt opkald eller en enkelt foranstaltning står dér, ikke her.]])
* insert DanishCodes
* insert Code(visitator, [[Visitator]], [[Call handler]], [[Answers and sorts calls in AMK or lægevagt.]])
* insert Code(visitator-psychiatry, [[Visitator med psykiatrifaglige kompetencer]], [[Call handler with psychiatric skills]], [[Answers and sorts calls, with clinical experience or special training in acute psychiatry.]])
* insert Code(amk-physician, [[AMK-læge]], [[AMK physician]], [[The physician of the AMK-vagtcentral.]])
* insert Code(apk, [[Akut psykiatrisk koordinator]], [[Acute psychiatric coordinator]], [[Specialist in psychiatry or physician in the last phase of training; supports the call handlers day and night, one function per region.]])
* insert Code(kop, [[Koordinerende psykiatrisk kontaktperson]], [[Coordinating psychiatric contact person]], [[Is sent out in extraordinary events in which the psychosocial emergency response is activated (S1:4709-4713).]])
* insert Code(overlaege, [[Overlæge]], [[Chief physician]], [[Decides where the act names the overlæge.]])
* insert Code(physician, [[Læge]], [[Physician]], [[Another physician of the ward.]])
* insert Code(external-physician, [[Læge udefra]], [[External physician]], [[Assesses a fixation without being employed at the ward or responsible for the treatment.]])
* insert Code(nurse, [[Sygeplejerske]], [[Nurse]], [[Nurse of the ward or the line.]])
* insert Code(ward-staff, [[Plejepersonale]], [[Ward staff]], [[Other staff of the ward.]])
* insert Code(patientraadgiver, [[Patientrådgiver]], [[Patient adviser]], [[Appointed to guide and support a patient in admission, treatment and complaint (psykiatriloven § 24).]])
* insert Code(akuttilbud-staff, [[Medarbejder i akuttilbud]], [[Staff of an akuttilbud]], [[Receives people in a municipal socialt akuttilbud.]])
* insert Code(municipal-contact, [[Kommunal kontaktperson]], [[Municipal contact person]], [[The person's contact in the municipality.]])
* insert Code(regional-contact, [[Kontaktperson i den regionale psykiatri]], [[Contact person in regional psychiatry]], [[The person's contact in regional psychiatry.]])
* insert Code(interpreter, [[Tolk]], [[Interpreter]], [[Interprets between the person and the staff.]])
* insert Code(volunteer, [[Frivillig rådgiver]], [[Volunteer adviser]], [[Answers a line of civil society; neither keeps records nor refers.]])

ValueSet: PsychAcuteRoles
Id: psychacute-role
Title: "Roller"
Description: "Every role."
* insert AlsoIn([[Roles]], [[Alle roller.]])
* ^experimental = false
* include codes from system PsychAcuteRole

Invariant: psychacute-practitioner-role-1
Description: "A role without a named person still says its code"
Severity: #error
Expression: "practitioner.exists() or code.exists()"
* insert Because([[En rolle uden navngiven person siger mindst, hvilken rolle det er]], [[S3:606-610: staff may be shown by what they do; a role with neither person nor code says nothing.]])

Invariant: psychacute-practitioner-role-2
Description: "A role that has ended is not active"
Severity: #error
Expression: "period.end.exists() and period.end < now() implies active = false"
* insert Because([[En rolle, der er ophørt, er ikke aktiv]], [[R4 PractitionerRole.active and period: the record is in active use.]])

Profile: PsychAcutePractitionerRole
Parent: PractitionerRole
Id: psychacute-practitioner-role
Title: "Medarbejders rolle"
Description: "A member of staff in an organisation, or a function that anybody on duty fills: the way in which staff take part in calls, assessments and measures."
* insert AlsoIn([[Staff member's role]], [[En medarbejder i en organisation, eller en funktion, som den, der er på vagt, udfylder: sådan deltager personale i opkald, vurderinger og foranstaltninger.]])
* insert Impose(dk-core-practitioner-role)
* obeys psychacute-practitioner-role-1 and psychacute-practitioner-role-2
* active MS
* period MS
* practitioner MS
* practitioner only Reference(PsychAcutePractitioner)
* organization 1..1 MS
* organization only Reference(PsychAcuteOrganization)
* code MS
* code from PsychAcuteRoles (extensible)
* location only Reference(PsychAcuteLocation)
* healthcareService only Reference(PsychAcuteOffer)
* telecom MS
