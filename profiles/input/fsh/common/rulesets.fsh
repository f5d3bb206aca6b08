// Rules that several definitions insert.

// A resource that conforms to the profile must conform to the named dk-core 3.7.0 profile too.
RuleSet: Impose(profile)
* ^extension[+].url = $impose
* ^extension[=].valueCanonical = "http://hl7.dk/fhir/core/StructureDefinition/{profile}"

// A code system whose displays are Danish, with every code in it.
RuleSet: DanishCodes
* ^language = #da
* ^experimental = false
* ^caseSensitive = true
* ^content = #complete

// One code: Danish display, English designation, definition.
RuleSet: Code(code, da, en, definition)
* #{code} "{da}" "{definition}"
* #{code} ^designation[0].language = #en
* #{code} ^designation[0].value = "{en}"

// Slices of identifier are told apart by their system.
RuleSet: SliceIdentifierBySystem
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open

// What an invariant needs beside its English text and its expression: the same in Danish, and the source of the rule: a section of
// the law, a line of a source document (S1:2861), a specification, or a decision of this guide.
RuleSet: Because(da, source)
* requirements = "{source}"
* human.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* human.extension.extension[0].url = "lang"
* human.extension.extension[0].valueCode = #da
* human.extension.extension[1].url = "content"
* human.extension.extension[1].valueString = "{da}"

// The English title and the Danish description beside a definition's own Danish title and English description.
RuleSet: AlsoIn(title, description)
* ^title.extension[+].url = "http://hl7.org/fhir/StructureDefinition/translation"
* ^title.extension[=].extension[0].url = "lang"
* ^title.extension[=].extension[0].valueCode = #en
* ^title.extension[=].extension[1].url = "content"
* ^title.extension[=].extension[1].valueString = "{title}"
* ^description.extension[+].url = "http://hl7.org/fhir/StructureDefinition/translation"
* ^description.extension[=].extension[0].url = "lang"
* ^description.extension[=].extension[0].valueCode = #da
* ^description.extension[=].extension[1].url = "content"
* ^description.extension[=].extension[1].valueString = "{description}"
