Extension: PsychAcuteUnansweredReasonExtension
Id: psychacute-unanswered-reason
Title: "Ikke besvaret fordi"
Description: "Why nobody answered; its presence makes the call an unanswered one."
Context: Encounter
* insert AlsoIn([[Unanswered because]], [[Hvorfor ingen svarede; at den er der, gør opkaldet ubesvaret.]])
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteUnansweredReasons (required)

// The call-back extension's own rules.
Invariant: psychacute-callback-1
Description: "Only a call-back that was wanted can be kept or not kept"
Severity: #error
Expression: "extension.where(url = 'kept').exists() or extension.where(url = 'promised').exists() implies extension.where(url = 'wanted').value = true"
* insert Because([[Kun et tilbagekald, der var ønsket, kan være holdt eller ikke holdt]], [[S1:5585-5587: the citizen may choose to be called back later.]])

Invariant: psychacute-callback-2
Description: "A call-back that was wanted was offered"
Severity: #error
Expression: "extension.where(url = 'wanted').value = true implies extension.where(url = 'offered').value = true"
* insert Because([[Et tilbagekald, der blev ønsket, var tilbudt]], [[S1:5585-5587: call-back is a choice that is given.]])

Extension: PsychAcuteCallback
Id: psychacute-callback
Title: "Tilbagekald"
Description: "Whether the caller was offered a call-back, wanted it, what was promised, and whether it was kept."
Context: Encounter
* insert AlsoIn([[Call-back]], [[Om den, der ringede, blev tilbudt at blive ringet op, ønskede det, hvad der blev lovet, og om det blev holdt.]])
* obeys psychacute-callback-1 and psychacute-callback-2
* extension contains
    offered 0..1 MS and
    wanted 0..1 MS and
    promised 0..1 MS and
    number 0..1 MS and
    kept 0..1 MS
* extension[offered].value[x] 1..1
* extension[offered].value[x] only boolean
* extension[wanted].value[x] 1..1
* extension[wanted].value[x] only boolean
* extension[promised] ^short = "The window in which the call-back was promised"
* extension[promised].value[x] 1..1
* extension[promised].value[x] only Period
* extension[number].value[x] 1..1
* extension[number].value[x] only ContactPoint
* extension[kept].value[x] 1..1
* extension[kept].value[x] only boolean

Extension: PsychAcuteQueueInformation
Id: psychacute-queue-information
Title: "Oplyst om køen"
Description: "What the caller was told while waiting."
Context: Encounter
* insert AlsoIn([[Told about the queue]], [[Hvad den, der ringede, fik at vide, mens vedkommende ventede.]])
* extension contains
    position 0..1 MS and
    wait 0..1 MS and
    time 0..1 MS
* extension[position] ^short = "The place in the queue that was told"
* extension[position].value[x] 1..1
* extension[position].value[x] only positiveInt
* extension[wait] ^short = "The expected wait that was told"
* extension[wait].value[x] 1..1
* extension[wait].value[x] only Duration
* extension[time] ^short = "When it was told"
* extension[time].value[x] 1..1
* extension[time].value[x] only dateTime

Extension: PsychAcuteRecordOpened
Id: psychacute-record-opened
Title: "Journalopslag"
Description: "Whether the person's record (EPJ) was looked up during the call."
Context: Encounter
* insert AlsoIn([[Record looked up]], [[Om personens journal (EPJ) blev slået op under opkaldet.]])
* value[x] 1..1
* value[x] only boolean

Extension: PsychAcuteDispositionExtension
Id: psychacute-disposition
Title: "Udfald"
Description: "Where the call led; repeated when it led to several places."
Context: Encounter
* insert AlsoIn([[Outcome]], [[Hvor opkaldet førte hen; gentages, når det førte flere steder hen.]])
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteDispositions (required)

Extension: PsychAcuteIncident
Id: psychacute-incident
Title: "Hændelse"
Description: "The incident that the call belongs to, when many people are struck by the same one."
Context: Encounter
* insert AlsoIn([[Incident]], [[Den hændelse, opkaldet hører til, når mange rammes af den samme.]])
* value[x] 1..1
* value[x] only Reference(Group)

Extension: PsychAcuteCallLanguage
Id: psychacute-call-language
Title: "Sprog i opkaldet"
Description: "The language that was spoken, when it was not Danish, and whether an interpreter was needed. The interpreter who took part is a participant."
Context: Encounter
* insert AlsoIn([[Language of the call]], [[Det sprog, der blev talt, når det ikke var dansk, og om der var brug for tolk. Tolken, der medvirkede, er en deltager.]])
* extension contains language 0..1 MS and interpreterNeeded 0..1 MS
* extension[language].value[x] 1..1
* extension[language].value[x] only CodeableConcept
* extension[language].value[x] from http://hl7.org/fhir/ValueSet/all-languages (required)
* extension[interpreterNeeded].value[x] 1..1
* extension[interpreterNeeded].value[x] only boolean

Extension: PsychAcuteTransferredFrom
Id: psychacute-transferred-from
Title: "Stillet om fra"
Description: "The call that this one was transferred from, when that is not the first call (partOf): AMK to lægevagt to PAM."
Context: Encounter
* insert AlsoIn([[Transferred from]], [[Det opkald, dette blev stillet om fra, når det ikke er det første (partOf): AMK til lægevagt til PAM.]])
* value[x] 1..1
* value[x] only Reference(Encounter)
