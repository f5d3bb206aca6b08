// The patient's rights: being told, the adviser, complaint, after-talk, preferences stated beforehand.

Extension: PsychAcuteComplaintGuidance
Id: psychacute-complaint-guidance
Title: "Klagevejledning givet"
Description: "Whether the patient was told how to complain."
Context: Communication
* insert AlsoIn([[Complaint guidance given]], [[Om patienten fik at vide, hvordan man klager.]])
* value[x] 1..1
* value[x] only boolean

Invariant: psychacute-notification-1
Description: "The patient is told orally and in writing"
Severity: #error
Expression: "status = 'completed' implies (medium.coding.where(system = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationMode' and (code = 'VERBAL' or code = 'FACE' or code = 'PHONE' or code = 'VIDEOCONF')).exists() and medium.coding.where(system = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationMode' and code.endsWith('WRIT') or code = 'WRITTEN').exists())"
* insert Because([[Patienten underrettes mundtligt og skriftligt]], [[Psykiatriloven § 31: reason, content and purpose, orally and in writing.]])

Invariant: psychacute-notification-2
Description: "With the notification goes guidance on how to complain"
Severity: #error
Expression: "status = 'completed' implies extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-complaint-guidance' and value = true).exists()"
* insert Because([[Sammen med underretningen gives klagevejledning]], [[Order on notification and complaint guidance under psykiatriloven.]])

Profile: PsychAcuteCoercionNotification
Parent: Communication
Id: psychacute-coercion-notification
Title: "Underretning om foranstaltningen"
Description: "That the patient, the adviser and for a child the holders of custody were told of a measure: reason, content and purpose."
* insert AlsoIn([[Notification of a measure]], [[At patienten, rådgiveren og for et barn forældremyndighedsindehaverne blev underrettet om en foranstaltning: begrundelse, indhold og formål.]])
* obeys psychacute-notification-1 and psychacute-notification-2
* extension contains PsychAcuteComplaintGuidance named complaintGuidance 1..1 MS
* status MS
* medium 1..* MS
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* about 1..* MS
* about only Reference(PsychAcuteCoercionEpisode)
* sent 1..1 MS
* recipient 1..* MS
* sender 1..1 MS
* payload MS

Invariant: psychacute-adviser-1
Description: "An adviser has the day and time of the appointment"
Severity: #error
Expression: "participant.where(role.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-role' and code = 'patientraadgiver').exists()).all(period.start.exists())"
* insert Because([[En patientrådgiver har det tidspunkt, rådgiveren blev beskikket]], [[Psykiatriloven §§ 24 and 26: the first visit is due within 24 hours of the appointment.]])

Invariant: psychacute-adviser-2
Description: "There is an adviser"
Severity: #error
Expression: "participant.role.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-role' and code = 'patientraadgiver').exists()"
* insert Because([[Der er en patientrådgiver]], [[Psykiatriloven § 24: an adviser is appointed for any coercive measure.]])

Profile: PsychAcuteAdviser
Parent: CareTeam
Id: psychacute-adviser
Title: "Patientrådgiver"
Description: "The adviser appointed for a patient, with the measures it concerns."
* insert AlsoIn([[Patient adviser]], [[Den patientrådgiver, der er beskikket for en patient, med de foranstaltninger, det gælder.]])
* obeys psychacute-adviser-1 and psychacute-adviser-2
* extension contains PsychAcuteMeasure named measure 0..* MS
* status 1..1 MS
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* encounter MS
* participant 1..* MS
* participant.role 1..*
* participant.role from PsychAcuteRoles (extensible)
* participant.member MS
* participant.period MS

CodeSystem: PsychAcuteContactType
Id: psychacute-contact-type
Title: "Kontakttype"
Description: "Kinds of encounter that are neither a call nor a stay in an offer."
* insert AlsoIn([[Type of contact]], [[Kontakter, der hverken er et opkald eller et ophold i et tilbud.]])
* insert DanishCodes
* insert Code(admission, [[Psykiatrisk indlæggelse]], [[Psychiatric admission]], [[A stay in a psychiatric ward.]])
* insert Code(somatic-admission, [[Somatisk indlæggelse]], [[Somatic admission]], [[A stay in a somatic ward, also of a patient who is dobbeltindlagt.]])
* insert Code(adviser-visit, [[Besøg af patientrådgiver]], [[Visit by the adviser]], [[A visit or a talk with the patient's adviser.]])
* insert Code(outreach-visit, [[Udgående besøg]], [[Outreach visit]], [[A visit by F-ACT, akutteam or udrykningstjeneste.]])

ValueSet: PsychAcuteContactTypes
Id: psychacute-contact-type
Title: "Kontakttyper"
Description: "Every kind."
* insert AlsoIn([[Types of contact]], [[Alle kontakttyper.]])
* ^experimental = false
* include codes from system PsychAcuteContactType

Invariant: psychacute-contact-1
Description: "A contact that is over has an end"
Severity: #error
Expression: "status = 'finished' implies period.end.exists()"
* insert Because([[En kontakt, der er slut, har et sluttidspunkt]], [[R4 Encounter.status.]])

Invariant: psychacute-contact-2
Description: "An adviser's visit names the adviser"
Severity: #error
Expression: "type.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-contact-type' and code = 'adviser-visit').exists() implies participant.individual.exists()"
* insert Because([[Et besøg af patientrådgiveren nævner rådgiveren]], [[Psykiatriloven § 26: first visit within 24 hours of the appointment, then at least weekly.]])

Profile: PsychAcuteContact
Parent: Encounter
Id: psychacute-contact
Title: "Indlæggelse, besøg"
Description: "An admission, an outreach visit, or a visit by the patient's adviser. A new admission within four hours of a discharge is the same admission."
* insert AlsoIn([[Admission or visit]], [[En indlæggelse, et udgående besøg eller et besøg af patientrådgiveren. En genindlæggelse inden fire timer efter udskrivning er samme indlæggelse.]])
* insert Impose(dk-core-encounter)
* obeys psychacute-contact-1 and psychacute-contact-2
* extension contains PsychAcuteMeasure named measure 0..* MS
* status MS
* class MS
* type 1..1 MS
* type from PsychAcuteContactTypes (required)
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* basedOn MS
* participant MS
* period 1..1 MS
* period.start 1..1
* location MS
* serviceProvider 1..1 MS
* serviceProvider only Reference(PsychAcuteOrganization)
* partOf MS

CodeSystem: PsychAcuteComplaintInstance
Id: psychacute-complaint-instance
Title: "Klageinstans"
Description: "Where a complaint about a measure is decided."
* insert AlsoIn([[Instance of complaint]], [[Hvor en klage over en foranstaltning afgøres.]])
* insert DanishCodes
* insert Code(pkn, [[Det Psykiatriske Patientklagenævn]], [[Psychiatric patients' board of complaint]], [[The first instance for every measure.]])
* insert Code(ankenaevn, [[Det Psykiatriske Ankenævn]], [[Psychiatric board of appeal]], [[For treatment, force, sedation, alarms and locks, shielding, locked rooms.]])
* insert Code(byret, [[Byretten]], [[District court]], [[For deprivation of liberty, fixation and locked doors.]])

ValueSet: PsychAcuteComplaintInstances
Id: psychacute-complaint-instance
Title: "Klageinstanser"
Description: "Every instance."
* insert AlsoIn([[Instances of complaint]], [[Alle instanser.]])
* ^experimental = false
* include codes from system PsychAcuteComplaintInstance

CodeSystem: PsychAcuteComplaintState
Id: psychacute-complaint-state
Title: "Klagens tilstand"
Description: "Where a complaint has come."
* insert AlsoIn([[State of the complaint]], [[Hvor langt en klage er.]])
* insert DanishCodes
* insert Code(modtaget, [[Modtaget på afdelingen]], [[Received at the ward]], [[The ward has the complaint; no form is asked for, and it has to be sent on.]])
* insert Code(videresendt, [[Videresendt]], [[Sent on]], [[The instance has the complaint.]])
* insert Code(under-behandling, [[Under behandling]], [[Being decided]], [[The instance is deciding.]])
* insert Code(godkendt, [[Foranstaltningen godkendt]], [[Measure approved]], [[The instance found the measure lawful.]])
* insert Code(tilsidesat, [[Foranstaltningen tilsidesat]], [[Measure set aside]], [[The instance found the measure unlawful.]])
* insert Code(delvist, [[Delvist godkendt]], [[Approved in part]], [[The instance approved a part of the measure.]])
* insert Code(afvist, [[Afvist]], [[Dismissed]], [[The instance could not decide it.]])
* insert Code(trukket, [[Trukket tilbage]], [[Withdrawn]], [[The patient withdrew it.]])

ValueSet: PsychAcuteComplaintStates
Id: psychacute-complaint-state
Title: "Klagers tilstande"
Description: "Every state."
* insert AlsoIn([[States of complaints]], [[Alle tilstande.]])
* ^experimental = false
* include codes from system PsychAcuteComplaintState

CodeSystem: PsychAcuteComplaintOutput
Id: psychacute-complaint-output
Title: "Klagens resultat"
Description: "What a complaint led to."
* insert AlsoIn([[Outcome of the complaint]], [[Hvad en klage førte til.]])
* insert DanishCodes
* insert Code(afgoerelse, [[Afgørelse]], [[Decision]], [[The decision, in text or as a document.]])

Extension: PsychAcuteSuspensiveEffect
Id: psychacute-suspensive-effect
Title: "Opsættende virkning"
Description: "Whether the measure waits for the decision."
Context: Task
* insert AlsoIn([[Suspensive effect]], [[Om foranstaltningen venter på afgørelsen.]])
* value[x] 1..1
* value[x] only boolean

Invariant: psychacute-complaint-1
Description: "The state of the complaint fits the status"
Severity: #error
Expression: "businessStatus.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-complaint-state').all((%resource.status & '/' & code) in ('received/modtaget' | 'requested/videresendt' | 'in-progress/under-behandling' | 'completed/godkendt' | 'completed/tilsidesat' | 'completed/delvist' | 'rejected/afvist' | 'cancelled/trukket'))"
* insert Because([[Klagens tilstand passer til status]], [[Decision of this guide, over the R4 Task state machine.]])

Invariant: psychacute-complaint-2
Description: "A decided complaint has the decision and its day"
Severity: #error
Expression: "status = 'completed' implies (output.exists() and executionPeriod.end.exists())"
* insert Because([[En afgjort klage har afgørelsen og dens dag]], [[Psykiatriloven § 36, stk. 3: the board decides within working days that are counted; time limits onward run from the decision.]])

Invariant: psychacute-complaint-3
Description: "A complaint onward names the one before it"
Severity: #error
Expression: "code.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-complaint-instance' and (code = 'ankenaevn' or code = 'byret')).exists() implies partOf.exists()"
* insert Because([[En klage videre nævner den foregående]], [[Psykiatriloven §§ 37-38: the decision of Patientklagenævnet is brought before the court or Ankenævnet.]])

Invariant: psychacute-complaint-4
Description: "A complaint goes on to the instance that the measure belongs to"
Severity: #error
Expression: "(code.coding.where(code = 'byret').exists() implies reasonCode.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').code in ('tvangsindlaeggelse-roede' | 'tvangsindlaeggelse-gule' | 'tvangstilbageholdelse' | 'tilbagefoersel' | 'baelte' | 'remme' | 'handsker' | 'beskyttelsesfiksering' | 'oppegaaende-fiksering' | 'doeraflaasning')) and (code.coding.where(code = 'ankenaevn').exists() implies reasonCode.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure').code in ('tvangsmedicinering' | 'ect' | 'tvangsernaering' | 'somatisk-behandling' | 'fastholdelse' | 'akut-beroligende-medicin' | 'alarm-pejling' | 'saerlige-doerlaase' | 'personlig-skaermning' | 'patientstue-laast'))"
* insert Because([[En klage går videre til den instans, foranstaltningen hører under]], [[Statsforvaltningen 2017 and Styrelsen for Patientklager, on complaints in psychiatry: court for detention, fixation and locked doors; Ankenævnet for treatment, force, sedation, alarms and locks, shielding over 24 hours, locked rooms. Law L128 (2023-24) changed § 37; not verified.]])

Invariant: psychacute-complaint-5
Description: "A complaint about involuntary treatment that does not suspend it says why"
Severity: #error
Expression: "reasonCode.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure' and (code = 'tvangsmedicinering' or code = 'ect' or code = 'tvangsernaering' or code = 'somatisk-behandling')).exists() and extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-suspensive-effect' and value = false).exists() implies note.exists()"
* insert Because([[En klage over tvangsbehandling, der ikke har opsættende virkning, siger hvorfor]], [[Psykiatriloven § 32, stk. 3 (S1:3266-3275): the complaint suspends the treatment, unless life or health, or others, are in danger.]])

Profile: PsychAcuteComplaint
Parent: Task
Id: psychacute-complaint
Title: "Klage"
Description: "A complaint about a measure, to Patientklagenævnet and onward. reasonCode repeats the measure so that the path can be checked without following the reference; time limits come from the dated rules."
* insert AlsoIn([[Complaint]], [[En klage over en foranstaltning, til Patientklagenævnet og videre. reasonCode gentager foranstaltningen, så vejen kan kontrolleres uden at følge henvisningen; frister kommer fra de daterede regler.]])
* obeys psychacute-complaint-1 and psychacute-complaint-2 and psychacute-complaint-3 and psychacute-complaint-4 and psychacute-complaint-5
* extension contains PsychAcuteSuspensiveEffect named suspensiveEffect 1..1 MS
* partOf MS
* partOf only Reference(PsychAcuteComplaint)
* status MS
* businessStatus 1..1 MS
* businessStatus from PsychAcuteComplaintStates (required)
* intent = #order
* code 1..1 MS
* code from PsychAcuteComplaintInstances (required)
* focus 1..1 MS
* focus only Reference(PsychAcuteCoercionEpisode)
* for 1..1 MS
* for only Reference(PsychAcutePatient)
* executionPeriod MS
* authoredOn 1..1 MS
* requester MS
* requester ^short = "The patient, the adviser, or a holder of custody"
* owner MS
* owner ^short = "The instance"
* reasonCode 1..1 MS
* reasonCode from PsychAcuteCoercionMeasures (required)
* restriction MS
* restriction.period MS
* restriction.period ^short = "end: when the decision is due"
* output MS

CodeSystem: PsychAcuteAfterTalkReason
Id: psychacute-after-talk-reason
Title: "Hvorfor der ikke blev holdt en eftersamtale"
Description: "Why an after-talk was not held."
* insert AlsoIn([[Why no after-talk was held]], [[Hvorfor der ikke blev holdt en eftersamtale.]])
* insert DanishCodes
* insert Code(patient-declined, [[Patienten ønskede den ikke]], [[Declined by the patient]], [[The patient did not want it.]])
* insert Code(discharged, [[Udskrevet inden]], [[Discharged before]], [[The patient left before it could be held.]])
* insert Code(not-able, [[Patientens tilstand]], [[State of the patient]], [[The patient's state did not allow it yet.]])
* insert Code(other, [[Andet]], [[Other]], [[Another reason, said in text.]])

ValueSet: PsychAcuteAfterTalkReasons
Id: psychacute-after-talk-reason
Title: "Hvorfor eftersamtaler ikke blev holdt"
Description: "Every reason."
* insert AlsoIn([[Why after-talks were not held]], [[Alle årsager.]])
* ^experimental = false
* include codes from system PsychAcuteAfterTalkReason

Extension: PsychAcuteOffered
Id: psychacute-offered
Title: "Tilbudt"
Description: "When the after-talk was offered."
Context: Procedure
* insert AlsoIn([[Offered]], [[Hvornår eftersamtalen blev tilbudt.]])
* value[x] 1..1
* value[x] only dateTime

Invariant: psychacute-after-talk-1
Description: "An after-talk that was not held says why"
Severity: #error
Expression: "status = 'not-done' implies statusReason.exists()"
* insert Because([[En eftersamtale, der ikke blev holdt, siger hvorfor]], [[Psykiatriloven § 4, stk. 5: offered after every measure has ended; the patient may decline.]])

Invariant: psychacute-after-talk-2
Description: "An after-talk that was held has a time and somebody who held it"
Severity: #error
Expression: "status = 'completed' implies (performed.exists() and performer.exists())"
* insert Because([[En afholdt eftersamtale har et tidspunkt og nogen, der holdt den]], [[Psykiatriloven § 4, stk. 5.]])

Profile: PsychAcuteAfterTalk
Parent: Procedure
Id: psychacute-after-talk
Title: "Eftersamtale"
Description: "The talk about a measure that has ended; since 1 June 2024 the holders of custody of a child under 15 are offered one too. One talk may cover several measures."
* insert AlsoIn([[After-talk]], [[Samtalen om en foranstaltning, der er slut; siden 1. juni 2024 tilbydes forældremyndighedsindehavere til et barn under 15 også en. Én samtale kan dække flere foranstaltninger.]])
* obeys psychacute-after-talk-1 and psychacute-after-talk-2
* extension contains PsychAcuteOffered named offered 1..1 MS
* partOf 1..* MS
* partOf only Reference(PsychAcuteCoercionEpisode)
* status MS
* statusReason MS
* statusReason from PsychAcuteAfterTalkReasons (extensible)
* category 1..1 MS
* category = PsychAcuteProcedureCategory#eftersamtale
* subject MS
* subject only Reference(PsychAcutePatient)
* performed[x] MS
* performer MS
* performer ^short = "Who held it, and a holder of custody who took part"
* note MS

Invariant: psychacute-preference-1
Description: "Each wish names a measure or another means"
Severity: #error
Expression: "provision.provision.exists() and provision.provision.all(code.exists() and type.exists())"
* insert Because([[Hvert ønske nævner en foranstaltning eller et andet middel]], [[Psykiatriloven § 4 (S1:1705-1709, 2045-2049): the patient's own preference outranks the general ranking of measures.]])

Invariant: psychacute-preference-2
Description: "Preferences in force have a day"
Severity: #error
Expression: "status = 'active' implies dateTime.exists()"
* insert Because([[En gældende forhåndstilkendegivelse har en dag]], [[S1:2045-2049: staff act on the preferences they know; a preference without a day cannot be told from an older one.]])

Profile: PsychAcuteAdvancePreference
Parent: Consent
Id: psychacute-advance-preference
Title: "Forhåndstilkendegivelse"
Description: "What the patient would prefer or rather avoid, if a measure should become necessary: permit is preferred, deny is to be avoided. It permits nothing that the law does not."
* insert AlsoIn([[Advance preference]], [[Hvad patienten helst vil, eller helst vil undgå, hvis en foranstaltning bliver nødvendig: permit foretrækkes, deny undgås. Den tillader intet, som loven ikke tillader.]])
* obeys psychacute-preference-1 and psychacute-preference-2
* status MS
* scope = $consent-scope#adr
* category 1..1
* category = $consent-category#acd
* patient 1..1 MS
* patient only Reference(PsychAcutePatient)
* dateTime MS
* policyRule 1..1
* provision 1..1 MS
* provision.provision 1..* MS
* provision.provision.type MS
* provision.provision.type ^short = "permit: preferred; deny: to be avoided"
* provision.provision.code MS
* provision.provision.code from PsychAcuteCoercionMeasures (extensible)
