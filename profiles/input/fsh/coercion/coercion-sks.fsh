// SKS chapter BRT as it was in October 2018; whether each code is valid today was not verified, so the map is secondary and
// dated. Personlig skærmning, sikringsafdelingens measures and searches have no code in that extract.
RuleSet: Sks(code, target, display, equivalence)
* group.element[+].code = #{code}
* group.element[=].target[+].code = #{target}
* group.element[=].target[=].display = "{display}"
* group.element[=].target[=].equivalence = #{equivalence}
* group.element[=].target[=].comment = "SKS chapter BRT, October 2018"

// One more target of the element before it.
RuleSet: SksToo(target, display, equivalence)
* group.element[=].target[+].code = #{target}
* group.element[=].target[=].display = "{display}"
* group.element[=].target[=].equivalence = #{equivalence}
* group.element[=].target[=].comment = "SKS chapter BRT, October 2018; SKS divides the measure further"

// The target before it holds when the reason is this one.
RuleSet: When(reason)
* group.element[=].target[=].dependsOn.property = "https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-coercion-episode#Procedure.reasonCode"
* group.element[=].target[=].dependsOn.system = Canonical(PsychAcuteCoercionReason)
* group.element[=].target[=].dependsOn.value = "{reason}"

RuleSet: NotInSks(code)
* group.element[+].code = #{code}
* group.element[=].target.equivalence = #unmatched

Instance: psychacute-coercion-sks
InstanceOf: ConceptMap
Usage: #definition
Title: "Foranstaltninger til SKS"
Description: "Measures as SKS codes of chapter BRT, October 2018."
* url = "https://fhirpsychacute.dk/ig/ConceptMap/psychacute-coercion-sks"
* version = "2018-10"
* name = "PsychAcuteCoercionSks"
* title = "Foranstaltninger til SKS"
* status = #draft
* experimental = true
* date = "2018-10"
* description = "Measures as SKS codes of chapter BRT, as extracted in October 2018. Whether each code is valid today was not verified. Where SKS splits a measure by reason, the target depends on the reason; where no reason fits, the SKS group is the wider target."
* sourceCanonical = Canonical(PsychAcuteCoercionMeasures)
* group.source = Canonical(PsychAcuteCoercionMeasure)
* group.target = $sks
* group.targetVersion = "2018-10"
* insert Sks(tvangsindlaeggelse-roede, BRTA00, [[Tvangsindlæggelse pga. farlighed (røde papirer)]], equivalent)
* insert Sks(tvangsindlaeggelse-gule, BRTA01, [[Tvangsindlæggelse pga. helbred (gule papirer)]], equivalent)
* insert Sks(tvangstilbageholdelse, BRTA1, [[Tvangstilbageholdelse]], narrower)
* insert SksToo(BRTA2, [[Tvangstilbageholdelse af frihedsberøvet patient]], narrower)
* insert Sks(tilbagefoersel, BRTA6, [[Tilbageførsel af frihedsberøvet patient]], equivalent)
* insert Sks(tvangsmedicinering, BRTB0, [[Tvangsmedicinering]], equivalent)
* insert SksToo(BRTB00, [[Tvangsmedicinering pga. farlighed]], narrower)
* insert When(farlighed)
* insert SksToo(BRTB01, [[Tvangsmedicinering pga. helbred]], narrower)
* insert When(helbred)
* insert Sks(ect, BRTB1, [[Tvangsbehandling med elektrokonvulsiv terapi (ECT)]], equivalent)
* insert Sks(tvangsernaering, BRTB80, [[Tvangsernæring pga. helbred]], equivalent)
* insert Sks(somatisk-behandling, BRTB81, [[Tvangsbehandling af somatisk lidelse]], equivalent)
* insert Sks(baelte, BRTC0, [[Tvangsfiksering med bælte]], wider)
* insert SksToo(BRTC00, [[Tvangsfiksering med bælte pga. farlighed]], narrower)
* insert When(farlighed)
* insert SksToo(BRTC02, [[Tvangsfiksering med bælte pga. forulempelse]], narrower)
* insert When(forulempelse)
* insert SksToo(BRTC03, [[Tvangsfiksering med bælte pga. hærværk]], narrower)
* insert When(haervaerk)
* insert Sks(frivilligt-baelte, BRTC04, [[Frivillig tvangsfiksering med bælte]], equivalent)
* insert Sks(remme, BRTC1, [[Tvangsfiksering med hånd- og fodremme]], equivalent)
* insert SksToo(BRTC10, [[Tvangsfiksering med hånd- og fodremme pga. farlighed]], narrower)
* insert When(farlighed)
* insert SksToo(BRTC12, [[Tvangsfiksering med hånd- og fodremme pga. forulempelse]], narrower)
* insert When(forulempelse)
* insert SksToo(BRTC13, [[Tvangsfiksering med hånd- og fodremme pga. hærværk]], narrower)
* insert When(haervaerk)
* insert Sks(handsker, BRTC2, [[Tvangsfiksering med handsker]], equivalent)
* insert SksToo(BRTC20, [[Tvangsfiksering med handsker pga. farlighed]], narrower)
* insert When(farlighed)
* insert SksToo(BRTC22, [[Tvangsfiksering med handsker pga. forulempelse]], narrower)
* insert When(forulempelse)
* insert SksToo(BRTC23, [[Tvangsfiksering med handsker pga. hærværk]], narrower)
* insert When(haervaerk)
* insert Sks(fastholdelse, BRTD4, [[Fastholdelse pga. farlighed]], narrower)
* insert When(farlighed)
* insert SksToo(BRTD5, [[Fastholdelse pga. forulempelse]], narrower)
* insert When(forulempelse)
* insert SksToo(BRTD6, [[Fastholdelse pga. hærværk]], narrower)
* insert When(haervaerk)
* insert Sks(akut-beroligende-medicin, BRTD3, [[Fysisk magt ved indgivelse af beroligende medicin]], relatedto)
* insert Sks(doeraflaasning, BRTD1, [[Fysisk magt med aflåsning af yderdør]], relatedto)
* insert Sks(beskyttelsesfiksering, BRTE, [[Beskyttelsesfiksering]], equivalent)
* insert Sks(alarm-pejling, BRTF1, [[Anvendelse af alarmsystem]], narrower)
* insert SksToo(BRTF2, [[Anvendelse af pejlesystem]], narrower)
* insert Sks(saerlige-doerlaase, BRTF3, [[Anvendelse af særlige dørlåse]], equivalent)
* insert NotInSks(personlig-skaermning)
* insert NotInSks(patientstue-laast)
* insert NotInSks(oppegaaende-fiksering)
* insert NotInSks(undersoegelse)
