// What physicians and guards write during a measure.

CodeSystem: PsychAcuteReviewOutcome
Id: psychacute-review-outcome
Title: "Resultat af vurderingen"
Description: "What a review of a measure came to."
* insert AlsoIn([[Outcome of the review]], [[Hvad en vurdering af en foranstaltning førte til.]])
* insert DanishCodes
* insert Code(fortsaet, [[Fortsætter]], [[Continues]], [[The conditions are still met.]])
* insert Code(lempes, [[Lempes]], [[Eased]], [[The measure goes on in an easier form, such as fewer straps.]])
* insert Code(ophoer, [[Ophører]], [[Ends]], [[The conditions are no longer met; the measure ends.]])

ValueSet: PsychAcuteReviewOutcomes
Id: psychacute-review-outcome
Title: "Resultater af vurderinger"
Description: "Every outcome."
* insert AlsoIn([[Outcomes of reviews]], [[Alle resultater.]])
* ^experimental = false
* include codes from system PsychAcuteReviewOutcome

ValueSet: PsychAcuteReviewKinds
Id: psychacute-review-kind
Title: "Vurderinger af en foranstaltning"
Description: "Medical review, external review, review of detention, the overlæge's decision, and the note on detention of a fixed patient who is not detained."
* insert AlsoIn([[Reviews of a measure]], [[Lægelig vurdering, ekstern vurdering, efterprøvelse af frihedsberøvelse, overlægens stillingtagen, og notatet om tilbageholdelse af en fikseret patient, der ikke er tilbageholdt.]])
* ^experimental = false
* PsychAcuteObservationCode#laegelig-vurdering
* PsychAcuteObservationCode#ekstern-vurdering
* PsychAcuteObservationCode#efterproevelse
* PsychAcuteObservationCode#overlaegens-stillingtagen
* PsychAcuteObservationCode#frihedsberoevelse-vurderet

Invariant: psychacute-review-1
Description: "A review is never amended: a new one is made, or it was entered in error"
Severity: #error
Expression: "status = 'final' or status = 'entered-in-error'"
* insert Because([[En vurdering ændres aldrig: der laves en ny, eller den er indtastet ved en fejl]], [[Psykiatriloven § 20: decisions and reviews are entered in the tvangsprotokol.]])

Invariant: psychacute-review-2
Description: "A measure that goes on has its grounds"
Severity: #error
Expression: "value.ofType(CodeableConcept).coding.where(code = 'fortsaet' or code = 'lempes').exists() implies note.exists()"
* insert Because([[Fortsætter en foranstaltning, står begrundelsen]], [[Psykiatriloven § 20 and § 21: grounds and reviews are entered. The danger has to be imminent, not potential (§ 14, stk. 2).]])

Profile: PsychAcuteCoercionReview
Parent: Observation
Id: psychacute-coercion-review
Title: "Vurdering af en foranstaltning"
Description: "A physician's review of whether a measure goes on: of a fixation, of a detention, by a physician from outside. When the next one is due is a dated rule (rules/coercion.csv)."
* insert AlsoIn([[Review of a measure]], [[En læges vurdering af, om en foranstaltning fortsætter: af en fiksering, af en frihedsberøvelse, ved en læge udefra. Hvornår den næste skal ske, er en dateret regel (rules/coercion.csv).]])
* insert Impose(dk-core-observation)
* obeys psychacute-review-1 and psychacute-review-2
* partOf 1..1 MS
* partOf only Reference(PsychAcuteCoercionEpisode)
* status MS
* code from PsychAcuteReviewKinds (required)
* code MS
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer 1..* MS
* performer only Reference(PsychAcutePractitioner or PsychAcutePractitionerRole)
* value[x] 1..1 MS
* value[x] only CodeableConcept
* value[x] from PsychAcuteReviewOutcomes (required)
* note MS

Invariant: psychacute-guard-note-1
Description: "A guard's note has a time of day"
Severity: #error
Expression: "effective.toString().length() > 15"
* insert Because([[Et vagtnotat har et klokkeslæt]], [[Psykiatriloven § 16: the fixed guard's notes follow the fixation.]])

Invariant: psychacute-guard-note-2
Description: "A guard's note is one person's"
Severity: #error
Expression: "performer.count() = 1"
* insert Because([[Et vagtnotat er én persons]], [[Psykiatriloven § 16: one fixed guard at a time.]])

Profile: PsychAcuteGuardNote
Parent: Observation
Id: psychacute-guard-note
Title: "Notat fra fast vagt"
Description: "What the fixed guard saw and did during a fixation."
* insert AlsoIn([[Note of the fixed guard]], [[Hvad den faste vagt så og gjorde under en fiksering.]])
* insert Impose(dk-core-observation)
* obeys psychacute-guard-note-1 and psychacute-guard-note-2
* partOf 1..1 MS
* partOf only Reference(PsychAcuteCoercionEpisode)
* status MS
* code = PsychAcuteObservationCode#fast-vagt-notat
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer 1..* MS
* value[x] 1..1 MS
* value[x] only string

ValueSet: PsychAcuteCoercionNotes
Id: psychacute-coercion-note
Title: "Notater om en foranstaltning"
Description: "Notes that start or meet a clock: a wish to be discharged, medication offered and motivated."
* insert AlsoIn([[Notes on a measure]], [[Notater, der starter eller opfylder en frist: et ønske om at blive udskrevet, medicin der blev tilbudt og motiveret for.]])
* ^experimental = false
* PsychAcuteObservationCode#udskrivningsoenske
* PsychAcuteObservationCode#medicin-tilbudt

Invariant: psychacute-coercion-note-1
Description: "A wish to be discharged has a time of day"
Severity: #error
Expression: "code.coding.where(code = 'udskrivningsoenske').exists() implies effective.toString().length() > 15"
* insert Because([[Et ønske om udskrivning har et klokkeslæt]], [[Psykiatriloven § 10, stk. 3: the answer is due within hours of it.]])

Invariant: psychacute-coercion-note-2
Description: "A note is final, or was entered in error"
Severity: #error
Expression: "status = 'final' or status = 'entered-in-error'"
* insert Because([[Et notat er endeligt eller indtastet ved en fejl]], [[Psykiatriloven § 20: what is entered in the tvangsprotokol is not changed.]])

Profile: PsychAcuteCoercionNote
Parent: Observation
Id: psychacute-coercion-note
Title: "Notat om en foranstaltning"
Description: "A note that starts or meets a clock: that a detained patient asked to be discharged, or that medication was offered and motivated on a day of involuntary medication."
* insert AlsoIn([[Note about a measure]], [[Et notat, der starter eller opfylder en frist: at en frihedsberøvet patient ønskede at blive udskrevet, eller at medicin blev tilbudt og motiveret en dag under tvangsmedicinering.]])
* insert Impose(dk-core-observation)
* obeys psychacute-coercion-note-1 and psychacute-coercion-note-2
* partOf 1..1 MS
* partOf only Reference(PsychAcuteCoercionEpisode)
* status MS
* code from PsychAcuteCoercionNotes (required)
* code MS
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer 1..* MS
* value[x] MS
* value[x] only string
