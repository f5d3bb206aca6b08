// What goes on in a ward or a region, most urgent first.

Instance: psychacute-coercion-overview
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-coercion-overview"
* name = "PsychAcuteCoercionOverview"
* title = "Overblik over tvang"
* description = "All episodes of coercion of a ward, a region or everywhere that are open at a time, or that have ended and still need somebody to act: what is overdue, what is due next, most urgent first, with counts per ward. Straps and gloves stand with their belt."
* insert OperationAlsoIn([[Overview of coercion]], [[Alle tvangsepisoder i et afsnit, en region eller overalt, der er i gang på et tidspunkt, eller som er slut og stadig kræver, at nogen handler: hvad der er over tiden, hvad der er det næste, det mest presserende først, med antal pr. afsnit. Remme og handsker hører til deres bælte.]])
* status = #draft
* kind = #operation
* affectsState = false
* code = #coercion-overview
* resource = #Procedure
* system = false
* type = true
* instance = false
* insert Parameter(parameter[0], ward, in, 0, 1, string, [[The ward: Location/id, or its identifier as system|value. The ward of an episode is Procedure.location, or else that of the admission. Default all]])
* insert Parameter(parameter[1], region, in, 0, 1, code, [[Regionskode, such as DK-84, or the name of a region that has none. Default all]])
* insert Parameter(parameter[2], at, in, 0, 1, dateTime, [[As of when: what happened later is not seen. Default now]])
* insert Parameter(parameter[3], days, in, 0, 1, integer, [[How many days ago an episode may have ended. One with a complaint that is not decided is there whatever its end. Default 31, at most 366]])
* insert Parameter(parameter[4], at, out, 1, 1, dateTime, [[As of when]])
* insert Parameter(parameter[5], open, out, 1, 1, integer, [[Episodes that go on]])
* insert Parameter(parameter[6], act, out, 1, 1, integer, [[Episodes for which somebody has to act]])
* insert Parameter(parameter[7], overdue, out, 1, 1, integer, [[Episodes of which something is overdue]])
* insert ParameterOfParts(parameter[8], ward, out, 0, *, [[One ward, that with most overdue first]])
* insert Parameter(parameter[8].part[0], location, out, 0, 1, Reference, [[The ward; missing for episodes of no known ward]])
* insert Parameter(parameter[8].part[1], region, out, 0, 1, code, [[Regionskode on that day, or the name of a region that has none, found by the ward's organisation and those it is part of]])
* insert Parameter(parameter[8].part[2], open, out, 1, 1, integer, [[As above, in this ward]])
* insert Parameter(parameter[8].part[3], act, out, 1, 1, integer, [[As above, in this ward]])
* insert Parameter(parameter[8].part[4], overdue, out, 1, 1, integer, [[As above, in this ward]])
* insert ParameterOfParts(parameter[9], episode, out, 0, *, [[One episode, most urgent first: overdue by law, overdue by guidance, limits passed, what has no time limit, what is due next]])
* insert Parameter(parameter[9].part[0], procedure, out, 1, 1, Reference, [[The measure]])
* insert Parameter(parameter[9].part[1], measure, out, 0, 1, Coding, [[Its code in psychacute-coercion-measure]])
* insert Parameter(parameter[9].part[2], patient, out, 0, 1, Reference, [[The patient]])
* insert Parameter(parameter[9].part[3], location, out, 0, 1, Reference, [[The ward]])
* insert Parameter(parameter[9].part[4], start, out, 1, 1, dateTime, [[When it began]])
* insert Parameter(parameter[9].part[5], open, out, 1, 1, boolean, [[Whether it goes on]])
* insert Parameter(parameter[9].part[6], coercion, out, 1, 1, boolean, [[Whether it counts as coercion]])
* insert ParameterOfParts(parameter[9].part[7], act, out, 0, *, [[A clock for which somebody has to act]])
* insert ClockParts(parameter[9].part[7])
* insert ParameterOfParts(parameter[9].part[8], next, out, 0, 1, [[The clock that falls due next]])
* insert ClockParts(parameter[9].part[8])
