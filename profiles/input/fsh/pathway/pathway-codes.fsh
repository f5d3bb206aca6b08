// What a person's path is told with: kinds of step, sectors, what stands out.

CodeSystem: PsychAcutePathwayKind
Id: psychacute-pathway-kind
Title: "Trin i forløbet"
Description: "What a step of a person's path through acute psychiatry is."
* insert AlsoIn([[Step of the path]], [[Hvad et trin i en persons vej gennem akutpsykiatrien er.]])
* insert DanishCodes
* insert Code(call, [[Opkald]], [[Call]], [[A call to a line, each leg by itself.]])
* insert Code(admission, [[Indlæggelse]], [[Admission]], [[A psychiatric or somatic admission.]])
* insert Code(stay, [[Ophold i et tilbud]], [[Stay in an offer]], [[One night or one contact in an offer such as a socialt akuttilbud.]])
* insert Code(visit, [[Udgående besøg]], [[Outreach visit]], [[A visit at home.]])
* insert Code(adviser-visit, [[Besøg af patientrådgiver]], [[Visit by the adviser]], [[A visit by the patient's adviser.]])
* insert Code(contact, [[Anden kontakt]], [[Other contact]], [[Another encounter.]])
* insert Code(urgency, [[Hastegrad]], [[Urgency]], [[A judgement of urgency.]])
* insert Code(assessment, [[Vurdering]], [[Assessment]], [[A screening, a score, a conclusion on risk, an answered form.]])
* insert Code(summary, [[Sammenfatning]], [[Summary]], [[The summary of an assessment.]])
* insert Code(referral, [[Henvisning]], [[Referral]], [[A referral with what became of it.]])
* insert Code(dispatch, [[Udrykning]], [[Dispatch]], [[Somebody sent out to the person.]])
* insert Code(appointment, [[Aftalt tid]], [[Appointment]], [[A booked time.]])
* insert Code(detention, [[Frihedsberøvelse]], [[Detention]], [[Tvangsindlæggelse, tvangstilbageholdelse, tilbageførsel.]])
* insert Code(measure, [[Tvangsforanstaltning]], [[Coercive measure]], [[Another measure under psykiatriloven, a voluntary belt, a drug given in a measure.]])
* insert Code(review, [[Lægelig vurdering af tvang]], [[Review of coercion]], [[A review of a measure or a detention, a note of the fixed guard.]])
* insert Code(right, [[Rettighed]], [[Right]], [[The patient was told, an adviser was appointed.]])
* insert Code(complaint, [[Klage]], [[Complaint]], [[A complaint and what became of it.]])
* insert Code(after-talk, [[Eftersamtale]], [[After-talk]], [[The talk after a measure.]])
* insert Code(plan, [[Plan]], [[Plan]], [[Plan for ending, udskrivningsaftale, koordinationsplan, crisis plan.]])
* insert Code(consent, [[Samtykke eller ønske]], [[Consent or wish]], [[Consent to sharing, its refusal, an advance preference.]])
* insert Code(message, [[Besked]], [[Message]], [[A message about the course.]])
* insert Code(alert, [[Advarsel]], [[Alert]], [[Somebody was told that a time limit has passed or a person did not come.]])
* insert Code(follow-up, [[Opfølgning]], [[Follow-up]], [[A planned follow-up contact.]])

CodeSystem: PsychAcuteSector
Id: psychacute-sector
Title: "Sektor"
Description: "Whom an organisation belongs to, as the reader of a path sees it. Which type of organisation is in which sector stands in rules/sectors.csv."
* insert AlsoIn([[Sector]], [[Hvem en organisation hører til, som den, der læser et forløb, ser det. Hvilken organisationstype der hører til hvilken sektor, står i rules/sectors.csv.]])
* insert DanishCodes
* insert Code(region, [[Region]], [[Region]], [[The region outside its hospitals: AMK, lægevagt, 1813.]])
* insert Code(hospital, [[Sygehus]], [[Hospital]], [[Psychiatric and somatic departments and their teams.]])
* insert Code(municipality, [[Kommune]], [[Municipality]], [[A municipality and its offers.]])
* insert Code(civil-society, [[Civilsamfund]], [[Civil society]], [[An organisation of civil society.]])
* insert Code(general-practice, [[Almen praksis]], [[General practice]], [[The person's own doctor.]])
* insert Code(authority, [[Anden myndighed]], [[Other authority]], [[Police, boards, courts.]])
* insert Code(unknown, [[Ukendt]], [[Unknown]], [[It cannot be told from what is recorded.]])

CodeSystem: PsychAcutePathwayRemark
Id: psychacute-pathway-remark
Title: "Hvad der springer i øjnene i forløbet"
Description: "What a reader who looks back from a detention should not overlook."
* insert AlsoIn([[What stands out in the path]], [[Hvad den, der ser tilbage fra en frihedsberøvelse, ikke må overse.]])
* insert DanishCodes
* insert Code(unanswered, [[Ikke besvaret]], [[Not answered]], [[Nobody answered the call.]])
* insert Code(led-nowhere, [[Førte ingen steder hen]], [[Led nowhere]], [[Nothing came of the call: unanswered without a call-back, or everything it led to was declined or lost.]])
* insert Code(declined, [[Afvist]], [[Declined]], [[The receiver of the referral declined.]])
* insert Code(no-answer, [[Intet svar inden fristen]], [[No answer in time]], [[The time limit of the referral passed and the receiver has not answered.]])
* insert Code(overdue, [[Fristen er overskredet]], [[Overdue]], [[The referral was accepted, and its time limit passed without arrival.]])
* insert Code(no-show, [[Ikke kommet]], [[Did not arrive]], [[The person did not come.]])
* insert Code(returned, [[Returneret]], [[Handed back]], [[The receiver handed the person back.]])
* insert Code(cancelled, [[Aflyst]], [[Cancelled]], [[The person or the sender cancelled.]])
* insert Code(set-aside, [[Tilsidesat]], [[Set aside]], [[The measure was found unlawful, wholly or in part.]])

CodeSystem: PsychAcutePathwayTurn
Id: psychacute-pathway-turn
Title: "Hvem der skal handle"
Description: "Who has to act next on a referral or a complaint."
* insert AlsoIn([[Whose turn it is]], [[Hvem der skal handle næste gang i en henvisning eller en klage.]])
* insert DanishCodes
* insert Code(sender, [[Afsenderen]], [[The sender]], [[Whoever sent the referral, or the ward that has the complaint.]])
* insert Code(receiver, [[Modtageren]], [[The receiver]], [[Whoever the referral or the complaint was sent to.]])

ValueSet: PsychAcutePathwayKinds
Id: psychacute-pathway-kind
Title: "Trin i forløb"
Description: "Every kind of step."
* insert AlsoIn([[Steps of paths]], [[Alle slags trin.]])
* ^experimental = false
* include codes from system PsychAcutePathwayKind

ValueSet: PsychAcuteSectors
Id: psychacute-sector
Title: "Sektorer"
Description: "Every sector."
* insert AlsoIn([[Sectors]], [[Alle sektorer.]])
* ^experimental = false
* include codes from system PsychAcuteSector
