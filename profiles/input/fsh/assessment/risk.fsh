Invariant: psychacute-risk-1
Description: "A conclusion rests on something, or says in its note why it does not"
Severity: #error
Expression: "basis.exists() or note.exists()"
* insert Because([[En konklusion hviler på noget, eller siger i et notat, hvorfor den ikke gør]], [[S1:5494-5498: risk of suicide and of violence are assessed clinically. No score decides by itself.]])

Invariant: psychacute-risk-2
Description: "An acutely increased risk has an agreement on what is done"
Severity: #error
Expression: "prediction.qualitativeRisk.coding.where(code = 'akut-oeget' or code = 'meget-hoej').exists() implies mitigation.exists()"
* insert Because([[Ved akut øget selvmordsrisiko eller meget høj voldsrisiko står det, hvad der gøres]], [[S1:5133-5140: a life-threatening state needs immediate action.]])

RuleSet: RiskConclusion
* obeys psychacute-risk-1 and psychacute-risk-2
* status MS
* code 1..1 MS
* subject only Reference(PsychAcutePatient)
* subject MS
* encounter MS
* occurrence[x] 1..1 MS
* occurrence[x] only dateTime
* performer 1..1 MS
* performer only Reference(PsychAcutePractitioner or PsychAcutePractitionerRole)
* basis MS
* basis ^short = "Scores, answers and earlier judgements"
* prediction 1..1 MS
* prediction.qualitativeRisk 1..1 MS
* mitigation MS
* mitigation ^short = "What was agreed, such as a crisis plan or who stays with the person"
* note MS

Profile: PsychAcuteSuicideRiskAssessment
Parent: RiskAssessment
Id: psychacute-suicide-risk-assessment
Title: "Vurdering af selvmordsrisiko"
Description: "The conclusion on suicide risk in a call, a stay or an admission."
* insert AlsoIn([[Suicide risk assessment]], [[Konklusionen om selvmordsrisiko i et opkald, et ophold eller en indlæggelse.]])
* insert RiskConclusion
* code = PsychAcuteObservationCode#selvmordsrisiko
* prediction.qualitativeRisk from PsychAcuteSuicideRisks (extensible)

Profile: PsychAcuteViolenceRiskAssessment
Parent: RiskAssessment
Id: psychacute-violence-risk-assessment
Title: "Vurdering af voldsrisiko"
Description: "The conclusion on the risk of violence. It is not by itself a ground for coercion: the danger must be imminent (psykiatriloven § 14, stk. 2)."
* insert AlsoIn([[Violence risk assessment]], [[Konklusionen om risiko for vold. Den er ikke i sig selv en grund til tvang: faren skal være nærliggende (psykiatriloven § 14, stk. 2).]])
* insert RiskConclusion
* code = PsychAcuteObservationCode#voldsrisiko
* prediction.qualitativeRisk from PsychAcuteViolenceRisks (extensible)
