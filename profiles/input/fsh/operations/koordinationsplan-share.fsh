// CarePlan/[id]/$koordinationsplan-share, also for an udskrivningsaftale.

Instance: psychacute-koordinationsplan-share
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-koordinationsplan-share"
* version = "0.1.0"
* name = "PsychAcuteKoordinationsplanShare"
* title = "Giv planen til parterne"
* title.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* title.extension.extension[0].url = "lang"
* title.extension.extension[0].valueCode = #en
* title.extension.extension[1].url = "content"
* title.extension.extension[1].valueString = "Hand the plan to its parties"
* status = #draft
* kind = #operation
* description = "Hands a koordinationsplan or an udskrivningsaftale to the parties that it names (careTeam), by consent or under psykiatriloven § 13 c. § 13 c opens for the plan only and for authorities only (rules/sharing.csv); relatives are given it by consent or fuldmagt, whatever the ground for the others. Each recipient gets a Communication (psychacute-plan-handover) in which the plan lies as it is now, without staff names for recipients outside the hospital; a Provenance says on what ground and by whom; all of it is stored together or not at all. The same version of a plan goes to the same party once. When no party may have it: 422 with one issue for each."
* description.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension.extension[0].url = "lang"
* description.extension.extension[0].valueCode = #da
* description.extension.extension[1].url = "content"
* description.extension.extension[1].valueString = "Giver en koordinationsplan eller en udskrivningsaftale til de parter, den nævner (careTeam), med samtykke eller efter psykiatriloven § 13 c. § 13 c åbner kun for planen og kun for myndigheder (rules/sharing.csv); pårørende får den med samtykke eller fuldmagt, uanset grundlaget for de andre. Hver modtager får en besked (psychacute-plan-handover), hvor planen ligger, som den er nu, uden navne på medarbejdere for modtagere uden for sygehuset; en Provenance siger, på hvilket grundlag og af hvem; det hele gemmes samlet eller slet ikke. Den samme version af en plan går til den samme part én gang. Må ingen part få den: 422 med en forklaring for hver."
* affectsState = true
* code = #koordinationsplan-share
* resource = #CarePlan
* system = false
* type = false
* instance = true
* insert In(legal-basis, 0, 1, code, [[samtykke or psykiatriloven-13c (psychacute-legal-basis); without, the ground that the plan names. A koordinationsplan is never shared by consent]])
* insert In(necessity, 0, 1, string, [[Why sharing is necessary for the plan, for § 13 c; without, what the plan itself says]])
* insert In(recipient, 0, *, Reference, [[Parties that shall have it; all without]])
* insert In(actor, 0, 1, Reference, [[Who shares it; X-Provenance tells more, and without either it is the author of the plan]])
* insert In(mask, 0, 1, code, [[staff or none: whether this answer shows staff names; staff without, unless the reader is of a hospital]])
* insert In(reader, 0, 1, Reference, [[The organisation on whose behalf this answer is read]])
* insert OutParts(sent, 0, *, [[A party that has this version of the plan]])
* insert Part(recipient, 1, 1, Reference, [[The party's organisation, or the person]])
* insert Part(legal-basis, 1, 1, Coding, [[On what ground (psychacute-legal-basis)]])
* insert Part(consent, 0, 1, Reference, [[The consent that it rests on]])
* insert Part(communication, 1, 1, Reference, [[The message]])
* insert Part(new, 1, 1, boolean, [[Whether it was sent now; false when this version had been sent before]])
* insert OutParts(not-sent, 0, *, [[A party that was not handed the plan]])
* insert Part(recipient, 1, 1, Reference, [[The party]])
* insert Part(reason, 1, 1, Coding, [[Why not (psychacute-not-shared)]])
* insert Part(text, 1, 1, string, [[Why not, in the language of Accept-Language]])
* insert Out(resources, 1, 1, Bundle, [[The plan, the messages and the Provenance; type collection]])
