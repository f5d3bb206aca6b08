CodeSystem: PsychAcuteObservationCode
Id: psychacute-observation
Title: "Observationer i akut psykiatri"
Description: "Kinds of observation and of risk conclusion for which no international code was found."
* insert AlsoIn([[Observations in acute psychiatry]], [[Slags observationer og risikokonklusioner, som der ikke blev fundet en international kode for.]])
* insert DanishCodes
* insert Code(hastegrad, [[Hastegrad]], [[Urgency]], [[The judgement of how soon help is needed.]])
* insert Code(selvmordsrisiko, [[Selvmordsrisiko]], [[Suicide risk]], [[The conclusion on the risk of suicide.]])
* insert Code(voldsrisiko, [[Voldsrisiko]], [[Violence risk]], [[The conclusion on the risk of violence.]])
* insert Code(bvc, [[BVC, samlet score]], [[BVC, total score]], [[Brøset Violence Checklist: the sum of six items. Only numbers are kept; the instrument's text is its owner's.]])
* insert Code(bvc-item-1, [[BVC, punkt 1]], [[BVC, item 1]], [[The first item of the instrument: 0 or 1.]])
* insert Code(bvc-item-2, [[BVC, punkt 2]], [[BVC, item 2]], [[The second item of the instrument: 0 or 1.]])
* insert Code(bvc-item-3, [[BVC, punkt 3]], [[BVC, item 3]], [[The third item of the instrument: 0 or 1.]])
* insert Code(bvc-item-4, [[BVC, punkt 4]], [[BVC, item 4]], [[The fourth item of the instrument: 0 or 1.]])
* insert Code(bvc-item-5, [[BVC, punkt 5]], [[BVC, item 5]], [[The fifth item of the instrument: 0 or 1.]])
* insert Code(bvc-item-6, [[BVC, punkt 6]], [[BVC, item 6]], [[The sixth item of the instrument: 0 or 1.]])
* insert Code(v-risk-10-item, [[V-RISK-10, punkt]], [[V-RISK-10, item]], [[One item of the instrument, told apart by its number in text.]])
* insert Code(rusmidler, [[Rusmidler]], [[Substance use]], [[What is known of alcohol and drugs now.]])
* insert Code(somatiske-roede-flag, [[Somatiske røde flag]], [[Somatic red flags]], [[Whether anything points at a somatic condition that has to be seen to first.]])
* insert Code(kan-vente, [[Evne til at vente]], [[Ability to wait]], [[Whether the person can wait for the help, alone or with somebody, and how long.]])
* insert Code(laengste-ventetid, [[Længste ventetid]], [[Longest wait]], [[How long the person can wait at most.]])
* insert Code(laegelig-vurdering, [[Lægelig vurdering]], [[Medical review]], [[A physician reviews whether a measure goes on.]])
* insert Code(ekstern-vurdering, [[Vurdering ved læge udefra]], [[External review]], [[A physician who is neither employed at the ward nor responsible for the treatment reviews whether a fixation goes on.]])
* insert Code(efterproevelse, [[Efterprøvelse af frihedsberøvelse]], [[Review of detention]], [[The overlæge reviews on fixed days whether the conditions of detention are still met (psykiatriloven § 21).]])
* insert Code(overlaegens-stillingtagen, [[Overlægens stillingtagen]], [[The overlæge's decision]], [[The overlæge decides on what others began, or answers a wish to be discharged (psykiatriloven § 10, stk. 3).]])
* insert Code(frihedsberoevelse-vurderet, [[Betingelser for frihedsberøvelse vurderet]], [[Conditions of detention assessed]], [[The journal's note that section 5 was assessed for a fixed patient who is not detained.]])
* insert Code(udskrivningsoenske, [[Ønske om udskrivning]], [[Wish to be discharged]], [[When a detained patient asked to be discharged; the answer is due within a time that the act names (psykiatriloven § 10, stk. 3).]])
* insert Code(medicin-tilbudt, [[Medicin tilbudt og motiveret]], [[Medication offered and motivated]], [[The journal's note that medication was offered voluntarily and how the patient was motivated, one for each day of involuntary medication.]])
* insert Code(fast-vagt-notat, [[Notat fra fast vagt]], [[Note of the fixed guard]], [[What the fixed guard writes down during a fixation (psykiatriloven § 16).]])

CodeSystem: PsychAcuteSuicideRisk
Id: psychacute-suicide-risk
Title: "Selvmordsrisiko"
Description: "Conclusions on suicide risk as they are used in Danish practice. Not verified against a published code list, so other codes are allowed too."
* insert AlsoIn([[Suicide risk]], [[Konklusioner om selvmordsrisiko, som de bruges i dansk praksis. Ikke bekræftet mod en offentliggjort kodeliste, så andre koder er tilladt.]])
* insert DanishCodes
* ^content = #fragment
* insert Code(ikke-oeget, [[Ikke øget]], [[Not increased]], [[The risk is not increased.]])
* insert Code(oeget, [[Øget]], [[Increased]], [[The risk is increased.]])
* insert Code(akut-oeget, [[Akut øget]], [[Acutely increased]], [[The risk is acutely increased.]])
* insert Code(ikke-vurderet, [[Kunne ikke vurderes]], [[Could not be assessed]], [[The call or the contact did not allow a conclusion.]])

ValueSet: PsychAcuteSuicideRisks
Id: psychacute-suicide-risk
Title: "Selvmordsrisiko"
Description: "Every conclusion."
* insert AlsoIn([[Suicide risk]], [[Alle konklusioner.]])
* ^experimental = false
* include codes from system PsychAcuteSuicideRisk

CodeSystem: PsychAcuteViolenceRisk
Id: psychacute-violence-risk
Title: "Voldsrisiko"
Description: "Conclusions on the risk of violence; the BVC bands are those of the instrument (0 small, 1-2 moderate, 3 and above very high)."
* insert AlsoIn([[Violence risk]], [[Konklusioner om risikoen for vold; BVC-grænserne er instrumentets (0 lille, 1-2 moderat, 3 og derover meget høj).]])
* insert DanishCodes
* insert Code(lille, [[Lille]], [[Small]], [[The risk is small.]])
* insert Code(moderat, [[Moderat]], [[Moderate]], [[The risk is moderate.]])
* insert Code(meget-hoej, [[Meget høj]], [[Very high]], [[The risk is very high.]])
* insert Code(ikke-vurderet, [[Kunne ikke vurderes]], [[Could not be assessed]], [[The call or the contact did not allow a conclusion.]])

ValueSet: PsychAcuteViolenceRisks
Id: psychacute-violence-risk
Title: "Voldsrisiko"
Description: "Every conclusion."
* insert AlsoIn([[Violence risk]], [[Alle konklusioner.]])
* ^experimental = false
* include codes from system PsychAcuteViolenceRisk

CodeSystem: PsychAcuteSubstanceUse
Id: psychacute-substance-use
Title: "Rusmidler"
Description: "What a visitator has to know of alcohol and drugs to send the person to the right place. The list is this guide's own; S1:5494-5498 asks that substance use is assessed."
* insert AlsoIn([[Substance use]], [[Hvad en visitator skal vide om alkohol og andre rusmidler for at sende personen det rigtige sted hen. Listen er guidens egen; S1:5494-5498 kræver, at rusmidler vurderes.]])
* insert DanishCodes
* insert Code(ingen, [[Ingen]], [[None]], [[No use that matters now.]])
* insert Code(paavirket, [[Påvirket nu]], [[Intoxicated now]], [[The person is under the influence now.]])
* insert Code(abstinens, [[Abstinenser eller risiko for det]], [[Withdrawal or risk of it]], [[The person is in withdrawal, or may come to be.]])
* insert Code(kendt-misbrug, [[Kendt misbrug, ikke påvirket]], [[Known misuse, not intoxicated]], [[A known misuse without influence now.]])
* insert Code(ukendt, [[Ukendt]], [[Unknown]], [[It could not be settled.]])

ValueSet: PsychAcuteSubstanceUses
Id: psychacute-substance-use
Title: "Rusmidler"
Description: "Every answer."
* insert AlsoIn([[Substance use]], [[Alle svar.]])
* ^experimental = false
* include codes from system PsychAcuteSubstanceUse

CodeSystem: PsychAcuteRedFlag
Id: psychacute-red-flag
Title: "Somatisk rødt flag"
Description: "Signs that somatic treatment may have to come first (S1:5619: somatic treatment when it is needed). The list is this guide's own and may be extended."
* insert AlsoIn([[Somatic red flag]], [[Tegn på, at legemlig behandling måske skal komme først (S1:5619). Listen er guidens egen og kan udvides.]])
* insert DanishCodes
* insert Code(forgiftning, [[Forgiftning eller overdosis]], [[Poisoning or overdose]], [[The person has taken something, or may have.]])
* insert Code(bevidsthed, [[Påvirket bevidsthed]], [[Impaired consciousness]], [[The person is drowsy, confused or cannot be woken.]])
* insert Code(selvpaafoert-skade, [[Selvpåført skade]], [[Self-inflicted injury]], [[An injury that has to be treated.]])
* insert Code(hovedtraume, [[Hovedtraume]], [[Head injury]], [[A blow to the head.]])
* insert Code(feber-delir, [[Feber eller delir]], [[Fever or delirium]], [[Fever, stiffness or a fluctuating state.]])
* insert Code(bryst-vejrtraekning, [[Brystsmerter eller besvær med vejrtrækning]], [[Chest pain or trouble breathing]], [[Symptoms of heart or lungs.]])
* insert Code(kramper, [[Kramper]], [[Seizures]], [[Seizures now or today.]])

ValueSet: PsychAcuteRedFlags
Id: psychacute-red-flag
Title: "Somatiske røde flag"
Description: "Every sign."
* insert AlsoIn([[Somatic red flags]], [[Alle tegn.]])
* ^experimental = false
* include codes from system PsychAcuteRedFlag

CodeSystem: PsychAcuteAbilityToWait
Id: psychacute-ability-to-wait
Title: "Evne til at vente"
Description: "Whether the person can wait for help. The list is this guide's own."
* insert AlsoIn([[Ability to wait]], [[Om personen kan vente på hjælp. Listen er guidens egen.]])
* insert DanishCodes
* insert Code(alene, [[Kan vente alene]], [[Can wait alone]], [[The person can wait alone.]])
* insert Code(med-en-anden, [[Kan vente med en anden]], [[Can wait with somebody]], [[The person can wait when somebody stays.]])
* insert Code(kan-ikke-vente, [[Kan ikke vente]], [[Cannot wait]], [[Help has to come now.]])

ValueSet: PsychAcuteAbilitiesToWait
Id: psychacute-ability-to-wait
Title: "Evne til at vente"
Description: "Every answer."
* insert AlsoIn([[Ability to wait]], [[Alle svar.]])
* ^experimental = false
* include codes from system PsychAcuteAbilityToWait

ValueSet: PsychAcuteBvcItems
Id: psychacute-bvc-item
Title: "BVC, punkter"
Description: "The six items by number."
* insert AlsoIn([[BVC items]], [[De seks punkter ved nummer.]])
* ^experimental = false
* PsychAcuteObservationCode#bvc-item-1
* PsychAcuteObservationCode#bvc-item-2
* PsychAcuteObservationCode#bvc-item-3
* PsychAcuteObservationCode#bvc-item-4
* PsychAcuteObservationCode#bvc-item-5
* PsychAcuteObservationCode#bvc-item-6
