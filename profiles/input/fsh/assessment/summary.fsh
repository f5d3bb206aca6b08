Invariant: psychacute-summary-1
Description: "A completed summary says something and rests on findings"
Severity: #error
Expression: "status = 'completed' implies (summary.exists() and investigation.item.exists())"
* insert Because([[En færdig sammenfatning siger noget og hviler på fund]], [[S1:5494-5498: psychiatric clinical assessment and triage, with suicide risk, violence risk and substance use.]])

Invariant: psychacute-summary-2
Description: "A summary of an acute contact has a time"
Severity: #error
Expression: "effective.exists() or date.exists()"
* insert Because([[En sammenfatning af en akut kontakt har et tidspunkt]], [[Decision of this guide: the order of assessments is the course of the call.]])

Profile: PsychAcuteSummary
Parent: ClinicalImpression
Id: psychacute-summary
Title: "Sammenfatning"
Description: "What the assessment came to, with the observations, risk conclusions and answers that it rests on."
* insert AlsoIn([[Summary]], [[Hvad vurderingen førte til, med de observationer, risikokonklusioner og svar, den hviler på.]])
* obeys psychacute-summary-1 and psychacute-summary-2
* status MS
* subject only Reference(PsychAcutePatient)
* subject MS
* encounter 1..1 MS
* effective[x] MS
* date MS
* assessor 1..1 MS
* assessor only Reference(PsychAcutePractitioner or PsychAcutePractitionerRole)
* investigation MS
* investigation.item MS
* protocol MS
* protocol ^short = "The triage model or questionnaire that was used, by its canonical"
* summary MS
* note MS
