CodeSystem: PsychAcuteCallLine
Id: psychacute-call-line
Title: "Linje"
Description: "The line that was called. An inquiry that is moved to another line becomes a new call there, partOf the first."
* insert AlsoIn([[Line]], [[Den linje, der blev ringet til. En henvendelse, som flyttes til en anden linje, bliver et nyt opkald dér, partOf det første.]])
* insert DanishCodes
* insert Code(112, [[112]], [[112]], [[The emergency number, answered by the region's AMK-vagtcentral for health.]])
* insert Code(laegevagt, [[Lægevagt]], [[Out-of-hours medical service]], [[The region's lægevagt.]])
* insert Code(1813, [[1813]], [[1813]], [[Akuttelefonen 1813.]])
* insert Code(pam, [[Psykiatrisk akutmodtagelse]], [[Psychiatric emergency department]], [[The telephone of a psykiatrisk akutmodtagelse (PAM), which also takes people without referral.]])
* insert Code(civil-line, [[Civilsamfundets linje]], [[Civil-society line]], [[A line run by civil society; most who call are anonymous, and volunteers neither keep records nor refer.]])
* insert Code(municipal-line, [[Kommunal linje]], [[Municipal line]], [[A line run by a municipality.]])

ValueSet: PsychAcuteCallLines
Id: psychacute-call-line
Title: "Linjer"
Description: "Every line."
* insert AlsoIn([[Lines]], [[Alle linjer.]])
* ^experimental = false
* include codes from system PsychAcuteCallLine

CodeSystem: PsychAcuteUnansweredReason
Id: psychacute-unanswered-reason
Title: "Hvorfor opkaldet ikke blev besvaret"
Description: "Why nobody spoke with the person who called."
* insert AlsoIn([[Why the call was not answered]], [[Hvorfor ingen talte med den, der ringede.]])
* insert DanishCodes
* insert Code(hung-up, [[Lagt på i køen]], [[Hung up in the queue]], [[The caller hung up before anybody answered.]])
* insert Code(overflow, [[Overløb]], [[Overflow]], [[The queue took no more calls.]])
* insert Code(technical, [[Teknisk fejl]], [[Technical fault]], [[The connection was lost or could not be made.]])
* insert Code(call-back, [[Valgte at blive ringet op]], [[Chose to be called back]], [[The caller left the queue for a call-back, which is a call of its own.]])

ValueSet: PsychAcuteUnansweredReasons
Id: psychacute-unanswered-reason
Title: "Hvorfor opkald ikke blev besvaret"
Description: "Every reason."
* insert AlsoIn([[Why calls were not answered]], [[Alle årsager.]])
* ^experimental = false
* include codes from system PsychAcuteUnansweredReason

CodeSystem: PsychAcuteDisposition
Id: psychacute-disposition
Title: "Udfald af opkaldet"
Description: "Where the call led. Several may be true of one call. The destinations are those Danske Regioner lists (2025)."
* insert AlsoIn([[Outcome of the call]], [[Hvor opkaldet førte hen. Flere kan gælde for ét opkald. Målene er dem, Danske Regioner nævner (2025).]])
* insert DanishCodes
* insert Code(ambulance, [[112 eller ambulance]], [[112 or ambulance]], [[An ambulance was sent or 112 called.]])
* insert Code(police, [[Politi]], [[Police]], [[Police were called.]])
* insert Code(akutlaegebil, [[Akutlægebil]], [[Emergency physician car]], [[A car with a physician was sent.]])
* insert Code(udrykningstjeneste, [[Psykiatrisk udrykningstjeneste]], [[Psychiatric mobile emergency service]], [[The psychiatric udrykningstjeneste was sent.]])
* insert Code(akutteam, [[Ambulant akutteam]], [[Outpatient acute team]], [[An ambulant akutteam takes over.]])
* insert Code(f-act, [[F-ACT-team]], [[F-ACT team]], [[The person's F-ACT team takes over.]])
* insert Code(opus, [[OPUS-team]], [[OPUS team]], [[The person's OPUS team takes over.]])
* insert Code(botilbudsteam, [[Botilbudsteam]], [[Supported-housing team]], [[The botilbudsteam takes over.]])
* insert Code(pam, [[Psykiatrisk akutmodtagelse]], [[Psychiatric emergency department]], [[The person goes to a psykiatrisk akutmodtagelse.]])
* insert Code(selvmordsforebyggende-klinik, [[Selvmordsforebyggende klinik]], [[Suicide prevention clinic]], [[Referred to a selvmordsforebyggende klinik.]])
* insert Code(subacute-slot, [[Subakut eller ambulant tid]], [[Subacute or outpatient slot]], [[A subacute or outpatient appointment was booked.]])
* insert Code(somatic, [[Somatisk behandling]], [[Somatic treatment]], [[Somatic treatment comes first.]])
* insert Code(admission, [[Indlæggelse]], [[Admission]], [[The person is admitted.]])
* insert Code(general-practice, [[Almen praksis]], [[General practice]], [[The person's own doctor follows up.]])
* insert Code(municipal-offer, [[Kommunalt tilbud]], [[Municipal offer]], [[A municipal offer other than an akuttilbud.]])
* insert Code(akuttilbud, [[Socialt akuttilbud]], [[Social acute offer]], [[A municipal socialt akuttilbud.]])
* insert Code(civil-line, [[Civilsamfundets linje]], [[Civil-society line]], [[A line run by civil society.]])
* insert Code(virtual-consultation, [[Virtuel konsultation]], [[Virtual consultation]], [[A consultation by video.]])
* insert Code(transferred, [[Stillet om]], [[Transferred]], [[The call went on to another line, as a call partOf this one or of the first.]])
* insert Code(ended-with-guidance, [[Afsluttet med hjælp i telefonen]], [[Ended with help by telephone]], [[The help given in the call was enough.]])

ValueSet: PsychAcuteDispositions
Id: psychacute-disposition
Title: "Udfald af opkald"
Description: "Every outcome."
* insert AlsoIn([[Outcomes of calls]], [[Alle udfald.]])
* ^experimental = false
* include codes from system PsychAcuteDisposition

CodeSystem: PsychAcuteParticipantType
Id: psychacute-participant-type
Title: "Medvirkende i opkaldet"
Description: "The part a member of staff takes in a call."
* insert AlsoIn([[Participant in the call]], [[Den rolle, en medarbejder har i opkaldet.]])
* insert DanishCodes
* insert Code(visitator, [[Visitator]], [[Call handler]], [[Answers and sorts calls.]])
* insert Code(visitator-psychiatry, [[Visitator med psykiatrifaglige kompetencer]], [[Call handler with psychiatric skills]], [[Answers and sorts calls, with training in psychiatry.]])
* insert Code(amk-physician, [[AMK-læge]], [[AMK physician]], [[The physician of the AMK-vagtcentral.]])
* insert Code(apk-consult, [[Akut psykiatrisk koordinator]], [[Acute psychiatric coordinator]], [[Advises the staff in the call; one function per region, day and night. The period says when.]])
* insert Code(interpreter, [[Tolk]], [[Interpreter]], [[Interprets between the person and the staff.]])

ValueSet: PsychAcuteParticipantTypes
Id: psychacute-participant-type
Title: "Medvirkende i opkald"
Description: "The caller when somebody else calls, and the staff."
* insert AlsoIn([[Participants in calls]], [[Den, der ringer for en anden, og personalet.]])
* ^experimental = false
* $participation#CALLBCK
* include codes from system PsychAcuteParticipantType

CodeSystem: PsychAcuteCallerRelationship
Id: psychacute-caller-relationship
Title: "Den ringendes relation"
Description: "Who calls on behalf of the person in need."
* insert AlsoIn([[Relationship of the caller]], [[Hvem der ringer for personen.]])
* insert DanishCodes
* insert Code(relative, [[Pårørende]], [[Relative]], [[Family, partner or friend.]])
* insert Code(custody-holder, [[Forældremyndighedsindehaver]], [[Holder of custody]], [[Holds custody of a child.]])
* insert Code(neighbour, [[Nabo eller anden nærved]], [[Neighbour or bystander]], [[Somebody who is near by.]])
* insert Code(police, [[Politi]], [[Police]], [[Police.]])
* insert Code(social-worker, [[Socialfaglig medarbejder]], [[Social worker]], [[Staff of a social service.]])
* insert Code(other-line, [[Anden linje]], [[Other line]], [[Another telephone line hands the person over.]])

ValueSet: PsychAcuteCallerRelationships
Id: psychacute-caller-relationship
Title: "Den ringendes relationer"
Description: "Every relationship."
* insert AlsoIn([[Relationships of the caller]], [[Alle relationer.]])
* ^experimental = false
* include codes from system PsychAcuteCallerRelationship

// The triage keeps the true urgency in observations; this is the coarse copy that other systems understand.
ValueSet: PsychAcuteCallPriorities
Id: psychacute-call-priority
Title: "Opkaldets prioritet"
Description: "EM, UR and R as a coarse copy of the urgency; A and EL where dk-core's narrower set is wanted."
* insert AlsoIn([[Priority of the call]], [[EM, UR og R som en grov kopi af hastegraden; A og EL, hvor dk-cores snævrere sæt ønskes.]])
* ^experimental = false
* $act-priority#EM
* $act-priority#UR
* $act-priority#R
* $act-priority#A
* $act-priority#EL

// Source: dk-core 3.7.0, value set dk-core-servicerequest-codes.
ValueSet: PsychAcuteServiceTypes
Id: psychacute-service-type
Title: "Psykiatriske specialer"
Description: "Psychiatry, and child and adolescent psychiatry."
* insert AlsoIn([[Psychiatric specialties]], [[Psykiatri og børne- og ungdomspsykiatri.]])
* ^experimental = false
* $sct#394587001
* $sct#394588006
