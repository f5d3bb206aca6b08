// One in-parameter of an operation.
RuleSet: In(name, min, max, type, documentation)
* parameter[+].name = {name}
* parameter[=].use = #in
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = {type}
* parameter[=].documentation = "{documentation}"

// The English title and the Danish description of an operation, beside its own Danish title and English description.
RuleSet: OperationAlsoIn(title, description)
* title.extension[+].url = "http://hl7.org/fhir/StructureDefinition/translation"
* title.extension[=].extension[0].url = "lang"
* title.extension[=].extension[0].valueCode = #en
* title.extension[=].extension[1].url = "content"
* title.extension[=].extension[1].valueString = "{title}"
* description.extension[+].url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension[=].extension[0].url = "lang"
* description.extension[=].extension[0].valueCode = #da
* description.extension[=].extension[1].url = "content"
* description.extension[=].extension[1].valueString = "{description}"
