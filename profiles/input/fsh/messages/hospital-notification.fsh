Invariant: psychacute-notification-encounter-1
Description: "A person on leave has the beginning of the leave"
Severity: #error
Expression: "status = 'onleave' implies extension.value.ofType(Period).start.exists()"
* insert Because([[Ved orlov står orlovens begyndelse]], [[MedCom hospitalnotification 3.0.2: where(status = 'onleave').extension.value.start.exists().]])

Invariant: psychacute-notification-encounter-2
Description: "A discharge has an end"
Severity: #error
Expression: "status = 'finished' implies period.end.exists()"
* insert Because([[En udskrivning har et sluttidspunkt]], [[MedCom hospitalnotification 3.0.2, activity discharge.]])

Profile: PsychAcuteNotificationEncounter
Parent: Encounter
Id: psychacute-notification-encounter
Title: "Kontakten i et advis"
Description: "What a municipality may be told of an admission: that it is, from when, and where. Type, reason, diagnosis, staff and everything psychiatric are left out: data minimisation by law."
* insert AlsoIn([[The contact in a hospital notification]], [[Hvad en kommune må få at vide om en indlæggelse: at den er, fra hvornår, og hvor. Type, årsag, diagnose, personale og alt psykiatrisk er udeladt: dataminimering efter loven.]])
* obeys psychacute-notification-encounter-1 and psychacute-notification-encounter-2
* status MS
* class from PsychAcuteNotificationClasses (required)
* class MS
* type 0..0
* serviceType 0..0
* priority 0..0
* subject 1..1 MS
* episodeOfCare 1..1 MS
* episodeOfCare.identifier 1..1
* basedOn 0..0
* participant 0..0
* appointment 0..0
* period 1..1 MS
* period.start 1..1
* reasonCode 0..0
* reasonReference 0..0
* diagnosis 0..0
* account 0..0
* hospitalization 0..0
* location 0..0
* serviceProvider 1..1 MS

Invariant: psychacute-hospital-notification-1
Description: "The event is hospital-notification-message"
Severity: #error
Expression: "entry.resource.ofType(MessageHeader).event.ofType(Coding).code = 'hospital-notification-message'"
* insert Because([[Hændelsen er hospital-notification-message]], [[MedCom hospitalnotification 3.0.2. The published invariants -1 and -3 are vacuous (old canonicals), so the header is checked here.]])

Invariant: psychacute-hospital-notification-2
Description: "The person is known by CPR"
Severity: #error
Expression: "entry.resource.ofType(Patient).count() = 1 and entry.resource.ofType(Patient).identifier.where(system = 'urn:oid:1.2.208.176.1.2').exists()"
* insert Because([[Personen er kendt ved CPR-nummer]], [[MedCom hospitalnotification 3.0.2: CPR only.]])

Invariant: psychacute-hospital-notification-3
Description: "Nothing psychiatric is in the message: no observation, condition, procedure, risk, referral or note, and an encounter without type, reason and diagnosis"
Severity: #error
Expression: "entry.resource.all($this is MessageHeader or $this is Patient or $this is Encounter or $this is Organization or $this is Provenance) and entry.resource.ofType(Encounter).all(type.empty() and serviceType.empty() and reasonCode.empty() and reasonReference.empty() and diagnosis.empty() and hospitalization.empty() and location.empty())"
* insert Because([[Der er intet psykiatrisk i beskeden: ingen observation, diagnose, procedure, risiko, henvisning eller notat, og en kontakt uden type, årsag og diagnose]], [[MedCom hospitalnotification 3.0.2: data minimisation by law.]])

Profile: PsychAcuteHospitalNotification
Parent: Bundle
Id: psychacute-hospital-notification
Title: "Advis om indlæggelse og udskrivning"
Description: "The message to the municipality that somebody is admitted, on leave or discharged."
* insert AlsoIn([[Hospital notification]], [[Beskeden til kommunen om, at nogen er indlagt, på orlov eller udskrevet.]])
* insert MessageBundle
* obeys psychacute-hospital-notification-1 and psychacute-hospital-notification-2 and psychacute-hospital-notification-3
