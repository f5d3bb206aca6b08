// The questions of the call. There is no national triage model (S1:5591-5597): these are the questions that S1:5494-5498 and the call
// data set need answered, in this guide's own words. No instrument's text is copied. Each item names where its answer goes.

RuleSet: Ask(linkId, type, text)
* item[+].linkId = "{linkId}"
* item[=].type = #{type}
* item[=].text = "{text}"

RuleSet: AskIn(linkId, type, text)
* item[=].item[+].linkId = "{linkId}"
* item[=].item[=].type = #{type}
* item[=].item[=].text = "{text}"

RuleSet: AnswerFrom(valueSet, definition)
* item[=].item[=].answerValueSet = "https://fhirpsychacute.dk/ig/ValueSet/{valueSet}"
* item[=].item[=].definition = "https://fhirpsychacute.dk/ig/StructureDefinition/{definition}"

RuleSet: GoesTo(definition)
* item[=].item[=].definition = "https://fhirpsychacute.dk/ig/StructureDefinition/{definition}"

Instance: psychacute-triage
InstanceOf: Questionnaire
Usage: #definition
Title: "Visitation af et akut psykiatrisk opkald"
Description: "The questions of a call."
* url = "https://fhirpsychacute.dk/ig/Questionnaire/psychacute-triage"
* version = "0.1.0"
* name = "PsychAcuteTriage"
* title = "Visitation af et akut psykiatrisk opkald"
* status = #draft
* experimental = false
* subjectType = #Patient
* date = "2026-11-01"
* description = "The questions that a visitator answers while the call goes on. The answers are copied to the resources that each item names."
* insert Ask(ringer, group, [[Den der ringer]])
* insert AskIn(ringer.selv, boolean, [[Ringer personen selv?]])
* insert GoesTo(psychacute-call#Encounter.participant)
* item[=].item[=].required = true
* insert AskIn(ringer.relation, choice, [[Hvem ringer?]])
* insert AnswerFrom(psychacute-caller-relationship, psychacute-caller#RelatedPerson.relationship)
* item[=].item[=].enableWhen.question = "ringer.selv"
* item[=].item[=].enableWhen.operator = #=
* item[=].item[=].enableWhen.answerBoolean = false
* item[=].item[=].required = true
* insert AskIn(ringer.med-egne-ord, text, [[Hvad er der sket, med personens egne ord?]])
* item[=].item[=].definition = "https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-call#Encounter.reasonCode.text"
* item[=].item[=].maxLength = 4000
* insert Ask(fare, group, [[Fare nu]])
* insert AskIn(fare.selv, boolean, [[Er der fare for personen selv nu?]])
* insert GoesTo(psychacute-suicide-risk-assessment#RiskAssessment.note)
* item[=].item[=].required = true
* insert AskIn(fare.andre, boolean, [[Er der fare for andre nu?]])
* insert GoesTo(psychacute-violence-risk-assessment#RiskAssessment.note)
* item[=].item[=].required = true
* insert AskIn(fare.selvmordsrisiko, choice, [[Selvmordsrisiko]])
* insert AnswerFrom(psychacute-suicide-risk, psychacute-suicide-risk-assessment#RiskAssessment.prediction.qualitativeRisk)
* item[=].item[=].required = true
* insert AskIn(fare.voldsrisiko, choice, [[Voldsrisiko]])
* insert AnswerFrom(psychacute-violence-risk, psychacute-violence-risk-assessment#RiskAssessment.prediction.qualitativeRisk)
* item[=].item[=].required = true
* insert AskIn(fare.aftale, text, [[Hvad er aftalt, indtil hjælpen kommer?]])
* item[=].item[=].definition = "https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-suicide-risk-assessment#RiskAssessment.mitigation"
* item[=].item[=].enableWhen[0].question = "fare.selv"
* item[=].item[=].enableWhen[0].operator = #=
* item[=].item[=].enableWhen[0].answerBoolean = true
* item[=].item[=].enableWhen[1].question = "fare.andre"
* item[=].item[=].enableWhen[1].operator = #=
* item[=].item[=].enableWhen[1].answerBoolean = true
* item[=].item[=].enableBehavior = #any
* item[=].item[=].required = true
* insert Ask(tilstand, group, [[Tilstand]])
* insert AskIn(tilstand.rusmidler, choice, [[Rusmidler]])
* insert AnswerFrom(psychacute-substance-use, psychacute-substance-use#Observation.value[x])
* item[=].item[=].required = true
* insert AskIn(tilstand.roede-flag, choice, [[Somatiske røde flag]])
* insert AnswerFrom(psychacute-red-flag, psychacute-red-flags#Observation.component.code)
* item[=].item[=].repeats = true
* insert AskIn(tilstand.kan-vente, choice, [[Kan personen vente på hjælp?]])
* insert AnswerFrom(psychacute-ability-to-wait, psychacute-ability-to-wait#Observation.value[x])
* item[=].item[=].required = true
* insert AskIn(tilstand.boern, boolean, [[Er der børn i hjemmet?]])
* item[=].item[=].definition = "https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-children-at-home#Extension.value[x]"
* insert Ask(konklusion, group, [[Konklusion]])
* insert AskIn(konklusion.hastegrad, choice, [[Hastegrad]])
* insert AnswerFrom(psychacute-urgency-level, psychacute-urgency#Observation.value[x])
* item[=].item[=].required = true
* insert AskIn(konklusion.apk, boolean, [[Er akut psykiatrisk koordinator spurgt?]])
* insert GoesTo(psychacute-call#Encounter.participant)
* insert AskIn(konklusion.udfald, choice, [[Hvor fører opkaldet hen?]])
* insert AnswerFrom(psychacute-disposition, psychacute-disposition#Extension.value[x])
* item[=].item[=].required = true
* item[=].item[=].repeats = true
* insert AskIn(konklusion.sammenfatning, text, [[Sammenfatning]])
* item[=].item[=].definition = "https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-summary#ClinicalImpression.summary"
* item[=].item[=].maxLength = 4000

Invariant: psychacute-triage-1
Description: "A completed form has a judgement of urgency"
Severity: #error
Expression: "status = 'completed' implies item.where(linkId = 'konklusion').item.where(linkId = 'konklusion.hastegrad').answer.exists()"
* insert Because([[En udfyldt visitation har en hastegrad]], [[S1:5133-5151: urgency. Uafklaret is a judgement too.]])

Invariant: psychacute-triage-2
Description: "A form in which somebody else calls says who"
Severity: #error
Expression: "status = 'completed' implies (item.where(linkId = 'ringer').item.where(linkId = 'ringer.selv').answer.where(value = false).exists() implies item.where(linkId = 'ringer').item.where(linkId = 'ringer.relation').answer.exists())"
* insert Because([[Ringer en anden end personen selv, står det, hvem det er]], [[S1:5119-5127: relatives and others nearby call too.]])

Profile: PsychAcuteTriageResponse
Parent: QuestionnaireResponse
Id: psychacute-triage-response
Title: "Udfyldt visitation"
Description: "The answers given in a call. The subject is absent when nobody is known."
* insert AlsoIn([[Completed triage form]], [[De svar, der blev givet i et opkald. Personen mangler, når ingen er kendt.]])
* obeys psychacute-triage-1 and psychacute-triage-2
* questionnaire 1..1
* questionnaire = "https://fhirpsychacute.dk/ig/Questionnaire/psychacute-triage"
* status MS
* subject only Reference(PsychAcutePatient)
* subject MS
* encounter 1..1 MS
* encounter only Reference(PsychAcuteCall)
* authored 1..1 MS
* author MS
* item MS
