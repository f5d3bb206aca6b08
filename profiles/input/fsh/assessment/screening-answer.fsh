// Source: LOINC, Columbia Suicide Severity Rating Scale screener (recent): the panel, its questions and the risk level.
ValueSet: PsychAcuteScreeningCodes
Id: psychacute-screening
Title: "Selvmordsscreening"
Description: "The C-SSRS screener, its questions and the risk level. Other instruments may be used as well."
* insert AlsoIn([[Suicide screening]], [[C-SSRS-screeningen, dens spørgsmål og risikoniveauet. Andre instrumenter kan også bruges.]])
* ^experimental = false
* $loinc#93373-9
* $loinc#93246-7
* $loinc#93247-5
* $loinc#93248-3
* $loinc#93249-1
* $loinc#93250-9
* $loinc#93267-3
* $loinc#93269-9
* $loinc#93374-7

Profile: PsychAcuteScreening
Parent: Observation
Id: psychacute-screening
Title: "Screening"
Description: "A screening with its answers as components, one answer, or the score or level that came out of it. No score decides the urgency: a person does."
* insert AlsoIn([[Screening]], [[En screening med svarene som komponenter, ét svar, eller den score eller det niveau, der kom ud af den. Ingen score afgør hastegraden: det gør et menneske.]])
* insert Impose(dk-core-observation)
* status MS
* code MS
* code from PsychAcuteScreeningCodes (preferred)
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* encounter MS
* effective[x] 1..1 MS
* performer MS
* value[x] MS
* component MS
* component.code from PsychAcuteScreeningCodes (preferred)
* hasMember MS
* derivedFrom MS
