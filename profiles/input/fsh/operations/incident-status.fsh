Instance: psychacute-incident-status
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-incident-status"
* name = "PsychAcuteIncidentStatus"
* title = "Status på det psykosociale beredskab"
* description = "One activation of the psychosocial emergency response at a time: the calls and the persons that belong to it, and for each person how far the follow-up contacts have come, those first who need somebody to act. Persons of calls and follow-ups count too, where they are not yet members of the group. Names are not told."
* insert OperationAlsoIn([[Status of the psychosocial emergency response]], [[Én aktivering af det psykosociale beredskab på et tidspunkt: de opkald og personer, der hører til den, og for hver person hvor langt de opfølgende kontakter er, først dem, der kræver, at nogen handler. Personer i opkald og opfølgninger tæller med, også når de endnu ikke er medlemmer af gruppen. Navne oplyses ikke.]])
* status = #draft
* kind = #operation
* affectsState = false
* code = #incident-status
* resource = #Group
* system = false
* type = false
* instance = true
* insert Parameter(parameter[0], at, in, 0, 1, dateTime, [[As of when: what happened later is not seen. Default now]])
* insert Parameter(parameter[1], incident, out, 1, 1, Reference, [[The activation]])
* insert Parameter(parameter[2], name, out, 0, 1, string, [[Its name]])
* insert Parameter(parameter[3], kind, out, 0, 1, Coding, [[The kind of event]])
* insert Parameter(parameter[4], at, out, 1, 1, dateTime, [[As of when]])
* insert Parameter(parameter[5], active, out, 1, 1, boolean, [[Whether the response is active at that time]])
* insert Parameter(parameter[6], activated, out, 0, 1, Period, [[From when until when it was active]])
* insert Parameter(parameter[7], text, out, 1, 1, string, [[How it stands, in one sentence in the reader's language]])
* insert ParameterOfParts(parameter[8], count, out, 1, 1, [[How many]])
* insert Parameter(parameter[8].part[0], persons, out, 1, 1, integer, [[Persons]])
* insert Parameter(parameter[8].part[1], calls, out, 1, 1, integer, [[Calls]])
* insert Parameter(parameter[8].part[2], unanswered, out, 1, 1, integer, [[Calls that nobody answered]])
* insert Parameter(parameter[8].part[3], overdue, out, 1, 1, integer, [[Persons with a contact that is overdue]])
* insert Parameter(parameter[8].part[4], none, out, 1, 1, integer, [[Persons without any follow-up]])
* insert Parameter(parameter[8].part[5], unreachable, out, 1, 1, integer, [[Persons who were not reached, with nothing else planned]])
* insert Parameter(parameter[8].part[6], planned, out, 1, 1, integer, [[Persons with a contact ahead]])
* insert Parameter(parameter[8].part[7], done, out, 1, 1, integer, [[Persons whose contacts are done]])
* insert ParameterOfParts(parameter[9], person, out, 0, *, [[One person, those first who need somebody to act]])
* insert Parameter(parameter[9].part[0], who, out, 1, 1, Reference, [[The person; a Practitioner for staff who were struck]])
* insert Parameter(parameter[9].part[1], state, out, 1, 1, code, [[How far, a code of psychacute-follow-up-state]])
* insert Parameter(parameter[9].part[2], text, out, 1, 1, string, [[The same in the reader's language]])
* insert Parameter(parameter[9].part[3], member, out, 1, 1, boolean, [[Whether the person is a member of the group]])
* insert Parameter(parameter[9].part[4], due, out, 0, 1, dateTime, [[By when the next contact was planned]])
* insert Parameter(parameter[9].part[5], call, out, 0, *, Reference, [[The person's calls]])
* insert ParameterOfParts(parameter[9].part[6], followUp, out, 0, *, [[One contact]])
* insert Parameter(parameter[9].part[6].part[0], task, out, 1, 1, Reference, [[The task]])
* insert Parameter(parameter[9].part[6].part[1], state, out, 1, 1, code, [[How far, a code of psychacute-follow-up-state]])
* insert Parameter(parameter[9].part[6].part[2], due, out, 0, 1, dateTime, [[By when]])
* insert Parameter(parameter[9].part[6].part[3], done, out, 0, 1, dateTime, [[When it took place]])
* insert Parameter(parameter[9].part[6].part[4], owner, out, 0, 1, Reference, [[Who contacts]])
* insert Parameter(parameter[10], call, out, 0, *, Reference, [[A call that names no person: the caller hung up, or stayed anonymous]])
