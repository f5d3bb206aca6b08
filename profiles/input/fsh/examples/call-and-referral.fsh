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
* extension[contactWish].extension[mode].valueCodeableConcept = PsychAcuteContactMode#telephone
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
