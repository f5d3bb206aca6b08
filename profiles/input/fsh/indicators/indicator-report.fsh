Extension: PsychAcuteRemark
Id: psychacute-remark
Title: "Bemærkning"
Description: "What a reader has to know of the figures: a population figure of another year, a source that is not verified, counts that are masked."
Context: MeasureReport
* insert AlsoIn([[Remark]], [[Hvad en læser skal vide om tallene: et befolkningstal fra et andet år, en kilde, der ikke er verificeret, tal, der er maskeret.]])
* value[x] 1..1
* value[x] only string

Invariant: psychacute-measure-1
Description: "An indicator measure says of each group what is counted"
Severity: #error
Expression: "group.exists() and group.all(code.exists() and population.exists())"
* insert Because([[En måling siger for hver gruppe, hvad der tælles]], [[Decision of this guide: a figure whose rule nobody can read is no indicator.]])

Invariant: psychacute-measure-2
Description: "A numerator has a denominator"
Severity: #error
Expression: "population.code.coding.where(code = 'numerator').exists() implies population.code.coding.where(code = 'denominator').exists()"
* insert Because([[En tæller har en nævner]], [[R4 Measure.group.population: a proportion needs both.]])

Profile: PsychAcuteIndicatorMeasure
Parent: Measure
Id: psychacute-indicator-measure
Title: "Indikatorsæt"
Description: "A set of indicators that $evaluate-measure computes: each a group with its counts, and what they are divided by."
* insert AlsoIn([[Set of indicators]], [[Et sæt indikatorer, som $evaluate-measure beregner: hver en gruppe med det, der tælles, og det, der opdeles efter.]])
* obeys psychacute-measure-1
* url 1..1
* title 1..1 MS
* description 1..1 MS
* group 1..* MS
* group obeys psychacute-measure-2
* group.code 1..1 MS
* group.code from PsychAcuteIndicators (required)
* group.population 1..* MS
* group.stratifier MS
* group.stratifier.code from PsychAcuteStratifiers (required)
* group.stratifier.component.code from PsychAcuteStratifiers (required)

Invariant: psychacute-report-1
Description: "A count is told, or it is said why it is not"
Severity: #error
Expression: "population.all(count.exists() and (count.hasValue() or count.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason').exists()))"
* insert Because([[Et antal er oplyst, eller det står, hvorfor det ikke er]], [[S1:2472-2986 prints small counts as under 5; R4 data-absent-reason, masked.]])

Invariant: psychacute-report-2
Description: "A score of masked counts is masked too"
Severity: #error
Expression: "population.count.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason').exists() implies measureScore.value.empty()"
* insert Because([[En værdi beregnet af maskerede tal er også maskeret]], [[S1:2472-2986 prints small counts as under 5: a rate or a share would give them away.]])

Invariant: psychacute-report-3
Description: "A report on a population names no person"
Severity: #error
Expression: "subject.empty() and evaluatedResource.empty()"
* insert Because([[En rapport om en population nævner ingen person]], [[R4 MeasureReport.type summary; decision of this guide: figures go out, resources do not.]])

Profile: PsychAcuteIndicatorReport
Parent: MeasureReport
Id: psychacute-indicator-report
Title: "Indikatorrapport"
Description: "The figures of a set of indicators in a period. Small counts are masked (data-absent-reason masked), and with them what would give them away."
* insert AlsoIn([[Indicator report]], [[Tallene for et sæt indikatorer i en periode. Små tal er maskeret (data-absent-reason masked) og med dem det, der ville røbe dem.]])
* obeys psychacute-report-3
* extension contains PsychAcuteRemark named remark 0..* MS
* status MS
* type = #summary
* measure MS
* measure ^short = "One of the guide's measures"
* date 1..1 MS
* reporter only Reference(PsychAcuteOrganization)
* reporter ^short = "The organisation whose calls, referrals or episodes are counted; absent for everything"
* period MS
* period.start 1..1
* period.end 1..1
* group 1..* MS
* group obeys psychacute-report-1 and psychacute-report-2
* group.code 1..1 MS
* group.code from PsychAcuteIndicators (required)
* group.population 1..* MS
* group.measureScore MS
* group.stratifier MS
* group.stratifier.code 1..*
* group.stratifier.code from PsychAcuteStratifiers (required)
* group.stratifier.stratum obeys psychacute-report-1 and psychacute-report-2
* group.stratifier.stratum.population 1..*
