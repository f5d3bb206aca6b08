// The measures that $evaluate-measure computes. What begins in the period is counted; strata of fewer than 5 are masked (rules/bands.csv, small-cell).
// The FHIRPath says what is counted in the resources of the profiles; the sentence beside it says the rule whole.

// One indicator of a measure.
RuleSet: Indicate(code, description, da)
* group[+].code = PsychAcuteIndicator#{code}
* group[=].description = "{description}"
* group[=].description.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* group[=].description.extension.extension[0].url = "lang"
* group[=].description.extension.extension[0].valueCode = #da
* group[=].description.extension.extension[1].url = "content"
* group[=].description.extension.extension[1].valueString = "{da}"

// One count of the indicator.
RuleSet: Count(population, expression)
* group[=].population[+].code = $measure-population#{population}
* group[=].population[=].criteria.language = #text/fhirpath
* group[=].population[=].criteria.expression = "{expression}"

// What it is divided by: one property, or several at once.
RuleSet: Divide(code)
* group[=].stratifier[+].code = PsychAcuteStratifier#{code}
* group[=].stratifier[=].criteria.language = #text/plain
* group[=].stratifier[=].criteria.expression = "{code}"

RuleSet: DivideBy(code)
* group[=].stratifier[+].component[+].code = PsychAcuteStratifier#{code}
* group[=].stratifier[=].component[=].criteria.language = #text/plain
* group[=].stratifier[=].component[=].criteria.expression = "{code}"

RuleSet: AndBy(code)
* group[=].stratifier[=].component[+].code = PsychAcuteStratifier#{code}
* group[=].stratifier[=].component[=].criteria.language = #text/plain
* group[=].stratifier[=].component[=].criteria.expression = "{code}"

Instance: psychacute-calls
InstanceOf: PsychAcuteIndicatorMeasure
Usage: #definition
Title: "Opkald til akutpsykiatrien"
Description: "Calls in a period: how many, answered or not, waiting, handling and call time, urgency, outcome, call-back, advice (S1:5659-5669). A call belongs to the day on which it began."
* url = "https://fhirpsychacute.dk/ig/Measure/psychacute-calls"
* version = "0.1.0"
* name = "PsychAcuteCalls"
* title = "Opkald til akutpsykiatrien"
* status = #draft
* experimental = false
* date = "2026-11-01"
* description = "Calls in a period: how many, answered or not, waiting, handling and call time, urgency, outcome, call-back, advice (S1:5659-5669). A call belongs to the day on which it began."
* insert OperationAlsoIn([[Calls to acute psychiatry]], [[Opkald i en periode: hvor mange, besvaret eller ej, vente-, behandlings- og samtaletid, hastegrad, udfald, tilbagekald, sparring. Et opkald hører til den dag, det begyndte.]])
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Encounter
* insert Indicate(people, [[Calls without partOf: a transfer and a call-back belong to the first call.]], [[Opkald uden partOf: en omstilling og et tilbagekald hører til det første opkald.]])
* insert Count(initial-population, [[Encounter.where(partOf.empty())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Indicate(calls, [[Every leg of a call, transfers and call-backs included.]], [[Hvert led af et opkald, også omstillinger og tilbagekald.]])
* insert Count(initial-population, [[Encounter]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Divide(urgency)
* insert Divide(disposition)
* insert Indicate(answered, [[Calls that somebody took.]], [[Opkald, som nogen tog.]])
* insert Count(denominator, [[Encounter]])
* insert Count(numerator, [[Encounter.where(status != 'cancelled')]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Divide(urgency)
* insert Indicate(unanswered, [[Calls in which nobody spoke with the person, divided by why. They have no waiting time.]], [[Opkald, hvor ingen talte med personen, delt efter hvorfor. De har ingen ventetid.]])
* insert Count(denominator, [[Encounter]])
* insert Count(numerator, [[Encounter.where(status = 'cancelled')]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Divide(unanswered-reason)
* insert Indicate(transfers, [[Calls partOf another that are no call-back.]], [[Opkald med partOf, som ikke er tilbagekald.]])
* insert Count(initial-population, [[Encounter.where(partOf.exists())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Indicate(callback-made, [[Calls partOf another that keep a promise of a call-back.]], [[Opkald med partOf, som indfrier løftet om at ringe tilbage.]])
* insert Count(initial-population, [[Encounter.where(partOf.exists())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Indicate(waiting-median, [[Length of arrived in the status history of answered calls, in seconds; half wait no longer.]], [[Længden af arrived i statushistorikken for besvarede opkald, i sekunder; halvdelen venter ikke længere.]])
* insert Count(measure-population, [[Encounter.where(status != 'cancelled').statusHistory.where(status = 'arrived')]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Divide(urgency)
* insert Indicate(waiting-p90, [[As the median: nine of ten wait no longer (nearest rank).]], [[Som medianen: ni af ti venter ikke længere (nærmeste rang).]])
* insert Count(measure-population, [[Encounter.where(status != 'cancelled').statusHistory.where(status = 'arrived')]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Divide(urgency)
* insert Indicate(handling-median, [[From the first triaged or in-progress to the end of the call, so that work after the talk is part of it.]], [[Fra det første triaged eller in-progress til opkaldet er slut, så arbejdet efter samtalen er med.]])
* insert Count(measure-population, [[Encounter.where(statusHistory.where(status = 'triaged' or status = 'in-progress').exists() and period.end.exists())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Divide(urgency)
* insert Indicate(handling-p90, [[As the median.]], [[Som medianen.]])
* insert Count(measure-population, [[Encounter.where(statusHistory.where(status = 'triaged' or status = 'in-progress').exists() and period.end.exists())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Divide(urgency)
* insert Indicate(talk-median, [[Sum of in-progress in the status history.]], [[Summen af in-progress i statushistorikken.]])
* insert Count(measure-population, [[Encounter.statusHistory.where(status = 'in-progress')]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Indicate(talk-p90, [[As the median.]], [[Som medianen.]])
* insert Count(measure-population, [[Encounter.statusHistory.where(status = 'in-progress')]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Indicate(callback-offered, [[People who were offered to be called back; a person counts once, whatever number of legs says so.]], [[Personer, der blev tilbudt at blive ringet op; en person tæller én gang, uanset hvor mange led der siger det.]])
* insert Count(initial-population, [[Encounter.extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-callback').extension.where(url = 'offered' and value = true)]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Indicate(callback-wanted, [[Of those who were offered a call-back, those who wanted it.]], [[Af dem, der blev tilbudt et tilbagekald: dem, der ønskede det.]])
* insert Count(denominator, [[Encounter.extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-callback').extension.where(url = 'offered' and value = true)]])
* insert Count(numerator, [[Encounter.extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-callback').extension.where(url = 'wanted' and value = true)]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Indicate(callback-kept, [[Of those who wanted a call-back, those who were called.]], [[Af dem, der ønskede et tilbagekald: dem, der blev ringet op.]])
* insert Count(denominator, [[Encounter.extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-callback').extension.where(url = 'wanted' and value = true)]])
* insert Count(numerator, [[Encounter.extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-callback').extension.where(url = 'kept' and value = true)]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Indicate(apk-consulted, [[Answered calls in which the koordinator advised.]], [[Besvarede opkald, hvor den akut psykiatriske koordinator gav sparring.]])
* insert Count(denominator, [[Encounter.where(status != 'cancelled')]])
* insert Count(numerator, [[Encounter.where(participant.type.coding.where(code = 'apk-consult').exists())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)
* insert Divide(urgency)
* insert Indicate(record-opened, [[Answered calls in which the person's record was looked up.]], [[Besvarede opkald, hvor der blev slået op i personens journal.]])
* insert Count(denominator, [[Encounter.where(status != 'cancelled')]])
* insert Count(numerator, [[Encounter.where(extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-record-opened').value = true)]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(age)
* insert Divide(line)

Instance: psychacute-referrals
InstanceOf: PsychAcuteIndicatorMeasure
Usage: #definition
Title: "Henvisninger og ophold"
Description: "Referrals sent in a period and what became of them until now, and nights in akuttilbud that began in it."
* url = "https://fhirpsychacute.dk/ig/Measure/psychacute-referrals"
* version = "0.1.0"
* name = "PsychAcuteReferrals"
* title = "Henvisninger og ophold"
* status = #draft
* experimental = false
* date = "2026-11-01"
* description = "Referrals sent in a period and what became of them until now, and nights in akuttilbud that began in it."
* insert OperationAlsoIn([[Referrals and stays]], [[Henvisninger sendt i en periode, og hvad der er blevet af dem indtil nu, samt nætter i akuttilbud, der begyndte i den.]])
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Task
* insert Indicate(referrals-sent, [[Tasks written in the period, divided by what became of them.]], [[Opgaver skrevet i perioden, delt efter hvad der blev af dem.]])
* insert Count(initial-population, [[Task]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(urgency)
* insert Divide(task-state)
* insert Indicate(referrals-accepted, [[The receiver took it on, whatever came after: also no-shows and those handed back.]], [[Modtageren tog imod, uanset hvad der siden skete: også udeblevne og dem, der blev sendt tilbage.]])
* insert Count(denominator, [[Task]])
* insert Count(numerator, [[Task.where(businessStatus.coding.where(code = 'accepted' or code = 'booked' or code = 'arrived' or code = 'in-progress' or code = 'completed' or code = 'no-show' or code = 'returned').exists())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(urgency)
* insert Indicate(referrals-declined, [[The receiver did not take it on, divided by why.]], [[Modtageren tog ikke imod, delt efter hvorfor.]])
* insert Count(denominator, [[Task]])
* insert Count(numerator, [[Task.where(businessStatus.coding.where(code = 'declined').exists())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(task-reason)
* insert Indicate(referrals-arrived, [[The person came: arrived, in progress or completed.]], [[Personen kom: mødt, i gang eller afsluttet.]])
* insert Count(denominator, [[Task]])
* insert Count(numerator, [[Task.where(businessStatus.coding.where(code = 'arrived' or code = 'in-progress' or code = 'completed').exists())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(urgency)
* insert Indicate(referrals-no-show, [[The person did not come.]], [[Personen kom ikke.]])
* insert Count(denominator, [[Task]])
* insert Count(numerator, [[Task.where(businessStatus.coding.where(code = 'no-show').exists())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Divide(urgency)
* insert Indicate(referrals-returned, [[The receiver handed the person back.]], [[Modtageren sendte personen tilbage.]])
* insert Count(denominator, [[Task]])
* insert Count(numerator, [[Task.where(businessStatus.coding.where(code = 'returned').exists())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Indicate(referrals-cancelled, [[Cancelled by the citizen or the sender.]], [[Aflyst af borgeren eller afsenderen.]])
* insert Count(denominator, [[Task]])
* insert Count(numerator, [[Task.where(businessStatus.coding.where(code = 'cancelled-by-citizen' or code = 'cancelled-by-sender').exists())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Indicate(referrals-overdue, [[The time limit had passed when the report was made, and the person had neither come nor been answered no.]], [[Fristen var passeret, da rapporten blev lavet, og personen var hverken kommet eller afvist.]])
* insert Count(denominator, [[Task]])
* insert Count(numerator, [[Task.where(businessStatus.coding.where(code = 'sent' or code = 'received' or code = 'accepted' or code = 'booked').exists())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Indicate(stays, [[Nights in a row in an akuttilbud count as one stay.]], [[Nætter i træk i et akuttilbud tæller som ét ophold.]])
* insert Count(initial-population, [[Encounter.where(class.code = 'SS' and partOf.empty())]])
* insert Divide(region)
* insert Divide(municipality)
* insert Indicate(nights, [[Nights in an akuttilbud that began in the period; each is an Encounter.]], [[Nætter i et akuttilbud, der begyndte i perioden; hver er en Encounter.]])
* insert Count(initial-population, [[Encounter.where(class.code = 'SS')]])
* insert Divide(region)
* insert Divide(municipality)

Instance: psychacute-coercion
InstanceOf: PsychAcuteIndicatorMeasure
Usage: #definition
Title: "Tvang i psykiatrien"
Description: "Episodes of coercion that began in a period, and persons, per measure; the measure of the 2030 target per 100,000 citizens with baseline and target line; belts and holdings by length; voluntary belts apart."
* url = "https://fhirpsychacute.dk/ig/Measure/psychacute-coercion"
* version = "0.1.0"
* name = "PsychAcuteCoercion"
* title = "Tvang i psykiatrien"
* status = #draft
* experimental = false
* date = "2026-11-01"
* description = "Episodes of coercion that began in a period, and persons, per measure; the measure of the 2030 target per 100,000 citizens with baseline and target line; belts and holdings by length; voluntary belts apart."
* insert OperationAlsoIn([[Coercion in psychiatry]], [[Tvangsepisoder, der begyndte i en periode, og personer, pr. foranstaltning; måltallet for 2030 pr. 100.000 borgere med udgangspunkt og målsti; bælter og fastholdelser efter varighed; frivillige bælter for sig.]])
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Procedure
* insert Indicate(episodes, [[Episodes that are coercion and began in the period, divided by measure. Straps and gloves are part of a belt; a voluntary belt is no coercion.]], [[Episoder, der er tvang og begyndte i perioden, delt efter foranstaltning. Remme og handsker hører til et bælte; et frivilligt bælte er ikke tvang.]])
* insert Count(initial-population, [[Procedure.where(partOf.empty())]])
* insert Divide(region)
* insert Divide(age)
* insert Divide(municipality)
* insert Divide(measure)
* insert DivideBy(age)
* insert AndBy(measure)
* insert DivideBy(region)
* insert AndBy(measure)
* insert Divide(reason)
* insert Indicate(persons, [[Persons with at least one episode; a person with several measures is one in the whole and one of each measure.]], [[Personer med mindst én episode; en person med flere foranstaltninger er én i det hele og én for hver foranstaltning.]])
* insert Count(initial-population, [[Procedure.subject.distinct()]])
* insert Divide(region)
* insert Divide(age)
* insert Divide(municipality)
* insert Divide(measure)
* insert DivideBy(age)
* insert AndBy(measure)
* insert DivideBy(region)
* insert AndBy(measure)
* insert Indicate(target-episodes, [[Belt, holding and acute sedation together, per 100,000 citizens: the measure of the target for 2030 (S1:70-74).]], [[Bælte, fastholdelse og akut beroligende medicin tilsammen pr. 100.000 borgere: måltallet for 2030 (S1:70-74).]])
* insert Count(initial-population, [[Procedure.where(code.coding.where(code = 'baelte' or code = 'fastholdelse' or code = 'akut-beroligende-medicin').exists())]])
* insert Divide(region)
* insert Divide(age)
* insert Divide(municipality)
* insert Indicate(target-baseline, [[Mean of the yearly episodes per 100,000 citizens in the baseline years.]], [[Gennemsnit af de årlige episoder pr. 100.000 borgere i udgangsårene.]])
* insert Count(initial-population, [[Procedure]])
* insert Indicate(target-path, [[What the target asks of the year of the report: a straight line from the baseline to the reduction in 2030, per 100,000 citizens.]], [[Hvad målet kræver af rapportens år: en ret linje fra udgangspunktet til faldet i 2030, pr. 100.000 borgere.]])
* insert Count(initial-population, [[Procedure]])
* insert Indicate(belts, [[Episodes of tvangsfiksering with belt, divided by length and reason.]], [[Episoder med tvangsfiksering med bælte, delt efter længde og årsag.]])
* insert Count(initial-population, [[Procedure.where(code.coding.where(code = 'baelte').exists())]])
* insert Divide(region)
* insert Divide(age)
* insert Divide(reason)
* insert Divide(duration-band)
* insert DivideBy(age)
* insert AndBy(duration-band)
* insert Divide(short-long)
* insert DivideBy(age)
* insert AndBy(short-long)
* insert Indicate(belts-long, [[Belts over 4 hours.]], [[Bælter over 4 timer.]])
* insert Count(denominator, [[Procedure.where(code.coding.where(code = 'baelte').exists())]])
* insert Count(numerator, [[Procedure.where(code.coding.where(code = 'baelte').exists())]])
* insert Divide(region)
* insert Divide(age)
* insert Indicate(belts-over-24, [[Belts over 24 hours, those over 48 hours included.]], [[Bælter over 24 timer, også dem over 48 timer.]])
* insert Count(denominator, [[Procedure.where(code.coding.where(code = 'baelte').exists())]])
* insert Count(numerator, [[Procedure.where(code.coding.where(code = 'baelte').exists())]])
* insert Divide(region)
* insert Divide(age)
* insert Indicate(belts-over-48, [[Belts over 48 hours.]], [[Bælter over 48 timer.]])
* insert Count(denominator, [[Procedure.where(code.coding.where(code = 'baelte').exists())]])
* insert Count(numerator, [[Procedure.where(code.coding.where(code = 'baelte').exists())]])
* insert Divide(region)
* insert Divide(age)
* insert Indicate(belts-danger, [[Belts with the reason danger.]], [[Bælter på grund af farlighed.]])
* insert Count(denominator, [[Procedure.where(code.coding.where(code = 'baelte').exists())]])
* insert Count(numerator, [[Procedure.where(code.coding.where(code = 'baelte').exists()).where(reasonCode.coding.where(code = 'farlighed').exists())]])
* insert Divide(region)
* insert Divide(age)
* insert Divide(short-long)
* insert DivideBy(age)
* insert AndBy(short-long)
* insert Indicate(belts-feeding, [[Belts with the reason involuntary feeding.]], [[Bælter på grund af tvangsernæring.]])
* insert Count(denominator, [[Procedure.where(code.coding.where(code = 'baelte').exists())]])
* insert Count(numerator, [[Procedure.where(code.coding.where(code = 'baelte').exists()).where(reasonCode.coding.where(code = 'tvangsernaering').exists())]])
* insert Divide(region)
* insert Divide(age)
* insert Indicate(belts-somatic, [[Belts with the reason somatic treatment, counted apart.]], [[Bælter på grund af somatisk behandling, talt for sig.]])
* insert Count(denominator, [[Procedure.where(code.coding.where(code = 'baelte').exists())]])
* insert Count(numerator, [[Procedure.where(code.coding.where(code = 'baelte').exists()).where(reasonCode.coding.where(code = 'somatisk-behandling').exists())]])
* insert Divide(region)
* insert Divide(age)
* insert Indicate(belts-voluntary, [[At the patient's own request: counted by themselves and in no other group (S1:3017-3021).]], [[På patientens eget ønske: talt for sig og ikke med i nogen anden gruppe (S1:3017-3021).]])
* insert Count(initial-population, [[Procedure.where(code.coding.where(code = 'frivilligt-baelte').exists())]])
* insert Divide(region)
* insert Divide(age)
* insert Divide(short-long)
* insert DivideBy(age)
* insert AndBy(short-long)
* insert Indicate(holdings, [[Episodes of fastholdelse, divided by length.]], [[Episoder med fastholdelse, delt efter længde.]])
* insert Count(initial-population, [[Procedure.where(code.coding.where(code = 'fastholdelse').exists())]])
* insert Divide(region)
* insert Divide(age)
* insert Divide(duration-band)
* insert DivideBy(age)
* insert AndBy(duration-band)
* insert Indicate(holdings-long, [[Guidance says never (S1:2431-2435); it happens.]], [[Vejledningen siger aldrig (S1:2431-2435); det sker.]])
* insert Count(denominator, [[Procedure.where(code.coding.where(code = 'fastholdelse').exists())]])
* insert Count(numerator, [[Procedure.where(code.coding.where(code = 'fastholdelse').exists())]])
* insert Divide(region)
* insert Divide(age)

Instance: psychacute-experienced-quality
InstanceOf: PsychAcuteIndicatorMeasure
Usage: #definition
Title: "Oplevet kvalitet"
Description: "What people answered after a call or a stay (S1:5659-5669), anonymous answers included."
* url = "https://fhirpsychacute.dk/ig/Measure/psychacute-experienced-quality"
* version = "0.1.0"
* name = "PsychAcuteExperiencedQuality"
* title = "Oplevet kvalitet"
* status = #draft
* experimental = false
* date = "2026-11-01"
* description = "What people answered after a call or a stay (S1:5659-5669), anonymous answers included."
* insert OperationAlsoIn([[Experienced quality]], [[Hvad folk har svaret efter et opkald eller et ophold, også anonymt.]])
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#QuestionnaireResponse
* insert Indicate(responses, [[Completed answers to psychacute-experience in the period.]], [[Udfyldte svar på psychacute-experience i perioden.]])
* insert Count(initial-population, [[QuestionnaireResponse.where(status = 'completed')]])
* insert Divide(contact)
* insert Indicate(listened, [[Mean of the steps 1 (not at all) to 5 (to a very high degree).]], [[Gennemsnit af trinene 1 (slet ikke) til 5 (i meget høj grad).]])
* insert Count(measure-population, [[QuestionnaireResponse.item.where(linkId = 'lyttet').answer]])
* insert Divide(contact)
* insert Indicate(listened-high, [[Share of answers on the two highest steps.]], [[Andel af svarene på de to højeste trin.]])
* insert Count(denominator, [[QuestionnaireResponse.item.where(linkId = 'lyttet').answer]])
* insert Count(numerator, [[QuestionnaireResponse.item.where(linkId = 'lyttet').answer]])
* insert Divide(contact)
* insert Indicate(safe, [[Mean of the steps 1 (not at all) to 5 (to a very high degree).]], [[Gennemsnit af trinene 1 (slet ikke) til 5 (i meget høj grad).]])
* insert Count(measure-population, [[QuestionnaireResponse.item.where(linkId = 'tryg').answer]])
* insert Divide(contact)
* insert Indicate(safe-high, [[Share of answers on the two highest steps.]], [[Andel af svarene på de to højeste trin.]])
* insert Count(denominator, [[QuestionnaireResponse.item.where(linkId = 'tryg').answer]])
* insert Count(numerator, [[QuestionnaireResponse.item.where(linkId = 'tryg').answer]])
* insert Divide(contact)
* insert Indicate(helped, [[Mean of the steps 1 (not at all) to 5 (to a very high degree).]], [[Gennemsnit af trinene 1 (slet ikke) til 5 (i meget høj grad).]])
* insert Count(measure-population, [[QuestionnaireResponse.item.where(linkId = 'hjulpet').answer]])
* insert Divide(contact)
* insert Indicate(helped-high, [[Share of answers on the two highest steps.]], [[Andel af svarene på de to højeste trin.]])
* insert Count(denominator, [[QuestionnaireResponse.item.where(linkId = 'hjulpet').answer]])
* insert Count(numerator, [[QuestionnaireResponse.item.where(linkId = 'hjulpet').answer]])
* insert Divide(contact)
