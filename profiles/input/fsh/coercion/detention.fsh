// Deprivation of liberty: involuntary admission, detention, return.

ValueSet: PsychAcuteDetentionMeasures
Id: psychacute-detention-measure
Title: "Frihedsberøvelse"
Description: "The measures of psykiatriloven §§ 5-10 a."
* insert AlsoIn([[Deprivation of liberty]], [[Foranstaltningerne i psykiatriloven §§ 5-10 a.]])
* ^experimental = false
* PsychAcuteCoercionMeasure#tvangsindlaeggelse-roede
* PsychAcuteCoercionMeasure#tvangsindlaeggelse-gule
* PsychAcuteCoercionMeasure#tvangstilbageholdelse
* PsychAcuteCoercionMeasure#tilbagefoersel

Extension: PsychAcuteExamined
Id: psychacute-examined
Title: "Undersøgt af den attesterende læge"
Description: "When the certifying physician examined the person. How old the examination may be is a dated rule."
Context: Procedure
* insert AlsoIn([[Examined by the certifying physician]], [[Hvornår den attesterende læge undersøgte personen. Hvor gammel undersøgelsen må være, er en dateret regel.]])
* value[x] 1..1
* value[x] only dateTime

Invariant: psychacute-detention-1
Description: "Red papers rest on danger, yellow papers on health"
Severity: #error
Expression: "(code.coding.where(code = 'tvangsindlaeggelse-roede').exists() implies reasonCode.coding.where(code = 'farlighed').exists()) and (code.coding.where(code = 'tvangsindlaeggelse-gule').exists() implies reasonCode.coding.where(code = 'helbred').exists())"
* insert Because([[Røde papirer hviler på farlighed, gule på helbred]], [[Psykiatriloven § 5: prospects of cure would worsen (yellow), or imminent and considerable danger (red).]])

Invariant: psychacute-detention-2
Description: "An involuntary admission names the certifying physician and when the person was examined"
Severity: #error
Expression: "code.coding.where(code = 'tvangsindlaeggelse-roede' or code = 'tvangsindlaeggelse-gule').exists() implies (performer.function.coding.where(code = 'certified').exists() and extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-examined').exists())"
* insert Because([[En tvangsindlæggelse nævner den attesterende læge, og hvornår personen blev undersøgt]], [[Psykiatriloven §§ 6-9: a physician not employed at the receiving ward certifies after examining.]])

Invariant: psychacute-detention-3
Description: "Detention and red or yellow papers say that the overlæge decided"
Severity: #error
Expression: "status != 'entered-in-error' and status != 'not-done' and code.coding.where(code = 'tvangsindlaeggelse-roede' or code = 'tvangsindlaeggelse-gule' or code = 'tvangstilbageholdelse').exists() implies performer.function.coding.where(code = 'decided').exists()"
* insert Because([[Ved frihedsberøvelse står det, at overlægen besluttede]], [[Psykiatriloven §§ 9 and 10: the overlæge decides.]])

Profile: PsychAcuteDetention
Parent: PsychAcuteCoercionEpisode
Id: psychacute-detention
Title: "Frihedsberøvelse"
Description: "An involuntary admission, a detention or a return. The period stays open while the person is detained; it ends at once when the conditions lapse (§ 11), and the patient and the adviser are told. Reviews are psychacute-coercion-review."
* insert AlsoIn([[Deprivation of liberty]], [[En tvangsindlæggelse, en tvangstilbageholdelse eller en tilbageførsel. Perioden er åben, så længe personen er frihedsberøvet; den slutter straks, når betingelserne falder bort (§ 11), og patienten og rådgiveren får det at vide. Efterprøvelser er psychacute-coercion-review.]])
* obeys psychacute-detention-1 and psychacute-detention-2 and psychacute-detention-3
* extension contains PsychAcuteExamined named examined 0..1 MS
* code from PsychAcuteDetentionMeasures (required)
* performed[x] only Period
* performer 1..*
* reasonCode 1..*
* usedCode 0..0
* report MS
* report ^short = "The medical certificate (lægeerklæring)"
