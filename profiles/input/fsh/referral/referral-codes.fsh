CodeSystem: PsychAcuteHelp
Id: psychacute-help
Title: "Hjælp der henvises til"
Description: "The kind of help that is asked for. Municipal kinds are mapped to FFB where it has a code."
* insert AlsoIn([[Help that is referred to]], [[Den slags hjælp, der bedes om. De kommunale er oversat til FFB, hvor der er en kode.]])
* insert DanishCodes
* insert Code(akut-stoette, [[Akut rådgivning, omsorg og støtte]], [[Acute advice, care and support]], [[Talk and support in a socialt akuttilbud, by attendance, telephone, video or home visit.]])
* insert Code(akut-ophold, [[Akut ophold]], [[Acute stay]], [[One or more nights in a socialt akuttilbud.]])
* insert Code(psykiatrisk-vurdering, [[Akut psykiatrisk vurdering]], [[Acute psychiatric assessment]], [[Assessment by psychiatric staff, within hours.]])
* insert Code(subakut-tid, [[Subakut eller ambulant tid]], [[Subacute or outpatient appointment]], [[An appointment in an outpatient service.]])
* insert Code(opfoelgende-kontakt, [[Opfølgende kontakt]], [[Follow-up contact]], [[A promised call or visit after the inquiry.]])
* insert Code(selvmordsforebyggelse, [[Selvmordsforebyggende behandling]], [[Suicide prevention treatment]], [[Treatment in a selvmordsforebyggende klinik.]])
* insert Code(ambulance, [[Ambulance]], [[Ambulance]], [[Dispatch of an ambulance.]])
* insert Code(politi, [[Politi]], [[Police]], [[Dispatch of the police.]])
* insert Code(akutlaegebil, [[Akutlægebil]], [[Emergency physician car]], [[Dispatch of a car with a physician.]])
* insert Code(udrykning, [[Psykiatrisk udrykning]], [[Psychiatric mobile emergency visit]], [[Dispatch of the psychiatric udrykningstjeneste.]])

ValueSet: PsychAcuteHelpKinds
Id: psychacute-help
Title: "Hjælp der kan henvises til"
Description: "Every kind of help."
* insert AlsoIn([[Help that can be referred to]], [[Alle slags hjælp.]])
* ^experimental = false
* include codes from system PsychAcuteHelp

// Source: FFB 2.2.0 (KL), services Akut rådgivning, omsorg og støtte and Akut ophold.
Instance: psychacute-help-ffb
InstanceOf: ConceptMap
Usage: #definition
Title: "Hjælp til FFB"
Description: "The municipal kinds of help as FFB services."
* url = "https://fhirpsychacute.dk/ig/ConceptMap/psychacute-help-ffb"
* version = "0.1.0"
* name = "PsychAcuteHelpFfb"
* title = "Hjælp til FFB"
* status = #draft
* experimental = false
* description = "The municipal kinds of help as FFB services, version 2.2.0."
* sourceCanonical = Canonical(PsychAcuteHelpKinds)
* group.source = Canonical(PsychAcuteHelp)
* group.target = $ffb
* group.targetVersion = "2.2.0"
* group.element[+].code = #akut-stoette
* group.element[=].target.code = #f3edac43-d0d6-4cc3-96c7-4658a557257a
* group.element[=].target.display = "Akut rådgivning, omsorg og støtte"
* group.element[=].target.equivalence = #equivalent
* group.element[+].code = #akut-ophold
* group.element[=].target.code = #a81a3fa9-6601-4d1e-a11e-f7444dfd3828
* group.element[=].target.display = "Akut ophold"
* group.element[=].target.equivalence = #equivalent

// Source: dk-core 3.7.0, value set dk-core-priority-codes: request-priority without urgent and stat.
ValueSet: PsychAcuteReferralPriorities
Id: psychacute-referral-priority
Title: "Henvisningens prioritet"
Description: "asap is the Danish akut, routine is elektiv."
* insert AlsoIn([[Priority of the referral]], [[asap er den danske akut, routine er elektiv.]])
* ^experimental = false
* $request-priority#routine
* $request-priority#asap

CodeSystem: PsychAcuteLegalBasis
Id: psychacute-legal-basis
Title: "Grundlag for at dele oplysninger"
Description: "On what ground information is passed on with a referral. Consent is not the only one."
* insert AlsoIn([[Ground for sharing information]], [[På hvilket grundlag oplysninger gives videre med en henvisning. Samtykke er ikke det eneste.]])
* insert DanishCodes
* insert Code(samtykke, [[Samtykke]], [[Consent]], [[The person has agreed.]])
* insert Code(psykiatriloven-13c, [[Psykiatriloven § 13 c]], [[Psychiatry Act section 13 c]], [[Disclosure without consent that is necessary for an udskrivningsaftale or a koordinationsplan.]])
* insert Code(akut-fare, [[Akut fare]], [[Acute danger]], [[Disclosure to avert acute danger to the person or to others.]])
* insert Code(andet, [[Andet grundlag]], [[Other ground]], [[Another ground, named in the source.]])

ValueSet: PsychAcuteLegalBases
Id: psychacute-legal-basis
Title: "Grundlag for deling"
Description: "Every ground."
* insert AlsoIn([[Grounds for sharing]], [[Alle grundlag.]])
* ^experimental = false
* include codes from system PsychAcuteLegalBasis

CodeSystem: PsychAcuteContactMode
Id: psychacute-contact-mode
Title: "Kontaktform"
Description: "How the person wishes to meet the offer."
* insert AlsoIn([[Form of contact]], [[Hvordan personen ønsker at møde tilbuddet.]])
* insert DanishCodes
* insert Code(attendance, [[Fysisk fremmøde]], [[Attendance]], [[The person comes to the offer.]])
* insert Code(telephone, [[Telefon]], [[Telephone]], [[By telephone.]])
* insert Code(video, [[Video]], [[Video]], [[By video.]])
* insert Code(home-visit, [[Hjemmebesøg]], [[Home visit]], [[The offer comes to the person.]])

ValueSet: PsychAcuteContactModes
Id: psychacute-contact-mode
Title: "Kontaktformer"
Description: "Every mode."
* insert AlsoIn([[Forms of contact]], [[Alle former.]])
* ^experimental = false
* include codes from system PsychAcuteContactMode

CodeSystem: PsychAcuteTransportMode
Id: psychacute-transport
Title: "Transport"
Description: "How the person gets to the offer. The list is this guide's own; no source names one."
* insert AlsoIn([[Transport]], [[Hvordan personen kommer til tilbuddet. Listen er guidens egen; ingen kilde nævner en.]])
* insert DanishCodes
* insert Code(self, [[Kommer selv]], [[By own means]], [[The person comes by own means.]])
* insert Code(accompanied, [[Følges af en anden]], [[Accompanied]], [[Somebody the person knows comes along.]])
* insert Code(needs-transport, [[Har brug for transport]], [[Needs transport]], [[Transport has to be arranged.]])
* insert Code(ambulance, [[Ambulance]], [[Ambulance]], [[By ambulance.]])
* insert Code(police, [[Politi]], [[Police]], [[With the police.]])

ValueSet: PsychAcuteTransportModes
Id: psychacute-transport
Title: "Transportformer"
Description: "Every mode."
* insert AlsoIn([[Modes of transport]], [[Alle transportformer.]])
* ^experimental = false
* include codes from system PsychAcuteTransportMode

CodeSystem: PsychAcuteTaskState
Id: psychacute-task-state
Title: "Henvisningens tilstand"
Description: "Where a referral has come, in more detail than Task.status."
* insert AlsoIn([[State of the referral]], [[Hvor langt en henvisning er, mere præcist end Task.status.]])
* insert DanishCodes
* insert Code(sent, [[Sendt]], [[Sent]], [[The sender has sent it.]])
* insert Code(received, [[Modtaget]], [[Received]], [[The receiver has seen it.]])
* insert Code(accepted, [[Accepteret]], [[Accepted]], [[The receiver takes it on.]])
* insert Code(declined, [[Afvist]], [[Declined]], [[The receiver does not take it on; the reason is coded.]])
* insert Code(booked, [[Tid aftalt]], [[Booked]], [[A time is agreed.]])
* insert Code(arrived, [[Ankommet]], [[Arrived]], [[The person has arrived.]])
* insert Code(in-progress, [[I gang]], [[In progress]], [[The help is being given.]])
* insert Code(no-show, [[Ikke kommet]], [[Did not arrive]], [[The person did not arrive within the time limit.]])
* insert Code(returned, [[Returneret til regionen]], [[Returned to the region]], [[The receiver hands the person back to the region.]])
* insert Code(completed, [[Afsluttet]], [[Completed]], [[The help was given.]])
* insert Code(cancelled-by-citizen, [[Aflyst af borgeren]], [[Cancelled by the citizen]], [[The person no longer wants it.]])
* insert Code(cancelled-by-sender, [[Aflyst af afsenderen]], [[Cancelled by the sender]], [[The sender has withdrawn it.]])
* insert Code(entered-in-error, [[Registreret ved en fejl]], [[Entered in error]], [[It should never have been recorded. Task.status entered-in-error says it, whatever businessStatus says.]])

ValueSet: PsychAcuteTaskStates
Id: psychacute-task-state
Title: "Henvisningens tilstande"
Description: "Every state."
* insert AlsoIn([[States of the referral]], [[Alle tilstande.]])
* ^experimental = false
* include codes from system PsychAcuteTaskState

CodeSystem: PsychAcuteTaskReason
Id: psychacute-task-reason
Title: "Hvorfor henvisningen ikke førte til hjælp"
Description: "Why a referral was declined, cancelled or handed back, or why the person did not arrive."
* insert AlsoIn([[Why the referral did not lead to help]], [[Hvorfor en henvisning blev afvist, annulleret eller leveret tilbage, eller hvorfor personen ikke kom.]])
* insert DanishCodes
* insert Code(full, [[Fuldt belagt]], [[Full]], [[There is no place.]])
* insert Code(outside-group, [[Uden for målgruppen]], [[Outside the group]], [[The offer is not for this person.]])
* insert Code(no-overnight, [[Ingen overnatning]], [[No overnight stay]], [[The person asked for a night, and nobody can stay the night.]])
* insert Code(not-reached, [[Kunne ikke nås]], [[Could not be reached]], [[The person did not come and could not be reached.]])
* insert Code(changed-mind, [[Ønsker det ikke længere]], [[Changed their mind]], [[The person no longer wants the help.]])
* insert Code(worsened, [[Forværret]], [[Worsened]], [[The state has worsened: the region has to take over.]])
* insert Code(admitted, [[Indlagt]], [[Admitted]], [[The person was admitted meanwhile.]])
* insert Code(other, [[Andet]], [[Other]], [[Another reason, said in text.]])

ValueSet: PsychAcuteTaskReasons
Id: psychacute-task-reason
Title: "Hvorfor henvisninger ikke førte til hjælp"
Description: "Every reason."
* insert AlsoIn([[Why referrals did not lead to help]], [[Alle årsager.]])
* ^experimental = false
* include codes from system PsychAcuteTaskReason

CodeSystem: PsychAcuteTaskOutput
Id: psychacute-task-output
Title: "Hvad henvisningen førte til"
Description: "What a referral's task led to."
* insert AlsoIn([[What the referral led to]], [[Hvad en henvisnings opgave førte til.]])
* insert DanishCodes
* insert Code(stay, [[Ophold eller kontakt]], [[Stay or contact]], [[The encounter in the offer.]])
* insert Code(appointment, [[Aftalt tid]], [[Appointment]], [[The appointment that was made.]])
* insert Code(message, [[Besked]], [[Message]], [[A message about the course, to the sender or to others.]])

ValueSet: PsychAcuteTaskOutputs
Id: psychacute-task-output
Title: "Hvad henvisninger førte til"
Description: "Every kind of output."
* insert AlsoIn([[What referrals led to]], [[Alle resultater.]])
* ^experimental = false
* include codes from system PsychAcuteTaskOutput
