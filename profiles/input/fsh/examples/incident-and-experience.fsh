Instance: eksempel-kop
InstanceOf: PsychAcuteKopActivation
Usage: #example
Title: "Aktivering efter en busulykke (fiktiv)"
Description: "Two persons who were struck by the same event."
* identifier.system = "https://fhirpsychacute.dk/sid/kop"
* identifier.value = "eksempel-2026-1"
* active = false
* type = #person
* actual = true
* code = PsychAcuteIncidentKind#ulykke
* name = "Busulykke ved Eksempelby (fiktiv)"
* quantity = 2
* managingEntity = Reference(eksempel-region)
* member[0].entity = Reference(eksempel-mette)
* member[1].entity = Reference(eksempel-anonym)
* extension[activation].valuePeriod.start = "2026-03-12T19:30:00+01:00"
* extension[activation].valuePeriod.end = "2026-03-14T12:00:00+01:00"

Instance: eksempel-opfoelgning
InstanceOf: PsychAcuteFollowUp
Usage: #example
Title: "Opfølgende kontakt, udført"
Description: "Called two days after the event."
* status = #completed
* intent = #plan
* code = PsychAcuteTaskKind#opfoelgende-kontakt
* groupIdentifier.system = "https://fhirpsychacute.dk/sid/kop"
* groupIdentifier.value = "eksempel-2026-1"
* for = Reference(eksempel-mette)
* executionPeriod.end = "2026-03-14T11:00:00+01:00"
* authoredOn = "2026-03-12T22:00:00+01:00"
* lastModified = "2026-03-14T11:05:00+01:00"
* requester = Reference(eksempel-region)
* owner = Reference(eksempel-region)
* reasonReference = Reference(eksempel-kop)
* restriction.period.end = "2026-03-14T20:00:00+01:00"
* output.type.text = "Samtale"
* output.valueString = "Det går bedre; har søvnbesvær, taler med egen læge"

Instance: eksempel-planlagt-opfoelgning
InstanceOf: PsychAcuteFollowUp
Usage: #example
Title: "Opfølgende kontakt, planlagt"
Description: "Still to be done."
* status = #requested
* intent = #plan
* code = PsychAcuteTaskKind#opfoelgende-kontakt
* for = Reference(eksempel-anonym)
* authoredOn = "2026-03-12T22:00:00+01:00"
* owner = Reference(eksempel-region)
* reasonReference = Reference(eksempel-kop)
* restriction.period.end = "2026-03-16T20:00:00+01:00"

Instance: eksempel-svar
InstanceOf: PsychAcuteExperienceResponse
Usage: #example
Title: "Anonymt svar"
Description: "Nobody knows who answered."
* status = #completed
* authored = "2026-03-20T10:00:00+01:00"
* item[0].linkId = "kontakt"
* item[0].text = "Hvad gælder dit svar?"
* item[0].answer.valueString = "Et opkald"
* item[1].linkId = "lyttet"
* item[1].text = "Blev der lyttet til dig?"
* item[1].answer.valueCoding = PsychAcuteExperienceAnswer#i-hoej-grad
* item[2].linkId = "hjulpet"
* item[2].text = "Hjalp det dig?"
* item[2].answer.valueCoding = PsychAcuteExperienceAnswer#i-nogen-grad

Instance: eksempel-opkald-efter-ulykke
InstanceOf: PsychAcuteCall
Usage: #example
Title: "Opkald efter busulykken"
Description: "A call that belongs to an activation of the psychosocial emergency response."
* status = #finished
* statusHistory.status = #in-progress
* statusHistory.period.start = "2026-03-12T20:40:00+01:00"
* statusHistory.period.end = "2026-03-12T20:58:00+01:00"
* class = $act-code#VR
* type = PsychAcuteCallLine#1813
* serviceType = $sct#394587001
* priority = $act-priority#UR
* subject = Reference(eksempel-mette)
* period.start = "2026-03-12T20:40:00+01:00"
* period.end = "2026-03-12T21:00:00+01:00"
* serviceProvider = Reference(eksempel-region)
* extension[incident].valueReference = Reference(eksempel-kop)
* extension[disposition].valueCodeableConcept = PsychAcuteDisposition#ended-with-guidance
