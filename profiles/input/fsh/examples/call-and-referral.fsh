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
