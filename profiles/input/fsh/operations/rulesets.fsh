// One in-parameter of an operation.
RuleSet: In(name, min, max, type, documentation)
* parameter[+].name = {name}
* parameter[=].use = #in
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = {type}
* parameter[=].documentation = "{documentation}"
