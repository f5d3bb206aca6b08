// The measures of psykiatriloven (LBK 185 of 1 February 2022 as amended by laws 508/2024 and 644/2024), row by row.
// Rows 13a and 13b of the law (udskrivningsaftale, koordinationsplan) are counted in national reporting but are no coercion:
// they are CarePlans and have no code here.

RuleSet: Measure(code, da, en, definition, row, section, coercion, target)
* insert Code({code}, [[{da}]], [[{en}]], [[{definition}]])
* #{code} ^property[0].code = #row
* #{code} ^property[=].valueString = "{row}"
* #{code} ^property[+].code = #section
* #{code} ^property[=].valueCode = #{section}
* #{code} ^property[+].code = #coercion
* #{code} ^property[=].valueBoolean = {coercion}
* #{code} ^property[+].code = #target
* #{code} ^property[=].valueBoolean = {target}

RuleSet: ProtocolForm(code, form)
* #{code} ^property[+].code = #protocol-form
* #{code} ^property[=].valueCode = #{form}

CodeSystem: PsychAcuteCoercionMeasure
Id: psychacute-coercion-measure
Title: "Foranstaltning"
Description: "Measures of coercion that have a legal basis, and the voluntary belt that is registered beside them. Measures that are only proposed stand in a code system of their own."
* insert AlsoIn([[Measure]], [[Tvangsforanstaltninger med hjemmel i loven, og det frivillige bælte, som registreres ved siden af. Foranstaltninger, der kun er foreslået, står i deres eget kodesystem.]])
* insert DanishCodes
* ^property[0].code = #row
* ^property[=].description = "The row of the table of measures in the guide."
* ^property[=].type = #string
* ^property[+].code = #section
* ^property[=].description = "The code of the provision in psychacute-law-section."
* ^property[=].type = #code
* ^property[+].code = #coercion
* ^property[=].description = "Whether the measure is counted as coercion."
* ^property[=].type = #boolean
* ^property[+].code = #target
* ^property[=].description = "Whether its episodes count in the national target for 2030 (belt, holding and acute sedation)."
* ^property[=].type = #boolean
* ^property[+].code = #protocol-form
* ^property[=].description = "The form of the tvangsprotokol, where it is known, in psychacute-protocol-form."
* ^property[=].type = #code
* insert Measure(tvangsindlaeggelse-roede, [[Tvangsindlæggelse på grund af farlighed (røde papirer)]], [[Involuntary admission because of danger (red papers)]], [[Sindssyg or an equal state, and an imminent and considerable danger to the person or others.]], 1, 5-9, true, false)
* insert ProtocolForm(tvangsindlaeggelse-roede, skema-1)
* insert Measure(tvangsindlaeggelse-gule, [[Tvangsindlæggelse af helbredsmæssige grunde (gule papirer)]], [[Involuntary admission for health (yellow papers)]], [[Sindssyg or an equal state, and the prospects would worsen without admission.]], 1, 5-9, true, false)
* insert ProtocolForm(tvangsindlaeggelse-gule, skema-1)
* insert Measure(tvangstilbageholdelse, [[Tvangstilbageholdelse]], [[Detention]], [[A patient who wishes to leave is kept, on the conditions of involuntary admission.]], 2, 10, true, false)
* insert ProtocolForm(tvangstilbageholdelse, skema-1)
* insert Measure(tilbagefoersel, [[Tilbageførsel]], [[Return]], [[A detained patient who has left is brought back.]], 3, 10a, true, false)
* insert Measure(tvangsmedicinering, [[Tvangsmedicinering]], [[Involuntary medication]], [[Tried drugs in usual doses with as few side effects as possible, to a patient who meets the conditions of detention.]], 4a, 12-2, true, false)
* insert ProtocolForm(tvangsmedicinering, skema-2)
* insert Measure(ect, [[Tvangsbehandling med ECT]], [[Involuntary electroconvulsive therapy]], [[ECT when the patient's life is or may come in danger.]], 4b, 12-3, true, false)
* insert ProtocolForm(ect, skema-2)
* insert Measure(tvangsernaering, [[Tvangsernæring]], [[Involuntary feeding]], [[Feeding that saves life or averts a serious risk to life or health.]], 4c, bek-7, true, false)
* insert ProtocolForm(tvangsernaering, skema-2)
* insert Measure(somatisk-behandling, [[Tvangsbehandling af legemlig lidelse]], [[Involuntary treatment of somatic illness]], [[Treatment of a somatic illness without consent, under the act.]], 5, 13, true, false)
* insert ProtocolForm(somatisk-behandling, skema-2)
* insert Measure(baelte, [[Tvangsfiksering med bælte]], [[Mechanical restraint with belt]], [[Fixation with a belt because of imminent danger, persecution or gross molestation of fellow patients, or substantial vandalism.]], 6, 14-16, true, true)
* insert ProtocolForm(baelte, skema-3)
* insert Measure(remme, [[Hånd- og fodremme]], [[Wrist and ankle straps]], [[Straps used together with a belt; an episode of its own, part of that of the belt.]], 6, 14-16, true, false)
* insert ProtocolForm(remme, skema-3)
* insert Measure(handsker, [[Handsker]], [[Gloves]], [[Gloves used together with a belt; an episode of its own, part of that of the belt.]], 6, 14-16, true, false)
* insert ProtocolForm(handsker, skema-3)
* insert Measure(frivilligt-baelte, [[Frivillig bæltefiksering]], [[Voluntary belt]], [[A belt at the patient's own request; counted by itself.]], 6v, 14-16, false, false)
* insert Measure(fastholdelse, [[Fastholdelse]], [[Physical holding]], [[Staff hold the patient to move the patient, as part of another measure, or by itself.]], 7, 17-1, true, true)
* insert ProtocolForm(fastholdelse, skema-3)
* insert Measure(akut-beroligende-medicin, [[Akut beroligende medicin]], [[Acute sedation]], [[A single dose to a very agitated patient who was first offered it voluntarily.]], 8, 17-2, true, true)
* insert ProtocolForm(akut-beroligende-medicin, skema-3)
* insert Measure(personlig-skaermning, [[Personlig skærmning]], [[Personal shielding]], [[Staff stay with the patient at all times. Below 24 hours it is not counted as coercion; above, it can be complained of.]], 9, 18d, true, false)
* insert ProtocolForm(personlig-skaermning, skema-3)
* insert Measure(doeraflaasning, [[Døraflåsning]], [[Locked ward door]], [[The door of the ward or of the shielded unit is locked.]], 10, 18f, true, false)
* insert ProtocolForm(doeraflaasning, skema-3)
* insert Measure(patientstue-laast, [[Aflåsning af patientstue (Sikringsafdelingen)]], [[Locked patient room (Sikringsafdelingen)]], [[The patient's room is locked, at Sikringsafdelingen only.]], 11, 18a-18b, true, false)
* insert Measure(oppegaaende-fiksering, [[Oppegående fiksering (Sikringsafdelingen)]], [[Walking restraint (Sikringsafdelingen)]], [[Restraint in which the patient can walk, at Sikringsafdelingen only, with permission from Styrelsen for Patientsikkerhed.]], 11, 18c, true, false)
* insert Measure(beskyttelsesfiksering, [[Beskyttelsesfiksering]], [[Protective restraint]], [[Fixation that protects the patient.]], 12, 18, true, false)
* insert Measure(alarm-pejling, [[Personlige alarm- og pejlesystemer]], [[Personal alarm and tracking systems]], [[A personal alarm or tracking system.]], 12, 17a, true, false)
* insert Measure(saerlige-doerlaase, [[Særlige dørlåse]], [[Special door locks]], [[A door lock that is hard to open.]], 12, 17a, true, false)
* insert Measure(undersoegelse, [[Undersøgelse af post, stue, ejendele eller person]], [[Search of mail, room, belongings or person]], [[A search without consent, with a metal detector too.]], 13, 19-19a, true, false)

// Every code of the system: what has no legal basis is not in it.
ValueSet: PsychAcuteCoercionMeasures
Id: psychacute-coercion-measure
Title: "Foranstaltninger"
Description: "Every measure that may be registered as an episode."
* insert AlsoIn([[Measures]], [[Alle foranstaltninger, der kan registreres som en episode.]])
* ^experimental = false
* include codes from system PsychAcuteCoercionMeasure

CodeSystem: PsychAcuteCoercionProposal
Id: psychacute-coercion-proposal
Title: "Foreslåede foranstaltninger uden lovhjemmel"
Description: "Proposals in the reports of Danske Regioner that have no legal basis today. They can be spoken of, in plans and in simulations, but not be registered as an episode."
* insert AlsoIn([[Proposed measures without a legal basis]], [[Forslag i Danske Regioners rapporter, som ikke har hjemmel i dag. De kan omtales, i planer og i simulationer, men ikke registreres som en episode.]])
* insert DanishCodes
* ^property[0].code = #kind
* ^property[=].description = "Whether a measure, a rule for one, or its registration is proposed."
* ^property[=].type = #string
* insert Proposal(arealbegraensning, [[Arealbegrænsning (forslag)]], [[Restriction to an area (proposal)]], [[An unlocked area that the patient may not leave.]], measure)
* insert Proposal(beroligende-medicin-fare, [[Beroligende medicin ved fare (forslag)]], [[Sedation because of danger (proposal)]], [[A patient of 15 or above may choose medication instead of a long fixation.]], measure)
* insert Proposal(aflaast-patientstue, [[Aflåst patientstue i retspsykiatrien (forslag)]], [[Locked patient room in forensic psychiatry (proposal)]], [[A locked room that the patient chooses, when others are in danger.]], measure)
* insert Proposal(plan-for-ophoer, [[Plan for ophør (forslag)]], [[Plan for ending (proposal)]], [[A plan for ending a fixation or a holding within a time to be fixed by law.]], rule)
* insert Proposal(baelte-normalt-4-timer, [[Bælte normalt højst 4 timer (forslag)]], [[Belt normally at most 4 hours (proposal)]], [[A normal upper limit for fixation with a belt.]], rule)
* insert Proposal(tvangsbehandling-uden-opsaettelse, [[Tvangsbehandling uden opsættende virkning (forslag)]], [[Involuntary treatment without suspension (proposal)]], [[A complaint would no longer suspend the treatment, and dose and ECT would follow other rules.]], rule)
* insert Proposal(tvungen-opfoelgning, [[Tvungen opfølgning (forslag)]], [[Involuntary follow-up (proposal)]], [[The scheme of 2010 to 2019 for treatment after discharge.]], measure)
* insert Proposal(transportremme, [[Transportremme (forslag)]], [[Transport straps (proposal)]], [[Straps during transport.]], measure)
* insert Proposal(oppegaaende-uden-for-sikringen, [[Oppegående fiksering uden for Sikringsafdelingen (forslag)]], [[Walking restraint outside Sikringsafdelingen (proposal)]], [[Walking restraint in other wards.]], measure)
* insert Proposal(fastholdelse-kort-lang, [[Opdeling i kort og lang fastholdelse (forslag)]], [[Short and long holding (proposal)]], [[Holding registered as two measures by its length.]], registration)

RuleSet: Proposal(code, da, en, definition, kind)
* insert Code({code}, [[{da}]], [[{en}]], [[{definition}]])
* #{code} ^property[0].code = #kind
* #{code} ^property[=].valueString = "{kind}"

ValueSet: PsychAcuteCoercionProposals
Id: psychacute-coercion-proposal
Title: "Forslag uden lovhjemmel"
Description: "Every proposal."
* insert AlsoIn([[Proposals without a legal basis]], [[Alle forslag.]])
* ^experimental = false
* include codes from system PsychAcuteCoercionProposal

RuleSet: LawSections
* insert Code(5-9, [[§§ 5-9]], [[Sections 5 to 9]], [[Involuntary admission.]])
* insert Code(10, [[§ 10]], [[Section 10]], [[Detention.]])
* insert Code(10a, [[§ 10 a]], [[Section 10 a]], [[Return of a detained patient.]])
* insert Code(12-2, [[§ 12, stk. 2]], [[Section 12(2)]], [[Involuntary medication.]])
* insert Code(12-3, [[§ 12, stk. 3]], [[Section 12(3)]], [[Electroconvulsive therapy.]])
* insert Code(bek-7, [[Bekendtgørelse om anvendelse af anden tvang end frihedsberøvelse, § 7]], [[Order on coercion other than deprivation of liberty, section 7]], [[Involuntary feeding.]])
* insert Code(13, [[§ 13]], [[Section 13]], [[Somatic illness.]])
* insert Code(14-16, [[§§ 14-16]], [[Sections 14 to 16]], [[Fixation.]])
* insert Code(17-1, [[§ 17, stk. 1]], [[Section 17(1)]], [[Physical force: holding.]])
* insert Code(17-2, [[§ 17, stk. 2]], [[Section 17(2)]], [[Acute sedation.]])
* insert Code(17a, [[§ 17 a]], [[Section 17 a]], [[Personal alarms, tracking and special door locks.]])
* insert Code(18, [[§ 18]], [[Section 18]], [[Protective restraint.]])
* insert Code(18a-18b, [[§§ 18 a-18 b]], [[Sections 18 a and 18 b]], [[Locked patient rooms at Sikringsafdelingen.]])
* insert Code(18c, [[§ 18 c]], [[Section 18 c]], [[Walking restraint.]])
* insert Code(18d, [[§ 18 d]], [[Section 18 d]], [[Personal shielding.]])
* insert Code(18f, [[§ 18 f]], [[Section 18 f]], [[Locked ward doors.]])
* insert Code(19-19a, [[§§ 19-19 a]], [[Sections 19 and 19 a]], [[Searches.]])

CodeSystem: PsychAcuteLawSection
Id: psychacute-law-section
Title: "Bestemmelser i psykiatriloven"
Description: "Provisions that a measure rests on. The version is the day from which this reading of the law holds: the rules on minors changed on 1 June 2024. A measure cites the version that was in force when it began."
* insert AlsoIn([[Provisions of psykiatriloven]], [[Bestemmelser, som en foranstaltning hviler på. Versionen er den dag, læsningen af loven gælder fra: reglerne om mindreårige blev ændret 1. juni 2024. En foranstaltning henviser til den version, der gjaldt, da den begyndte.]])
* insert DanishCodes
* ^version = "2024-06-01"
* insert LawSections

// The reading before the change, for measures that began earlier: the same codes, LBK 185 of 1 February 2022 unamended.
CodeSystem: PsychAcuteLawSection2022
Id: psychacute-law-section-2022
Title: "Bestemmelser i psykiatriloven, før 1. juni 2024"
Description: "The provisions as they were read from 1 February 2022: below 15 the consent of the holders of custody decided."
* insert AlsoIn([[Provisions of psykiatriloven before 1 June 2024]], [[Bestemmelserne, som de blev læst fra 1. februar 2022: under 15 år bestemte forældremyndighedens indehavere.]])
* ^url = "https://fhirpsychacute.dk/ig/CodeSystem/psychacute-law-section"
* insert DanishCodes
* ^version = "2022-02-01"
* insert LawSections

ValueSet: PsychAcuteLawSections
Id: psychacute-law-section
Title: "Bestemmelser"
Description: "Every provision."
* insert AlsoIn([[Provisions]], [[Alle bestemmelser.]])
* ^experimental = false
* include codes from system PsychAcuteLawSection

CodeSystem: PsychAcuteProtocolForm
Id: psychacute-protocol-form
Title: "Skema i tvangsprotokollen"
Description: "Forms of the tvangsprotokol. Forms 4 to 6 exist too; what they hold was not verified."
* insert AlsoIn([[Form of the tvangsprotokol]], [[Skemaer i tvangsprotokollen. Skema 4 til 6 findes også; hvad de indeholder, er ikke bekræftet.]])
* insert DanishCodes
* ^content = #fragment
* insert Code(skema-1, [[Skema 1, frihedsberøvelse]], [[Form 1, deprivation of liberty]], [[Admission and detention.]])
* insert Code(skema-2, [[Skema 2, tvangsbehandling]], [[Form 2, involuntary treatment]], [[Medication, ECT, feeding and somatic treatment.]])
* insert Code(skema-3, [[Skema 3, magtanvendelse]], [[Form 3, use of force]], [[Belt, straps, gloves, holding, sedation, locked doors and shielding.]])

ValueSet: PsychAcuteProtocolForms
Id: psychacute-protocol-form
Title: "Skemaer i tvangsprotokollen"
Description: "The forms whose content is known."
* insert AlsoIn([[Forms of the tvangsprotokol]], [[De skemaer, hvis indhold er kendt.]])
* ^experimental = false
* include codes from system PsychAcuteProtocolForm

CodeSystem: PsychAcuteCoercionReason
Id: psychacute-coercion-reason
Title: "Begrundelse"
Description: "Why a measure was used, in the words of the law and of national reporting (SEI)."
* insert AlsoIn([[Reason]], [[Hvorfor en foranstaltning blev brugt, med lovens og den nationale indberetnings (SEI) ord.]])
* insert DanishCodes
* insert Code(farlighed, [[Farlighed]], [[Danger]], [[Imminent danger of harm to the person or others.]])
* insert Code(helbred, [[Af helbredsmæssige grunde]], [[Health]], [[The prospects would worsen without it.]])
* insert Code(forulempelse, [[Forfølgelse eller grov forulempelse]], [[Persecution or gross molestation]], [[The patient persecutes or grossly molests fellow patients.]])
* insert Code(haervaerk, [[Hærværk af betydeligt omfang]], [[Substantial vandalism]], [[The patient commits substantial vandalism.]])
* insert Code(urolig, [[Urolig tilstand]], [[Agitated state]], [[The patient is very agitated.]])
* insert Code(livsfare, [[Aktuel eller potentiel livsfare]], [[Actual or potential danger to life]], [[The patient's life is or may come in danger.]])
* insert Code(somatisk-behandling, [[For at gennemføre somatisk behandling]], [[To carry out somatic treatment]], [[The measure makes treatment of a somatic illness possible.]])
* insert Code(tvangsernaering, [[For at gennemføre tvangsernæring]], [[To carry out involuntary feeding]], [[The measure makes feeding possible.]])
* insert Code(selvmordsfare, [[Selvmordsfare]], [[Danger of suicide]], [[The patient is in danger of suicide.]])
* insert Code(frivillig, [[Frivillig]], [[Voluntary]], [[At the patient's own request.]])
* insert Code(anden, [[Anden begrundelse]], [[Other reason]], [[Another reason, said in text.]])

ValueSet: PsychAcuteCoercionReasons
Id: psychacute-coercion-reason
Title: "Begrundelser"
Description: "Every reason."
* insert AlsoIn([[Reasons]], [[Alle begrundelser.]])
* ^experimental = false
* include codes from system PsychAcuteCoercionReason

CodeSystem: PsychAcuteRestraintDevice
Id: psychacute-restraint-device
Title: "Middel"
Description: "What a patient was fixed with."
* insert AlsoIn([[Device]], [[Hvad en patient blev fikseret med.]])
* insert DanishCodes
* insert Code(baelte, [[Bælte]], [[Belt]], [[A belt around the waist.]])
* insert Code(remme, [[Hånd- og fodremme]], [[Wrist and ankle straps]], [[Straps for hands and feet.]])
* insert Code(handsker, [[Handsker]], [[Gloves]], [[Gloves.]])

ValueSet: PsychAcuteRestraintDevices
Id: psychacute-restraint-device
Title: "Midler"
Description: "Every device."
* insert AlsoIn([[Devices]], [[Alle midler.]])
* ^experimental = false
* include codes from system PsychAcuteRestraintDevice

CodeSystem: PsychAcuteCoercionFunction
Id: psychacute-coercion-function
Title: "Rolle i foranstaltningen"
Description: "What a member of staff did in a measure."
* insert AlsoIn([[Role in the measure]], [[Hvad en medarbejder gjorde i en foranstaltning.]])
* insert DanishCodes
* insert Code(decided, [[Besluttede]], [[Decided]], [[Decided on the measure.]])
* insert Code(examined, [[Undersøgte]], [[Examined]], [[The physician who examined the patient before the decision.]])
* insert Code(certified, [[Udstedte lægeerklæringen]], [[Certified]], [[The physician, not employed at the receiving ward, who wrote the certificate for an involuntary admission.]])
* insert Code(started, [[Satte i gang]], [[Started]], [[Staff who started the measure in an emergency, before a physician had come.]])
* insert Code(police, [[Politi]], [[Police]], [[Carried out an involuntary admission or a return.]])
* insert Code(carried-out, [[Udførte]], [[Carried out]], [[Carried the measure out.]])
* insert Code(fixed-guard, [[Fast vagt]], [[Fixed guard]], [[Stayed with the fixed patient.]])

ValueSet: PsychAcuteCoercionFunctions
Id: psychacute-coercion-function
Title: "Roller i foranstaltninger"
Description: "Every function."
* insert AlsoIn([[Roles in measures]], [[Alle funktioner.]])
* ^experimental = false
* include codes from system PsychAcuteCoercionFunction

CodeSystem: PsychAcuteLessIntrusive
Id: psychacute-less-intrusive
Title: "Mindre indgribende midler der blev forsøgt"
Description: "What was tried before the measure. The act asks that voluntary co-operation is sought first; the list is this guide's own."
* insert AlsoIn([[Less intrusive means that were tried]], [[Hvad der blev forsøgt før foranstaltningen. Loven kræver, at frivillig medvirken søges først; listen er guidens egen.]])
* insert DanishCodes
* insert Code(samtale, [[Samtale og deeskalering]], [[Talk and de-escalation]], [[Staff talked with the patient.]])
* insert Code(betaenkningstid, [[Betænkningstid]], [[Time for reflection]], [[The patient was given time to think.]])
* insert Code(frivillig-medicin, [[Tilbud om medicin]], [[Medication offered]], [[Medication was offered voluntarily, as a tablet first.]])
* insert Code(ro, [[Ro, skærmning eller andet rum]], [[Quiet, shielding or another room]], [[The patient was offered quiet.]])
* insert Code(ikke-muligt, [[Ikke muligt]], [[Not possible]], [[There was no time to try anything less.]])

ValueSet: PsychAcuteLessIntrusives
Id: psychacute-less-intrusive
Title: "Mindre indgribende midler"
Description: "Every means."
* insert AlsoIn([[Less intrusive means]], [[Alle midler.]])
* ^experimental = false
* include codes from system PsychAcuteLessIntrusive

CodeSystem: PsychAcuteAdmissionStatus
Id: psychacute-admission-status
Title: "Indlæggelsens status"
Description: "The patient's legal position when the measure began."
* insert AlsoIn([[Status of the admission]], [[Patientens retlige stilling, da foranstaltningen begyndte.]])
* insert DanishCodes
* insert Code(frivillig, [[Frivilligt indlagt]], [[Voluntary]], [[The patient is admitted voluntarily.]])
* insert Code(frihedsberoevet, [[Frihedsberøvet]], [[Detained]], [[The patient is admitted or detained against their will.]])
* insert Code(dobbeltindlagt, [[Dobbeltindlagt]], [[Admitted twice]], [[The patient is admitted to a psychiatric and a somatic ward at the same time.]])

ValueSet: PsychAcuteAdmissionStatuses
Id: psychacute-admission-status
Title: "Indlæggelsers status"
Description: "Every status."
* insert AlsoIn([[Status of admissions]], [[Alle former for status.]])
* ^experimental = false
* include codes from system PsychAcuteAdmissionStatus

CodeSystem: PsychAcuteProcedureCategory
Id: psychacute-procedure-category
Title: "Procedurekategori"
Description: "What kind of act a Procedure of this guide is."
* insert AlsoIn([[Category of procedure]], [[Hvilken slags handling en Procedure i denne guide er.]])
* insert DanishCodes
* insert Code(eftersamtale, [[Eftersamtale]], [[After-talk]], [[The talk that is offered after a measure has ended (psykiatriloven § 4, stk. 5).]])
* insert Code(tvang, [[Tvang]], [[Coercion]], [[A measure under psykiatriloven, and the voluntary belt that is registered beside it.]])
