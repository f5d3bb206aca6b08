// Measure/$evaluate-measure as HL7 defines it, as far as it goes here, and with a choice of strata.
Instance: psychacute-evaluate-measure
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-evaluate-measure"
* version = "0.1.0"
* name = "PsychAcuteEvaluateMeasure"
* title = "Indikatorer"
* status = #draft
* kind = #operation
* description = "The indicators of a period, as one of the guide's measures defines them, over what is stored; the measure need not be. Small counts are masked, and with them the counts from which they could be computed."
* insert OperationAlsoIn([[Indicators]], [[En periodes indikatorer, som en af guidens målinger definerer dem, over det gemte; målingen selv behøver ikke være gemt. Små antal er maskeret og med dem de antal, som de kunne regnes ud fra.]])
* affectsState = false
* code = #evaluate-measure
* base = "http://hl7.org/fhir/OperationDefinition/Measure-evaluate-measure"
* resource = #Measure
* system = false
* type = true
* instance = true
* insert In(measure, 0, 1, string, [[The measure: canonical, Measure/id or id. Required where the address names none]])
* insert In(periodStart, 1, 1, date, [[What begins in the period is counted; 2023 begins on 1 January, in Danish time]])
* insert In(periodEnd, 1, 1, date, [[The period's last year, month or day, counted to its end]])
* insert In(reportType, 0, 1, code, [[population, the only one]])
* insert In(subject, 0, 1, string, [[Organization/id: only what happened in it or below it. Without, everything]])
* insert In(stratifier, 0, *, string, [[Strata shown (psychacute-stratifier), several at once joined by a plus; all without. It changes nothing of what is masked]])
* insert In(at, 0, 1, dateTime, [[As of when it is told; what begins later is not counted. Now without]])
* insert Out(return, 1, 1, MeasureReport, [[A psychacute-indicator-report]])
