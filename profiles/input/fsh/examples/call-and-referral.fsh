Instance: eksempel-ubesvaret-opkald
InstanceOf: PsychAcuteCall
Usage: #example
Title: "Ubesvaret opkald"
Description: "Somebody hung up after two minutes in the queue."
* status = #cancelled
* statusHistory.status = #arrived
* statusHistory.period.start = "2026-03-12T20:58:00+01:00"
* statusHistory.period.end = "2026-03-12T21:00:10+01:00"
* class = $act-code#VR
* type = PsychAcuteCallLine#laegevagt
* serviceType = $sct#394588006
* period.start = "2026-03-12T20:58:00+01:00"
* period.end = "2026-03-12T21:00:10+01:00"
* serviceProvider = Reference(eksempel-region)
* extension[unansweredReason].valueCodeableConcept = PsychAcuteUnansweredReason#hung-up
* extension[queueInformation].extension[position].valuePositiveInt = 6
* extension[queueInformation].extension[time].valueDateTime = "2026-03-12T20:58:20+01:00"

Instance: eksempel-tilbagekald
InstanceOf: PsychAcuteCall
Usage: #example
Title: "Tilbagekald til en far"
Description: "The call-back, in which the father speaks for his son, who stays anonymous."
* status = #finished
* statusHistory.status = #in-progress
* statusHistory.period.start = "2026-03-12T21:15:00+01:00"
* statusHistory.period.end = "2026-03-12T21:31:00+01:00"
* class = $act-code#VR
* type = PsychAcuteCallLine#laegevagt
* serviceType = $sct#394588006
* priority = $act-priority#UR
* subject = Reference(eksempel-anonym)
* participant.type = $participation#CALLBCK
* participant.individual = Reference(eksempel-far)
* period.start = "2026-03-12T21:15:00+01:00"
* period.end = "2026-03-12T21:33:00+01:00"
* serviceProvider = Reference(eksempel-region)
* extension[callback].extension[offered].valueBoolean = true
* extension[callback].extension[wanted].valueBoolean = true
* extension[callback].extension[kept].valueBoolean = true
* extension[recordOpened].valueBoolean = false
* extension[disposition].valueCodeableConcept = PsychAcuteDisposition#akutteam

Instance: eksempel-opkald-112
InstanceOf: PsychAcuteCall
Usage: #example
Title: "112 stiller om til lægevagten"
Description: "The first call, which is transferred after two minutes."
* status = #finished
* statusHistory[0].status = #arrived
* statusHistory[0].period.start = "2026-05-03T02:00:00+02:00"
* statusHistory[0].period.end = "2026-05-03T02:00:09+02:00"
* statusHistory[1].status = #in-progress
* statusHistory[1].period.start = "2026-05-03T02:00:09+02:00"
* statusHistory[1].period.end = "2026-05-03T02:02:00+02:00"
* class = $act-code#VR
* type = PsychAcuteCallLine#112
* serviceType = $sct#394587001
* subject = Reference(eksempel-beskyttet)
* period.start = "2026-05-03T02:00:00+02:00"
* period.end = "2026-05-03T02:02:00+02:00"
* serviceProvider = Reference(eksempel-region)
* extension[disposition].valueCodeableConcept = PsychAcuteDisposition#transferred

Instance: eksempel-omstillet
InstanceOf: PsychAcuteCall
Usage: #example
Title: "Omstillet opkald med tolk og sparring"
Description: "Lægevagten takes over, with an interpreter, and asks the akut psykiatrisk koordinator."
* status = #finished
* statusHistory[0].status = #arrived
* statusHistory[0].period.start = "2026-05-03T02:02:00+02:00"
* statusHistory[0].period.end = "2026-05-03T02:03:30+02:00"
* statusHistory[1].status = #triaged
* statusHistory[1].period.start = "2026-05-03T02:03:30+02:00"
* statusHistory[1].period.end = "2026-05-03T02:05:00+02:00"
* statusHistory[2].status = #in-progress
* statusHistory[2].period.start = "2026-05-03T02:05:00+02:00"
* statusHistory[2].period.end = "2026-05-03T02:20:00+02:00"
* statusHistory[3].status = #onleave
* statusHistory[3].period.start = "2026-05-03T02:20:00+02:00"
* statusHistory[3].period.end = "2026-05-03T02:24:00+02:00"
* statusHistory[4].status = #in-progress
* statusHistory[4].period.start = "2026-05-03T02:24:00+02:00"
* statusHistory[4].period.end = "2026-05-03T02:31:00+02:00"
* class = $act-code#VR
* type = PsychAcuteCallLine#laegevagt
* serviceType = $sct#394587001
* priority = $act-priority#UR
* subject = Reference(eksempel-beskyttet)
* participant[0].type = PsychAcuteParticipantType#apk-consult
* participant[0].period.start = "2026-05-03T02:20:00+02:00"
* participant[0].period.end = "2026-05-03T02:24:00+02:00"
* participant[0].individual = Reference(eksempel-apk)
* participant[1].type = PsychAcuteParticipantType#interpreter
* period.start = "2026-05-03T02:02:00+02:00"
* period.end = "2026-05-03T02:36:00+02:00"
* length = 22 'min' "minutter"
* reasonCode.text = "Kan ikke sove, hører stemmer, er bange for at være alene"
* serviceProvider = Reference(eksempel-region)
* partOf = Reference(eksempel-opkald-112)
* extension[language].extension[language].valueCodeableConcept = urn:ietf:bcp:47#ar
* extension[language].extension[interpreterNeeded].valueBoolean = true
* extension[recordOpened].valueBoolean = true
* extension[transferredFrom].valueReference = Reference(eksempel-opkald-112)
* extension[disposition].valueCodeableConcept = PsychAcuteDisposition#pam

Instance: eksempel-hastegrad
InstanceOf: PsychAcuteUrgency
Usage: #example
Title: "Hastegrad: uafklaret"
Description: "A judgement that has to be made again."
* status = #final
* code = PsychAcuteObservationCode#hastegrad
* subject = Reference(eksempel-anonym)
* encounter = Reference(eksempel-tilbagekald)
* effectiveDateTime = "2026-03-12T21:24:00+01:00"
* performer = Reference(eksempel-region)
* valueCodeableConcept = PsychAcuteUrgencyLevel#uafklaret

Instance: eksempel-akuttilbud
InstanceOf: PsychAcuteOffer
Usage: #example
Title: "Akuttilbud uden overnatning (fiktivt)"
Description: "An offer where nobody can stay the night, and that says so."
* active = true
* providedBy = Reference(eksempel-kommune)
* category = PsychAcuteOfferCategory#municipality
* type = PsychAcuteOfferType#akuttilbud
* name = "Akuttilbuddet Eksempelstuen (fiktivt)"
* characteristic[0] = PsychAcuteOfferCharacteristic#no-overnight
* characteristic[1] = PsychAcuteOfferCharacteristic#anonymous
* eligibility.code = PsychAcuteAgeGroup#adult
* appointmentRequired = false
* extension[capacity].extension[places].valueUnsignedInt = 4
* extension[capacity].extension[free].valueUnsignedInt = 1
* extension[capacity].extension[asOf].valueDateTime = "2026-03-12T18:00:00+01:00"
* extension[confirmed].extension[time].valueDateTime = "2026-03-01T09:00:00+01:00"

Instance: eksempel-akutteam
InstanceOf: PsychAcuteOffer
Usage: #example
Title: "Ambulant akutteam (fiktivt)"
Description: "A regional team with times that can be booked."
* identifier[sor].use = #official
* identifier[sor].value = "99900000010"
* active = true
* providedBy = Reference(eksempel-region)
* category = PsychAcuteOfferCategory#region
* type = PsychAcuteOfferType#akutteam
* name = "Akutteamet, Region Eksempel (fiktivt)"
* telecom.system = #phone
* telecom.value = "+45 00 00 00 07"
* coverageArea = Reference(eksempel-omraade)
* eligibility[0].code = PsychAcuteAgeGroup#15-17
* eligibility[1].code = PsychAcuteAgeGroup#adult
* appointmentRequired = true
* availableTime.daysOfWeek[0] = #mon
* availableTime.daysOfWeek[1] = #tue
* availableTime.daysOfWeek[2] = #wed
* availableTime.daysOfWeek[3] = #thu
* availableTime.daysOfWeek[4] = #fri
* availableTime.availableStartTime = "08:00:00"
* availableTime.availableEndTime = "22:00:00"
* notAvailable.description = "Påskedag"
* notAvailable.during.start = "2026-04-05"
* notAvailable.during.end = "2026-04-05"

Instance: eksempel-kalender
InstanceOf: PsychAcuteSchedule
Usage: #example
Title: "Akutteamets kalender"
Description: "A week of subacute times."
* active = true
* serviceType = PsychAcuteHelp#subakut-tid
* actor = Reference(eksempel-akutteam)
* planningHorizon.start = "2026-03-09"
* planningHorizon.end = "2026-03-15"

Instance: eksempel-tid
InstanceOf: PsychAcuteSlot
Usage: #example
Title: "En subakut tid"
Description: "A time that is booked."
* serviceType = PsychAcuteHelp#subakut-tid
* schedule = Reference(eksempel-kalender)
* status = #busy
* start = "2026-03-13T10:00:00+01:00"
* end = "2026-03-13T11:00:00+01:00"

Instance: eksempel-henvisning
InstanceOf: PsychAcuteReferral
Usage: #example
Title: "Henvisning til et akuttilbud"
Description: "A subacute referral for a talk."
* status = #revoked
* intent = #order
* priority = #routine
* code = PsychAcuteHelp#akut-stoette
* subject = Reference(eksempel-anonym)
* encounter = Reference(eksempel-tilbagekald)
* occurrencePeriod.start = "2026-03-13T08:00:00+01:00"
* occurrencePeriod.end = "2026-03-14T20:00:00+01:00"
* authoredOn = "2026-03-12T21:32:00+01:00"
* requester = Reference(eksempel-region)
* performer = Reference(eksempel-akuttilbud)
* extension[urgency].valueCodeableConcept = PsychAcuteUrgencyLevel#subakut
* extension[legalBasis].extension[basis].valueCodeableConcept = PsychAcuteLegalBasis#samtykke
* extension[legalBasis].extension[source].valueString = "Mundtligt i opkaldet, 12. marts 2026 kl. 21.28"
* extension[contactWish].extension[mode].valueCodeableConcept = PsychAcuteContactMode#telephone
* extension[contactWish].extension[telecom].valueContactPoint.system = #phone
* extension[contactWish].extension[telecom].valueContactPoint.value = "+45 00 00 00 08"
* extension[overnightWish].valueUnsignedInt = 0

Instance: eksempel-afvist-forloeb
InstanceOf: PsychAcuteReferralTask
Usage: #example
Title: "Afvist henvisning"
Description: "The person is too young for the offer."
* status = #rejected
* statusReason = PsychAcuteTaskReason#outside-group
* businessStatus = PsychAcuteTaskState#declined
* intent = #order
* code = $task-code#fulfill
* focus = Reference(eksempel-henvisning)
* for = Reference(eksempel-anonym)
* authoredOn = "2026-03-12T21:32:00+01:00"
* lastModified = "2026-03-12T21:50:00+01:00"
* requester = Reference(eksempel-region)
* owner = Reference(eksempel-kommune)
* restriction.period.end = "2026-03-14T20:00:00+01:00"

Instance: eksempel-afvist-skridt
InstanceOf: PsychAcuteReferralProvenance
Usage: #example
Title: "Hvem der afviste henvisningen"
Description: "The municipality declined, because the person is too young for the offer."
* target = Reference(Task/eksempel-afvist-forloeb/_history/3)
* occurredDateTime = "2026-03-12T21:50:00+01:00"
* recorded = "2026-03-12T21:50:02+01:00"
* reason = PsychAcuteTaskReason#outside-group
* activity = PsychAcuteTaskState#declined
* agent.type = http://terminology.hl7.org/CodeSystem/provenance-participant-type#author
* agent.who = Reference(eksempel-kommune)

Instance: eksempel-samtykke
InstanceOf: PsychAcuteSharingConsent
Usage: #example
Title: "Samtykke til deling med akutteamet"
Description: "What may be shared with the team, for three months."
* status = #active
* scope = $consent-scope#patient-privacy
* category = $loinc#59284-0
* patient = Reference(eksempel-mette)
* dateTime = "2026-03-12T22:04:00+01:00"
* organization = Reference(eksempel-region)
* policyRule = $act-code#OPTIN
* provision.type = #permit
* provision.period.start = "2026-03-12"
* provision.period.end = "2026-06-12"
* provision.actor.role = $participation#IRCP
* provision.actor.reference = Reference(eksempel-kommune)
* provision.code[0] = PsychAcuteConsentScope#henvisning
* provision.code[1] = PsychAcuteConsentScope#planer

Instance: eksempel-akut-henvisning
InstanceOf: PsychAcuteReferral
Usage: #example
Title: "Akut henvisning til ophold"
Description: "An acute referral for a night, with everything the receiver asks for."
* status = #active
* intent = #order
* priority = #asap
* code = PsychAcuteHelp#akut-ophold
* subject = Reference(eksempel-mette)
* occurrencePeriod.start = "2026-03-12T22:06:00+01:00"
* occurrencePeriod.end = "2026-03-13T02:00:00+01:00"
* authoredOn = "2026-03-12T22:06:00+01:00"
* requester = Reference(eksempel-region)
* performer = Reference(eksempel-kommune)
* reasonCode.text = "Jeg kan ikke være alene i nat"
* supportingInfo = Reference(eksempel-samtykke)
* patientInstruction = "Ring 112, hvis du får tanker om at gøre alvor af det"
* extension[urgency].valueCodeableConcept = PsychAcuteUrgencyLevel#akut
* extension[legalBasis].extension[basis].valueCodeableConcept = PsychAcuteLegalBasis#samtykke
* extension[legalBasis].extension[consent].valueReference = Reference(eksempel-samtykke)
* extension[childrenAtHome].valueBoolean = false
* extension[transport].valueCodeableConcept = PsychAcuteTransportMode#self
* extension[overnightWish].valueUnsignedInt = 2
* extension[contactWish].extension[mode].valueCodeableConcept = PsychAcuteContactMode#attendance
* extension[contactWish].extension[relativeMayBeContacted].valueBoolean = true

Instance: eksempel-subakut-henvisning
InstanceOf: PsychAcuteReferral
Usage: #example
Title: "Subakut henvisning til akutteamet"
Description: "A time the next day."
* status = #active
* intent = #order
* priority = #routine
* code = PsychAcuteHelp#subakut-tid
* subject = Reference(eksempel-mette)
* authoredOn = "2026-03-12T22:06:00+01:00"
* requester = Reference(eksempel-region)
* performer = Reference(eksempel-akutteam)
* extension[urgency].valueCodeableConcept = PsychAcuteUrgencyLevel#subakut
* extension[legalBasis].extension[basis].valueCodeableConcept = PsychAcuteLegalBasis#andet
* extension[legalBasis].extension[source].valueString = "Samme region: indhentning i aktuel behandling"

Instance: eksempel-aftalt-tid
InstanceOf: PsychAcuteAppointment
Usage: #example
Title: "Subakut tid hos akutteamet"
Description: "Booked while the call went on."
* status = #booked
* serviceType = PsychAcuteHelp#subakut-tid
* slot = Reference(eksempel-tid)
* basedOn = Reference(eksempel-subakut-henvisning)
* start = "2026-03-13T10:00:00+01:00"
* end = "2026-03-13T11:00:00+01:00"
* participant[0].actor = Reference(eksempel-mette)
* participant[0].status = #accepted
* participant[1].actor = Reference(eksempel-akutteam)
* participant[1].status = #accepted

Instance: eksempel-booket-forloeb
InstanceOf: PsychAcuteReferralTask
Usage: #example
Title: "Henvisning med aftalt tid"
Description: "Accepted, and a time was booked."
* status = #accepted
* businessStatus = PsychAcuteTaskState#booked
* intent = #order
* code = $task-code#fulfill
* focus = Reference(eksempel-subakut-henvisning)
* for = Reference(eksempel-mette)
* authoredOn = "2026-03-12T22:06:00+01:00"
* lastModified = "2026-03-12T22:10:00+01:00"
* requester = Reference(eksempel-region)
* owner = Reference(eksempel-region)
* output.type = PsychAcuteTaskOutput#appointment
* output.valueReference = Reference(eksempel-aftalt-tid)

Instance: eksempel-returneret-forloeb
InstanceOf: PsychAcuteReferralTask
Usage: #example
Title: "Returneret til regionen"
Description: "The state worsened in the akuttilbud."
* status = #failed
* statusReason = PsychAcuteTaskReason#worsened
* businessStatus = PsychAcuteTaskState#returned
* intent = #order
* code = $task-code#fulfill
* focus = Reference(eksempel-akut-henvisning)
* for = Reference(eksempel-mette)
* authoredOn = "2026-03-12T22:06:00+01:00"
* lastModified = "2026-03-13T01:10:00+01:00"
* requester = Reference(eksempel-region)
* owner = Reference(eksempel-kommune)
* restriction.period.end = "2026-03-13T02:00:00+01:00"

Instance: eksempel-afsluttet-forloeb
InstanceOf: PsychAcuteReferralTask
Usage: #example
Title: "Afsluttet henvisning"
Description: "The person came and stayed the night."
* status = #completed
* businessStatus = PsychAcuteTaskState#completed
* intent = #order
* code = $task-code#fulfill
* focus = Reference(eksempel-akut-henvisning)
* for = Reference(eksempel-mette)
* authoredOn = "2026-03-12T22:06:00+01:00"
* lastModified = "2026-03-13T09:00:00+01:00"
* requester = Reference(eksempel-region)
* owner = Reference(eksempel-kommune)
* output.type = PsychAcuteTaskOutput#stay
* output.valueReference = Reference(eksempel-nat)

Instance: eksempel-nat
InstanceOf: PsychAcuteStay
Usage: #example
Title: "Første nat"
Description: "A night in an akuttilbud after a referral."
* status = #finished
* class = $act-code#SS
* type = PsychAcuteOfferType#akuttilbud
* subject = Reference(eksempel-mette)
* basedOn = Reference(eksempel-akut-henvisning)
* period.start = "2026-03-12T23:05:00+01:00"
* period.end = "2026-03-13T08:30:00+01:00"
* serviceProvider = Reference(eksempel-kommune)

Instance: eksempel-anden-nat
InstanceOf: PsychAcuteStay
Usage: #example
Title: "Anden nat"
Description: "The next night, after a new judgement in the morning."
* status = #finished
* class = $act-code#SS
* type = PsychAcuteOfferType#akuttilbud
* subject = Reference(eksempel-mette)
* basedOn = Reference(eksempel-akut-henvisning)
* period.start = "2026-03-13T20:00:00+01:00"
* period.end = "2026-03-14T09:00:00+01:00"
* serviceProvider = Reference(eksempel-kommune)
* partOf = Reference(eksempel-nat)

Instance: eksempel-uden-henvisning
InstanceOf: PsychAcuteStay
Usage: #example
Title: "Kom uden henvisning"
Description: "A walk-in: nobody asked for a referral, an appointment or a name."
* status = #finished
* class = $act-code#AMB
* type = PsychAcuteOfferType#akuttilbud
* subject = Reference(eksempel-anonym)
* period.start = "2026-03-14T17:10:00+01:00"
* period.end = "2026-03-14T18:00:00+01:00"
* serviceProvider = Reference(eksempel-kommune)

Instance: eksempel-besked
InstanceOf: PsychAcuteNotice
Usage: #example
Title: "Besked til kommunens kontaktperson"
Description: "A message that rests on a consent."
* status = #completed
* subject = Reference(eksempel-mette)
* about = Reference(eksempel-samtykke)
* sent = "2026-03-14T10:30:00+01:00"
* recipient = Reference(eksempel-kommune)
* sender = Reference(eksempel-region)
* payload.contentString = "Vores patient har været to nætter i akuttilbuddet og er taget hjem i dag."

Instance: eksempel-udrykning
InstanceOf: PsychAcuteDispatch
Usage: #example
Title: "Ambulance"
Description: "An ambulance, asked for in the call."
* status = #completed
* intent = #order
* priority = #asap
* code = PsychAcuteHelp#ambulance
* subject = Reference(eksempel-beskyttet)
* encounter = Reference(eksempel-opkald-112)
* authoredOn = "2026-05-03T02:01:00+02:00"
* requester = Reference(eksempel-region)
* performer = Reference(eksempel-region)
* locationCode.text = "Hvor telefonen er"
* reasonCode.text = "Har taget tabletter"
* extension[urgency].valueCodeableConcept = PsychAcuteUrgencyLevel#livstruende

Instance: eksempel-politi
InstanceOf: PsychAcuteDispatch
Usage: #example
Title: "Politi"
Description: "Police, with the reason."
* status = #completed
* intent = #order
* priority = #asap
* code = PsychAcuteHelp#politi
* subject = Reference(eksempel-beskyttet)
* encounter = Reference(eksempel-opkald-112)
* authoredOn = "2026-05-03T02:01:30+02:00"
* requester = Reference(eksempel-region)
* performer = Reference(eksempel-region)
* locationCode.text = "Hvor telefonen er"
* reasonCode.text = "Truer en nabo med kniv"
* extension[urgency].valueCodeableConcept = PsychAcuteUrgencyLevel#livstruende
