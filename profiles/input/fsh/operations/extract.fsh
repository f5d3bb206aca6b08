// The answers of the triage form as resources.
Instance: psychacute-extract
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-extract"
* name = "PsychAcuteExtract"
* title = "Overfør visitationens svar"
* description = "The answers of a completed psychacute-triage form as the resources that its questions name (Questionnaire.item.definition), in the manner of the extract operation of SDC: a transaction that the client looks at and posts. Observations are derived from the response, risk conclusions rest on it, and a Provenance names it as source. The call and its referrals get what they lack; nothing there is changed. Posted twice, or extracted again, nothing is stored twice."
* insert OperationAlsoIn([[Extract the answers of the triage form]], [[Svarene i et udfyldt psychacute-triage-skema som de ressourcer, spørgsmålene nævner (Questionnaire.item.definition), på samme måde som extract i SDC: en transaktion, som klienten ser på og sender. Observationer er udledt af svaret, risikokonklusioner hviler på det, og en Provenance nævner det som kilde. Opkaldet og dets henvisninger får det, de mangler; intet ændres. Sendes den to gange, eller overføres der igen, gemmes intet to gange.]])
* status = #draft
* kind = #operation
* affectsState = false
* code = #extract
* resource = #QuestionnaireResponse
* system = false
* type = true
* instance = true
* insert Parameter(parameter[0], questionnaire-response, in, 0, 1, QuestionnaireResponse, [[The completed form, when the operation is called on the type; resource is taken as another name for it]])
* insert Parameter(parameter[1], return, out, 1, 1, Bundle, [[A transaction]])
