// Patient-experienced quality (S1:5659-5669), in few questions of this guide's own.

CodeSystem: PsychAcuteExperienceAnswer
Id: psychacute-experience-answer
Title: "Svar"
Description: "Five steps of agreement."
* insert AlsoIn([[Answer]], [[Fem trin af enighed.]])
* insert DanishCodes
* ^property[0].code = #score
* ^property[=].description = "1 to 5; counted in the indicators."
* ^property[=].type = #integer
* insert Code(slet-ikke, [[Slet ikke]], [[Not at all]], [[The lowest step.]])
* #slet-ikke ^property[0].code = #score
* #slet-ikke ^property[=].valueInteger = 1
* insert Code(i-mindre-grad, [[I mindre grad]], [[To a lesser degree]], [[The second step.]])
* #i-mindre-grad ^property[0].code = #score
* #i-mindre-grad ^property[=].valueInteger = 2
* insert Code(i-nogen-grad, [[I nogen grad]], [[To some degree]], [[The middle step.]])
* #i-nogen-grad ^property[0].code = #score
* #i-nogen-grad ^property[=].valueInteger = 3
* insert Code(i-hoej-grad, [[I høj grad]], [[To a high degree]], [[The fourth step.]])
* #i-hoej-grad ^property[0].code = #score
* #i-hoej-grad ^property[=].valueInteger = 4
* insert Code(i-meget-hoej-grad, [[I meget høj grad]], [[To a very high degree]], [[The highest step.]])
* #i-meget-hoej-grad ^property[0].code = #score
* #i-meget-hoej-grad ^property[=].valueInteger = 5

ValueSet: PsychAcuteExperienceAnswers
Id: psychacute-experience-answer
Title: "Svarmuligheder"
Description: "Every step."
* insert AlsoIn([[Possible answers]], [[Alle trin.]])
* ^experimental = false
* include codes from system PsychAcuteExperienceAnswer

Instance: psychacute-experience
InstanceOf: Questionnaire
Usage: #definition
Title: "Din oplevelse af hjælpen"
Description: "Five questions after a call or a stay; may be answered anonymously."
* url = "https://fhirpsychacute.dk/ig/Questionnaire/psychacute-experience"
* version = "0.1.0"
* name = "PsychAcuteExperience"
* title = "Din oplevelse af hjælpen"
* status = #draft
* experimental = false
* subjectType = #Patient
* date = "2026-11-01"
* description = "Five questions after a call or a stay. The answer may be anonymous; it is counted by line or offer, never shown by person."
* insert Ask(kontakt, choice, [[Hvad gælder dit svar?]])
* item[=].required = true
* item[=].answerOption[0].valueString = "Et opkald"
* item[=].answerOption[1].valueString = "Et ophold eller en samtale i et tilbud"
* item[=].answerOption[2].valueString = "En indlæggelse"
* insert Ask(lyttet, choice, [[Blev der lyttet til dig?]])
* item[=].answerValueSet = "https://fhirpsychacute.dk/ig/ValueSet/psychacute-experience-answer"
* item[=].required = true
* insert Ask(tryg, choice, [[Følte du dig tryg?]])
* item[=].answerValueSet = "https://fhirpsychacute.dk/ig/ValueSet/psychacute-experience-answer"
* insert Ask(hjulpet, choice, [[Hjalp det dig?]])
* item[=].answerValueSet = "https://fhirpsychacute.dk/ig/ValueSet/psychacute-experience-answer"
* item[=].required = true
* insert Ask(naeste-skridt, boolean, [[Vidste du bagefter, hvad der skulle ske?]])
* insert Ask(ord, text, [[Vil du sige noget mere?]])
* item[=].maxLength = 2000

Invariant: psychacute-experience-1
Description: "An anonymous answer names nobody"
Severity: #error
Expression: "subject.empty() implies (author.empty() and source.empty() and encounter.empty())"
* insert Because([[Et anonymt svar nævner ingen]], [[S1:5659-5669: patient-experienced quality. Decision of this guide: an answer may be anonymous, and then an encounter would give the person away.]])

Invariant: psychacute-experience-2
Description: "A completed answer says whether it helped"
Severity: #error
Expression: "status = 'completed' implies item.where(linkId = 'hjulpet').answer.exists()"
* insert Because([[Et udfyldt svar siger, om det hjalp]], [[S1:5659-5669: patient-experienced quality and effect.]])

Profile: PsychAcuteExperienceResponse
Parent: QuestionnaireResponse
Id: psychacute-experience-response
Title: "Svar om oplevelsen"
Description: "One person's answers after a call or a stay."
* insert AlsoIn([[Answers on experience]], [[Én persons svar efter et opkald eller et ophold.]])
* obeys psychacute-experience-1 and psychacute-experience-2
* questionnaire 1..1
* questionnaire = "https://fhirpsychacute.dk/ig/Questionnaire/psychacute-experience"
* status MS
* subject only Reference(PsychAcutePatient)
* subject MS
* encounter MS
* authored 1..1 MS
* item MS
