Extension: PsychAcuteLawSectionExtension
Id: psychacute-law-section
Title: "Bestemmelse"
Description: "The provision the measure rests on; the coding's version is the day from which that reading of the law holds."
Context: Procedure
* insert AlsoIn([[Provision]], [[Den bestemmelse, foranstaltningen hviler på; kodens version er den dag, fra hvilken den læsning af loven gælder.]])
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteLawSections (required)

Extension: PsychAcuteProtocolFormExtension
Id: psychacute-protocol-form
Title: "Skema"
Description: "The form of the tvangsprotokol."
Context: Procedure
* insert AlsoIn([[Form]], [[Skemaet i tvangsprotokollen.]])
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteProtocolForms (extensible)

Extension: PsychAcutePreferenceConsidered
Id: psychacute-preference-considered
Title: "Forhåndstilkendegivelse inddraget"
Description: "Whether the patient's own preference was taken into account."
Context: Procedure
* insert AlsoIn([[Preference considered]], [[Om patientens egen tilkendegivelse blev inddraget.]])
* value[x] 1..1
* value[x] only boolean

Extension: PsychAcuteLessIntrusiveTried
Id: psychacute-less-intrusive-tried
Title: "Mindre indgribende forsøgt"
Description: "What was tried before the measure."
Context: Procedure
* insert AlsoIn([[Less intrusive means tried]], [[Hvad der blev forsøgt før foranstaltningen.]])
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteLessIntrusives (extensible)

Extension: PsychAcuteAdmissionStatusExtension
Id: psychacute-admission-status
Title: "Indlæggelsens status"
Description: "The patient's legal position when the measure began."
Context: Procedure
* insert AlsoIn([[Admission status]], [[Patientens retlige stilling, da foranstaltningen begyndte.]])
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PsychAcuteAdmissionStatuses (required)

Extension: PsychAcutePermission
Id: psychacute-permission
Title: "Tilladelse"
Description: "The permission from Styrelsen for Patientsikkerhed that walking restraint needs."
Context: Procedure
* insert AlsoIn([[Permission]], [[Den tilladelse fra Styrelsen for Patientsikkerhed, som oppegående fiksering kræver.]])
* value[x] 1..1
* value[x] only Identifier

Extension: PsychAcuteReflectionTime
Id: psychacute-reflection-time
Title: "Betænkningstid"
Description: "The time the patient was given to think before involuntary treatment."
Context: Procedure
* insert AlsoIn([[Time for reflection]], [[Den tid, patienten fik til at tænke sig om før tvangsbehandling.]])
* value[x] 1..1
* value[x] only Period

Invariant: psychacute-child-consent-1
Description: "Holders of custody who did not consent are informed"
Severity: #warning
Expression: "extension.where(url = 'custodyHolderConsents').value = false or extension.where(url = 'custodyHolderConsents').empty() implies extension.where(url = 'informed').exists()"
* insert Because([[Forældremyndighedsindehavere, der ikke har samtykket, underrettes]], [[Psykiatriloven § 1 (as read in 2024): the holders' consent need not be awaited in imminent danger or serious vandalism; they are informed afterwards.]])

Invariant: psychacute-child-consent-2
Description: "A child who consents to a measure is not coerced: it is not registered as an episode"
Severity: #error
Expression: "extension.where(url = 'childConsents').value = false"
* insert Because([[Et barn, der samtykker, udsættes ikke for tvang: det registreres ikke som en episode]], [[Psykiatriloven § 1: coercion is a measure without informed consent; since 1 June 2024 the child's own answer decides below 15 too.]])

Extension: PsychAcuteChildConsent
Id: psychacute-child-consent
Title: "Barnets og forældremyndighedsindehaverens holdning"
Description: "Whether a child under 15 and the holders of custody agreed to the measure. Since 1 June 2024 it is coercion when the child does not, even if the holders do; before that day the holders' consent made it none."
Context: Procedure
* insert AlsoIn([[The child's and the custody holders' answer]], [[Om et barn under 15 og forældremyndighedsindehaverne var enige i foranstaltningen. Siden 1. juni 2024 er det tvang, når barnet ikke er, også selv om indehaverne er; før den dag gjorde indehavernes samtykke, at det ikke var tvang.]])
* obeys psychacute-child-consent-1 and psychacute-child-consent-2
* extension contains childConsents 1..1 MS and custodyHolderConsents 0..1 MS and informed 0..1 MS
* extension[childConsents].value[x] 1..1
* extension[childConsents].value[x] only boolean
* extension[custodyHolderConsents].value[x] 1..1
* extension[custodyHolderConsents].value[x] only boolean
* extension[informed] ^short = "When the holders of custody were informed"
* extension[informed].value[x] 1..1
* extension[informed].value[x] only dateTime

Extension: PsychAcuteMeasure
Id: psychacute-measure
Title: "Foranstaltningen det drejer sig om"
Description: "The measure that an adviser, a visit or a finding concerns, where R4 has no element for it."
Context: CareTeam, Encounter
* insert AlsoIn([[The measure concerned]], [[Den foranstaltning, en rådgiver, et besøg eller et fund gælder, hvor R4 ikke har et element til det.]])
* value[x] 1..1
* value[x] only Reference(PsychAcuteCoercionEpisode)

Invariant: psychacute-coercion-1
Description: "A measure without a legal basis today cannot be registered as an episode: it may only be a proposal"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-proposal').empty()"
* insert Because([[En foranstaltning uden lovhjemmel i dag kan ikke registreres som udført: den kan kun være et forslag]], [[S1:2387-2423 and the other proposals of S1: arealbegrænsning and its like have no legal basis; nothing was found that enacts them.]])

Invariant: psychacute-coercion-2
Description: "Straps and gloves are part of an episode of belt"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure' and (code = 'remme' or code = 'handsker')).exists() implies partOf.exists()"
* insert Because([[Remme og handsker er en del af en bælteepisode]], [[Psykiatriloven §§ 14-16; S1:2854-2858: straps and gloves are used only with a belt.]])

Invariant: psychacute-coercion-3
Description: "A dose of acute sedation is given at a point in time"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure' and code = 'akut-beroligende-medicin').exists() implies performed.ofType(Period).empty()"
* insert Because([[En dosis akut beroligende medicin gives på ét tidspunkt]], [[Psykiatriloven § 17, stk. 2: single doses; in national reporting (SEI) the start is the end.]])

Invariant: psychacute-coercion-4
Description: "Fixation and holding have a start to the second"
Severity: #error
Expression: "(status != 'not-done' and status != 'entered-in-error' and code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure' and (code = 'baelte' or code = 'remme' or code = 'handsker' or code = 'frivilligt-baelte' or code = 'fastholdelse')).exists()) implies performed.ofType(Period).start.where(toString().length() > 18).exists()"
* insert Because([[Fiksering og fastholdelse har en start på sekundet]], [[S1:2472-2497 and 2961-2986: belt and holding are reported in bands of minutes and hours, the shortest below 2 minutes, so both need a clock time.]])

Invariant: psychacute-coercion-5
Description: "A completed episode that lasts has an end, and one in progress has none"
Severity: #error
Expression: "(status = 'completed' implies (performed.ofType(Period).empty() or performed.ofType(Period).end.exists())) and (status = 'in-progress' implies performed.ofType(Period).end.empty())"
* insert Because([[En afsluttet episode, der varer ved, har et sluttidspunkt, og en igangværende har intet]], [[As psychacute-coercion-4; R4 Procedure.status: completed means that all of it is over.]])

Invariant: psychacute-coercion-6
Description: "The provision is the one that the measure rests on"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').code.all(($this & '/' & %resource.extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-law-section').value.coding.code.first()) in ('tvangsindlaeggelse-roede/5-9' | 'tvangsindlaeggelse-gule/5-9' | 'tvangstilbageholdelse/10' | 'tilbagefoersel/10a' | 'tvangsmedicinering/12-2' | 'ect/12-3' | 'tvangsernaering/bek-7' | 'somatisk-behandling/13' | 'baelte/14-16' | 'remme/14-16' | 'handsker/14-16' | 'frivilligt-baelte/14-16' | 'fastholdelse/17-1' | 'akut-beroligende-medicin/17-2' | 'personlig-skaermning/18d' | 'doeraflaasning/18f' | 'patientstue-laast/18a-18b' | 'oppegaaende-fiksering/18c' | 'beskyttelsesfiksering/18' | 'alarm-pejling/17a' | 'saerlige-doerlaase/17a' | 'undersoegelse/19-19a'))"
* insert Because([[Bestemmelsen er den, foranstaltningen hviler på]], [[Psykiatriloven: each measure has its section (the property section of psychacute-coercion-measure).]])

Invariant: psychacute-coercion-7
Description: "The form of the tvangsprotokol fits the measure"
Severity: #error
Expression: "(extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-protocol-form').value.coding.code.where($this = 'skema-1').exists() implies code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').code.all($this in ('tvangsindlaeggelse-roede' | 'tvangsindlaeggelse-gule' | 'tvangstilbageholdelse' | 'tilbagefoersel'))) and (extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-protocol-form').value.coding.code.where($this = 'skema-2').exists() implies code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').code.all($this in ('tvangsmedicinering' | 'ect' | 'tvangsernaering' | 'somatisk-behandling'))) and (extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-protocol-form').value.coding.code.where($this = 'skema-3').exists() implies code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').code.all($this in ('baelte' | 'remme' | 'handsker' | 'fastholdelse' | 'akut-beroligende-medicin' | 'personlig-skaermning' | 'doeraflaasning')))"
* insert Because([[Skemaet i tvangsprotokollen passer til foranstaltningen]], [[Psykiatriloven § 20 and the order on tvangsprotokoller: form 1 deprivation of liberty, 2 treatment, 3 use of force. What forms 4 to 6 hold was not verified, so they are not checked; nor is a return (§ 10 a).]])

Invariant: psychacute-coercion-8
Description: "A belt has a reason that the act or national reporting knows"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'baelte').exists() implies (reasonCode.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-reason').code.exists() and reasonCode.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-reason').code.all($this in ('farlighed' | 'forulempelse' | 'haervaerk' | 'somatisk-behandling' | 'tvangsernaering' | 'anden')))"
* insert Because([[Et bælte har en begrundelse, som loven eller indberetningen kender]], [[Psykiatriloven § 14, stk. 2 (S1:2861-2867): danger, molestation, vandalism. S1:2926-2934: reported besides: forced feeding, somatic treatment, other.]])

Invariant: psychacute-coercion-9
Description: "A voluntary belt has the reason frivillig, and nothing else has"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'frivilligt-baelte').exists() = reasonCode.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-reason').code.where($this = 'frivillig').exists()"
* insert Because([[Et frivilligt bælte har begrundelsen frivillig, og intet andet har]], [[S1:3017-3021: the belt at the patient's request is counted by itself. SEI: Frivillig bæltefiksering.]])

Invariant: psychacute-coercion-10
Description: "Acute sedation is given to an agitated patient"
Severity: #error
Expression: "((status != 'not-done' and status != 'entered-in-error') and code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'akut-beroligende-medicin').exists()) implies reasonCode.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-reason').code.where($this = 'urolig').exists()"
* insert Because([[Akut beroligende medicin gives til en urolig patient]], [[Psykiatriloven § 17, stk. 2 (S1:2537-2539): only to very agitated patients. Sedation because of danger is a proposal (S1:2587-2614).]])

Invariant: psychacute-coercion-11
Description: "Before acute sedation the medicine was offered voluntarily, or it is said that it was not possible"
Severity: #warning
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'akut-beroligende-medicin').exists() implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-less-intrusive-tried').value.coding.code.where($this = 'frivillig-medicin' or $this = 'ikke-muligt').exists()"
* insert Because([[Før akut beroligende medicin er medicinen tilbudt frivilligt, eller det står, at det ikke var muligt]], [[S1:2541-2545: the patient is first offered a tablet.]])

Invariant: psychacute-coercion-12
Description: "Belt, sedation and shielding say who decided"
Severity: #warning
Expression: "((status != 'not-done' and status != 'entered-in-error') and code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'baelte' or code = 'akut-beroligende-medicin' or code = 'personlig-skaermning').exists()) implies performer.function.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-function' and code = 'decided').exists()"
* insert Because([[Ved bælte, beroligende medicin og skærmning står det, hvem der besluttede]], [[Psykiatriloven §§ 14-16, § 17, stk. 2 and § 18 d (S1:2280-2286): a physician decides.]])

Invariant: psychacute-coercion-13
Description: "A belt has a fixed guard"
Severity: #warning
Expression: "((status != 'not-done' and status != 'entered-in-error') and code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'baelte' or code = 'frivilligt-baelte').exists()) implies performer.function.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-function' and code = 'fixed-guard').exists()"
* insert Because([[Ved bælte er der fast vagt]], [[Psykiatriloven § 16; S1:2866-2867: when a patient is fixed with a belt there must be a fixed guard.]])

Invariant: psychacute-coercion-14
Description: "Locked patient room and walking restraint have a place, and walking restraint has a permission"
Severity: #error
Expression: "(code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'patientstue-laast' or code = 'oppegaaende-fiksering').exists() implies location.exists()) and (code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'oppegaaende-fiksering').exists() implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-permission').exists())"
* insert Because([[Aflåsning af patientstue og oppegående fiksering har et sted, og oppegående fiksering har en tilladelse]], [[Psykiatriloven §§ 18 a-18 c (S1:2656-2660, 3126-3133, 3179-3181): Sikringsafdelingen only; walking restraint with permission from Styrelsen for Patientsikkerhed.]])

Invariant: psychacute-coercion-15
Description: "ECT and forced feeding avert danger to life; involuntary medication rests on danger or health"
Severity: #error
Expression: "(code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'ect' or code = 'tvangsernaering').exists() implies reasonCode.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-reason').code.where($this = 'livsfare').exists()) and (code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'tvangsmedicinering').exists() implies reasonCode.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-reason').code.where($this = 'farlighed' or $this = 'helbred').exists())"
* insert Because([[ECT og tvangsernæring afværger livsfare; tvangsmedicinering hviler på farlighed eller helbred]], [[Psykiatriloven § 12, stk. 2 and 3 (S1:3261-3263, 3673-3677); order on other coercion, § 7 (S1:3712-3719).]])

Invariant: psychacute-coercion-16
Description: "The cited version of the act was in force when the measure began"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-law-section').value.coding.version.all(toDate() <= (%resource.performed.ofType(dateTime) | %resource.performed.ofType(Period).start).first().toString().substring(0, 10).toDate())"
* insert Because([[Den citerede udgave af loven gjaldt, da foranstaltningen begyndte]], [[Law 508/2024 and 644/2024: the rules on minors changed on 1 June 2024; the coding's version is the first day of a reading of the law.]])

Invariant: psychacute-coercion-17
Description: "A holding lasts at most 30 minutes"
Severity: #warning
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'fastholdelse').exists() and performed.ofType(Period).where(start.toString().length() > 18 and end.toString().length() > 18).exists() implies performed.ofType(Period).end <= performed.ofType(Period).start + 30 minutes"
* insert Because([[En fastholdelse varer højst 30 minutter]], [[S1:2431-2435 (guidance of 2020): never more than 30 minutes. It happens (213 in 2023, S1:2472-2497), so it is a warning and never refused.]])

Invariant: psychacute-coercion-18
Description: "Personal shielding has a reason that the act knows"
Severity: #error
Expression: "((status != 'not-done' and status != 'entered-in-error') and code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'personlig-skaermning').exists()) implies reasonCode.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-reason').code.where($this in ('selvmordsfare' | 'farlighed' | 'forulempelse')).exists()"
* insert Because([[Personlig skærmning har en begrundelse, som loven kender]], [[Psykiatriloven § 18 d (S1:2280-2286): suicidal, considerable harm to others' health, or gross molestation.]])

Invariant: psychacute-coercion-19
Description: "Involuntary treatment of a somatic illness says the legal position of the patient"
Severity: #warning
Expression: "(code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').where(code = 'somatisk-behandling').exists() or reasonCode.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-reason').code.where($this = 'somatisk-behandling').exists()) implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-admission-status').exists()"
* insert Because([[Ved tvangsbehandling af en legemlig lidelse står det, hvordan patienten er indlagt]], [[Psykiatriloven § 13 (S1:3040-3056): the act applies to a somatic ward when the patient is dobbeltindlagt.]])

Invariant: psychacute-coercion-20
Description: "Only one episode of the same measure is coded: one code of psychacute-coercion-measure"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').count() <= 1"
* insert Because([[En episode har én foranstaltning]], [[National reporting (SEI) counts episodes by measure; what happens together is several episodes.]])

Profile: PsychAcuteCoercionEpisode
Parent: Procedure
Id: psychacute-coercion-episode
Title: "Tvangsepisode"
Description: "One episode of one measure under psykiatriloven, or of deprivation of liberty. Straps and gloves are episodes of their own, part of that of the belt. Reviews, guard notes, the drug given and the after-talk are resources that refer to it."
* insert AlsoIn([[Coercion episode]], [[Én episode af én foranstaltning efter psykiatriloven, eller af frihedsberøvelse. Remme og handsker er egne episoder, del af bæltets. Vurderinger, vagtnotater, lægemidlet og eftersamtalen er ressourcer, der henviser til den.]])
* obeys psychacute-coercion-1 and psychacute-coercion-2 and psychacute-coercion-3 and psychacute-coercion-4 and psychacute-coercion-5 and psychacute-coercion-6 and psychacute-coercion-7 and psychacute-coercion-8 and psychacute-coercion-9 and psychacute-coercion-10 and psychacute-coercion-11 and psychacute-coercion-12 and psychacute-coercion-13 and psychacute-coercion-14 and psychacute-coercion-15 and psychacute-coercion-16 and psychacute-coercion-17 and psychacute-coercion-18 and psychacute-coercion-19 and psychacute-coercion-20
* extension contains
    PsychAcuteLawSectionExtension named lawSection 1..1 MS and
    PsychAcuteProtocolFormExtension named protocolForm 0..1 MS and
    PsychAcutePreferenceConsidered named preferenceConsidered 0..1 MS and
    PsychAcuteLessIntrusiveTried named lessIntrusiveTried 0..* MS and
    PsychAcuteAdmissionStatusExtension named admissionStatus 0..1 MS and
    PsychAcutePermission named permission 0..1 MS and
    PsychAcuteReflectionTime named reflectionTime 0..1 MS and
    PsychAcuteChildConsent named childConsent 0..1 MS
* identifier MS
* identifier ^short = "The number in the tvangsprotokol"
* partOf MS
* status MS
* statusReason MS
* category 1..1 MS
* category = PsychAcuteProcedureCategory#tvang
* code 1..1 MS
* code from PsychAcuteCoercionMeasures (required)
* subject MS
* subject only Reference(PsychAcutePatient)
* encounter MS
* encounter ^short = "The admission"
* performed[x] 1..1 MS
* performed[x] only dateTime or Period
* performer MS
* performer.actor only Reference(PsychAcutePractitioner or PsychAcutePractitionerRole or PsychAcuteOrganization)
* performer.function MS
* performer.function from PsychAcuteCoercionFunctions (extensible)
* location only Reference(PsychAcuteLocation)
* location MS
* location ^short = "The ward"
* reasonCode MS
* reasonCode from PsychAcuteCoercionReasons (extensible)
* note MS
* usedCode MS
* usedCode from PsychAcuteRestraintDevices (extensible)
