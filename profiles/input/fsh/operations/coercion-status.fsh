// Every clock of one measure, as the law of the day it began has it.

// One parameter: in or out, how many, its type. Parts are written by their own path below it.
RuleSet: Parameter(path, name, use, min, max, type, documentation)
* {path}.name = #{name}
* {path}.use = #{use}
* {path}.min = {min}
* {path}.max = "{max}"
* {path}.type = #{type}
* {path}.documentation = "{documentation}"

// A parameter that has parts and no type of its own.
RuleSet: ParameterOfParts(path, name, use, min, max, documentation)
* {path}.name = #{name}
* {path}.use = #{use}
* {path}.min = {min}
* {path}.max = "{max}"
* {path}.documentation = "{documentation}"

// The English title and Danish description of an operation, as AlsoIn gives them to profiles.
RuleSet: OperationAlsoIn(title, description)
* title.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* title.extension.extension[0].url = "lang"
* title.extension.extension[0].valueCode = #en
* title.extension.extension[1].url = "content"
* title.extension.extension[1].valueString = "{title}"
* description.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension.extension[0].url = "lang"
* description.extension.extension[0].valueCode = #da
* description.extension.extension[1].url = "content"
* description.extension.extension[1].valueString = "{description}"

// The parts that tell of one clock, below a parameter or part.
RuleSet: ClockParts(path)
* insert Parameter({path}.part[0], code, out, 1, 1, Coding, [[The rule, a code of psychacute-clock]])
* insert Parameter({path}.part[1], status, out, 1, 1, code, [[How it stands, a code of psychacute-clock-state]])
* insert Parameter({path}.part[2], severity, out, 1, 1, code, [[How bad it is when it is passed: error for a rule of law, warning, information]])
* insert Parameter({path}.part[3], act, out, 1, 1, boolean, [[Whether somebody has to act now]])
* insert Parameter({path}.part[4], due, out, 0, 1, dateTime, [[When it is or was due or a limit reached; a date means before midnight of that day in Denmark]])
* insert Parameter({path}.part[5], done, out, 0, 1, dateTime, [[When it was done]])
* insert Parameter({path}.part[6], late, out, 0, 1, Duration, [[By how much it was or is too late]])
* insert Parameter({path}.part[7], times, out, 0, 1, integer, [[For how many times in a row it says the same; due is that of the first]])
* insert Parameter({path}.part[8], about, out, 0, 1, Reference, [[The complaint, for clocks of one]])
* insert Parameter({path}.part[9], text, out, 1, 1, string, [[How it stands, in the reader's language]])
* insert Parameter({path}.part[10], source, out, 1, 1, string, [[Section of the law, document and line, or page]])
* insert Parameter({path}.part[11], verified, out, 1, 1, boolean, [[Whether a text that was read says so]])

Instance: psychacute-coercion-status
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-coercion-status"
* name = "PsychAcuteCoercionStatus"
* title = "Tvangsepisodens frister"
* description = "Every clock of one measure of coercion at a time, by the rules of rules/coercion.csv that were valid on the day it began, whether the episode counts as coercion and in the national target, the patient's age at the start, and the bands of its length. What ran out comes as psychacute-clock-finding too, which a client may store."
* insert OperationAlsoIn([[Clocks of a measure]], [[Alle frister for én tvangsforanstaltning på et tidspunkt, efter de regler i rules/coercion.csv der gjaldt den dag, den begyndte; om episoden tæller som tvang og i det nationale mål, patientens alder ved starten og varighedens intervaller. Det, der er overskredet, kommer også som psychacute-clock-finding, som en klient kan gemme.]])
* status = #draft
* kind = #operation
* affectsState = false
* code = #coercion-status
* resource = #Procedure
* system = false
* type = false
* instance = true
* insert Parameter(parameter[0], at, in, 0, 1, dateTime, [[As of when: what happened later is not seen. Default now]])
* insert Parameter(parameter[1], procedure, out, 1, 1, Reference, [[The measure]])
* insert Parameter(parameter[2], at, out, 1, 1, dateTime, [[As of when]])
* insert Parameter(parameter[3], measure, out, 0, 1, Coding, [[The measure's code in psychacute-coercion-measure]])
* insert Parameter(parameter[4], open, out, 1, 1, boolean, [[Whether the measure goes on]])
* insert ParameterOfParts(parameter[5], counting, out, 1, 1, [[Whether and as what the episode counts]])
* insert Parameter(parameter[5].part[0], coercion, out, 1, 1, boolean, [[Whether it counts as coercion]])
* insert Parameter(parameter[5].part[1], target, out, 1, 1, boolean, [[Whether it is an episode of the national target for 2030]])
* insert Parameter(parameter[5].part[2], group, out, 0, 1, code, [[What it is counted apart as: voluntary-belt, somatic]])
* insert Parameter(parameter[5].part[3], text, out, 1, 1, string, [[Why]])
* insert Parameter(parameter[5].part[4], rule, out, 0, 1, code, [[The rule that decides]])
* insert Parameter(parameter[5].part[5], source, out, 0, 1, string, [[Its source]])
* insert Parameter(parameter[5].part[6], verified, out, 0, 1, boolean, [[Whether a text that was read says so]])
* insert Parameter(parameter[6], patient, out, 0, 1, Reference, [[The patient]])
* insert Parameter(parameter[7], age, out, 0, 1, integer, [[Age in whole years at the start; missing when the date of birth leaves two]])
* insert Parameter(parameter[8], length, out, 0, 1, Duration, [[How long the measure lasted, or has lasted]])
* insert ParameterOfParts(parameter[9], band, out, 0, *, [[The band of its length in one indicator, when it is over]])
* insert Parameter(parameter[9].part[0], indicator, out, 1, 1, code, [[The indicator of rules/bands.csv]])
* insert Parameter(parameter[9].part[1], code, out, 1, 1, code, [[The band]])
* insert Parameter(parameter[9].part[2], text, out, 1, 1, string, [[What people call it]])
* insert Parameter(parameter[10], device, out, 0, *, Reference, [[Straps or gloves that are part of the belt, episodes of their own]])
* insert Parameter(parameter[11], endingPlan, out, 0, *, Reference, [[A plan for ending the measure]])
* insert ParameterOfParts(parameter[12], clock, out, 0, *, [[One clock; none for what is no coercion]])
* insert ClockParts(parameter[12])
* insert Parameter(parameter[13], finding, out, 0, *, DetectedIssue, [[A clock that ran out, as psychacute-clock-finding]])
