Instance: eksempel-indlaeggelse
InstanceOf: PsychAcuteContact
Usage: #example
Title: "Psykiatrisk indlæggelse"
Description: "The admission that the measures belong to."
* status = #in-progress
* class = $act-code#IMP
* type = PsychAcuteContactType#admission
* subject = Reference(eksempel-mette)
* period.start = "2026-05-04T11:20:00+02:00"
* location.location = Reference(eksempel-stue)
* serviceProvider = Reference(eksempel-afsnit)

Instance: eksempel-raadgiverbesoeg
InstanceOf: PsychAcuteContact
Usage: #example
Title: "Patientrådgiverens første besøg"
Description: "Twenty-two hours after the appointment."
* status = #finished
* class = $act-code#FLD
* type = PsychAcuteContactType#adviser-visit
* subject = Reference(eksempel-mette)
* participant.individual = Reference(eksempel-raadgiver)
* period.start = "2026-05-05T10:00:00+02:00"
* period.end = "2026-05-05T10:50:00+02:00"
* serviceProvider = Reference(eksempel-afsnit)
* partOf = Reference(eksempel-indlaeggelse)
* extension[measure].valueReference = Reference(eksempel-baelte)

Instance: eksempel-vurdering
InstanceOf: PsychAcuteCoercionReview
Usage: #example
Title: "Lægelig vurdering: fortsætter"
Description: "A review of the belt."
* status = #final
* partOf = Reference(eksempel-baelte)
* code = PsychAcuteObservationCode#laegelig-vurdering
* subject = Reference(eksempel-mette)
* effectiveDateTime = "2026-05-04T14:30:00+02:00"
* performer = Reference(eksempel-overlaege)
* valueCodeableConcept = PsychAcuteReviewOutcome#fortsaet
* note.text = "Råber og slår ud, så snart der løsnes; faren er nærliggende"

Instance: eksempel-vagtnotat
InstanceOf: PsychAcuteGuardNote
Usage: #example
Title: "Notat fra fast vagt"
Description: "What the guard saw."
* status = #final
* partOf = Reference(eksempel-baelte)
* code = PsychAcuteObservationCode#fast-vagt-notat
* subject = Reference(eksempel-mette)
* effectiveDateTime = "2026-05-04T13:30:00+02:00"
* performer = Reference(eksempel-vagt)
* valueString = "Har drukket vand. Taler roligere. Remme løsnes kl. 13.45."

Instance: eksempel-udskrivningsoenske
InstanceOf: PsychAcuteCoercionNote
Usage: #example
Title: "Ønske om udskrivning"
Description: "When the detained patient asked to be discharged."
* status = #final
* partOf = Reference(eksempel-tilbageholdelse)
* code = PsychAcuteObservationCode#udskrivningsoenske
* subject = Reference(eksempel-mette)
* effectiveDateTime = "2026-05-05T09:15:00+02:00"
* performer = Reference(eksempel-vagt)
* valueString = "Vil hjem."

Instance: eksempel-indsproejtning
InstanceOf: PsychAcuteCoercionMedication
Usage: #example
Title: "Diazepam, 10 mg i.m."
Description: "The drug of the acute sedation."
* partOf = Reference(eksempel-beroligende)
* status = #completed
* medicationCodeableConcept = $atc#N05BA01 "diazepam"
* subject = Reference(eksempel-mette)
* effectiveDateTime = "2026-05-04T13:03:00+02:00"
* dosage.route = $sct#78421000
* dosage.dose = 10 'mg' "mg"

Instance: eksempel-hoej-dosis
InstanceOf: PsychAcuteCoercionMedication
Usage: #example
Title: "Dosis over Promedicin"
Description: "The reason is in the note."
* partOf = Reference(eksempel-tvangsmedicinering)
* status = #completed
* medicationCodeableConcept = $atc#N05AH03 "olanzapin"
* subject = Reference(eksempel-mette)
* effectiveDateTime = "2026-05-12T20:00:00+02:00"
* dosage.route = $sct#26643006
* dosage.dose = 25 'mg' "mg"
* note.text = "Tidligere kun virkning ved 25 mg; serumkoncentration lav ved 20 mg"
* extension[aboveRecommended].valueBoolean = true
