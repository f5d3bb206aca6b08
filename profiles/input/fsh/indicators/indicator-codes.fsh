// What indicators are called, what they are divided by, and the strata that have no code of their own elsewhere.
CodeSystem: PsychAcuteIndicator
Id: psychacute-indicator
Title: "Indikatorer"
Description: "One figure of an indicator report. What is counted stands in the definition; the period, the organisation and the strata are the report's."
* insert AlsoIn([[Indicators]], [[Ét tal i en indikatorrapport. Hvad der tælles, står i definitionen; periode, organisation og lag er rapportens.]])
* insert DanishCodes
* insert Code(people, [[Personer, der ringede]], [[People who called]], [[Calls without partOf: a transfer and a call-back belong to the first call.]])
* insert Code(calls, [[Opkald]], [[Calls]], [[Every leg of a call, transfers and call-backs included.]])
* insert Code(answered, [[Besvarede opkald]], [[Answered calls]], [[Calls that somebody took.]])
* insert Code(unanswered, [[Ubesvarede opkald]], [[Unanswered calls]], [[Calls in which nobody spoke with the person, divided by why. They have no waiting time.]])
* insert Code(transfers, [[Omstillinger]], [[Transfers]], [[Calls partOf another that are no call-back.]])
* insert Code(callback-made, [[Tilbagekald foretaget]], [[Call-backs made]], [[Calls partOf another that keep a promise of a call-back.]])
* insert Code(waiting-median, [[Ventetid, median]], [[Waiting time, median]], [[Length of arrived in the status history of answered calls, in seconds; half wait no longer.]])
* insert Code(waiting-p90, [[Ventetid, 90-percentil]], [[Waiting time, 90th percentile]], [[As the median: nine of ten wait no longer (nearest rank).]])
* insert Code(handling-median, [[Behandlingstid, median]], [[Handling time, median]], [[From the first triaged or in-progress to the end of the call, so that work after the talk is part of it.]])
* insert Code(handling-p90, [[Behandlingstid, 90-percentil]], [[Handling time, 90th percentile]], [[As the median.]])
* insert Code(talk-median, [[Samtaletid, median]], [[Call duration, median]], [[Sum of in-progress in the status history.]])
* insert Code(talk-p90, [[Samtaletid, 90-percentil]], [[Call duration, 90th percentile]], [[As the median.]])
* insert Code(callback-offered, [[Tilbagekald tilbudt]], [[Call-back offered]], [[People who were offered to be called back; a person counts once, whatever number of legs says so.]])
* insert Code(callback-wanted, [[Tilbagekald ønsket]], [[Call-back wanted]], [[Of those who were offered a call-back, those who wanted it.]])
* insert Code(callback-kept, [[Tilbagekald holdt]], [[Call-back kept]], [[Of those who wanted a call-back, those who were called.]])
* insert Code(apk-consulted, [[Akut psykiatrisk koordinator spurgt]], [[Acute psychiatric coordinator consulted]], [[Answered calls in which the koordinator advised.]])
* insert Code(record-opened, [[Journal (EPJ) slået op]], [[Record looked up]], [[Answered calls in which the person's record was looked up.]])
* insert Code(referrals-sent, [[Henvisninger sendt]], [[Referrals sent]], [[Tasks written in the period, divided by what became of them.]])
* insert Code(referrals-accepted, [[Henvisninger accepteret]], [[Referrals accepted]], [[The receiver took it on, whatever came after: also no-shows and those handed back.]])
* insert Code(referrals-declined, [[Henvisninger afvist]], [[Referrals declined]], [[The receiver did not take it on, divided by why.]])
* insert Code(referrals-arrived, [[Ankommet]], [[Arrived]], [[The person came: arrived, in progress or completed.]])
* insert Code(referrals-no-show, [[Ikke kommet]], [[Did not arrive]], [[The person did not come.]])
* insert Code(referrals-returned, [[Returneret til regionen]], [[Returned to the region]], [[The receiver handed the person back.]])
* insert Code(referrals-cancelled, [[Aflyst]], [[Cancelled]], [[Cancelled by the citizen or the sender.]])
* insert Code(referrals-overdue, [[Frist overskredet]], [[Overdue]], [[The time limit had passed when the report was made, and the person had neither come nor been answered no.]])
* insert Code(stays, [[Ophold]], [[Stays]], [[Nights in a row in an akuttilbud count as one stay.]])
* insert Code(nights, [[Nætter]], [[Nights]], [[Nights in an akuttilbud that began in the period; each is an Encounter.]])
* insert Code(episodes, [[Tvangsepisoder]], [[Coercion episodes]], [[Episodes that are coercion and began in the period, divided by measure. Straps and gloves are part of a belt; a voluntary belt is no coercion.]])
* insert Code(persons, [[Personer udsat for tvang]], [[Persons subjected to coercion]], [[Persons with at least one episode; a person with several measures is one in the whole and one of each measure.]])
* insert Code(target-episodes, [[Episoder i måltallet]], [[Target episodes]], [[Belt, holding and acute sedation together, per 100,000 citizens: the measure of the target for 2030 (S1:70-74).]])
* insert Code(target-baseline, [[Måltallets udgangspunkt]], [[Baseline of the target]], [[Mean of the yearly episodes per 100,000 citizens in the baseline years.]])
* insert Code(target-path, [[Målstien]], [[Target line]], [[What the target asks of the year of the report: a straight line from the baseline to the reduction in 2030, per 100,000 citizens.]])
* insert Code(belts, [[Bælter]], [[Belts]], [[Episodes of tvangsfiksering with belt, divided by length and reason.]])
* insert Code(belts-long, [[Lange bælter]], [[Long belts]], [[Belts over 4 hours.]])
* insert Code(belts-over-24, [[Bælter over 24 timer]], [[Belts over 24 hours]], [[Belts over 24 hours, those over 48 hours included.]])
* insert Code(belts-over-48, [[Bælter over 48 timer]], [[Belts over 48 hours]], [[Belts over 48 hours.]])
* insert Code(belts-danger, [[Bælter på grund af farlighed]], [[Belts because of danger]], [[Belts with the reason danger.]])
* insert Code(belts-feeding, [[Bælter for at gennemføre tvangsernæring]], [[Belts for feeding]], [[Belts with the reason involuntary feeding.]])
* insert Code(belts-somatic, [[Bælter for at gennemføre somatisk behandling]], [[Belts for somatic treatment]], [[Belts with the reason somatic treatment, counted apart.]])
* insert Code(belts-voluntary, [[Frivillige bælter]], [[Voluntary belts]], [[At the patient's own request: counted by themselves and in no other group (S1:3017-3021).]])
* insert Code(holdings, [[Fastholdelser]], [[Holdings]], [[Episodes of fastholdelse, divided by length.]])
* insert Code(holdings-long, [[Fastholdelser over 30 minutter]], [[Holdings over 30 minutes]], [[Guidance says never (S1:2431-2435); it happens.]])
* insert Code(responses, [[Svar]], [[Answers]], [[Completed answers to psychacute-experience in the period.]])
* insert Code(listened, [[Blev der lyttet, gennemsnit]], [[Listened to, mean]], [[Mean of the steps 1 (not at all) to 5 (to a very high degree).]])
* insert Code(listened-high, [[Blev der lyttet: i høj eller meget høj grad]], [[Listened to: to a high or very high degree]], [[Share of answers on the two highest steps.]])
* insert Code(safe, [[Følte sig tryg, gennemsnit]], [[Felt safe, mean]], [[Mean of the steps 1 (not at all) to 5 (to a very high degree).]])
* insert Code(safe-high, [[Følte sig tryg: i høj eller meget høj grad]], [[Felt safe: to a high or very high degree]], [[Share of answers on the two highest steps.]])
* insert Code(helped, [[Hjalp det, gennemsnit]], [[Did it help, mean]], [[Mean of the steps 1 (not at all) to 5 (to a very high degree).]])
* insert Code(helped-high, [[Hjalp det: i høj eller meget høj grad]], [[Did it help: to a high or very high degree]], [[Share of answers on the two highest steps.]])

ValueSet: PsychAcuteIndicators
Id: psychacute-indicator
Title: "Indikatorer"
Description: "Every indicator."
* insert AlsoIn([[Indicators]], [[Alle indikatorer.]])
* ^experimental = false
* include codes from system PsychAcuteIndicator

CodeSystem: PsychAcuteStratifier
Id: psychacute-stratifier
Title: "Opdelinger"
Description: "What the figures of an indicator report are divided by."
* insert AlsoIn([[Ways to divide]], [[Hvad tallene i en indikatorrapport er opdelt efter.]])
* insert DanishCodes
* insert Code(region, [[Region]], [[Region]], [[The region that was responsible on the day: Region Østdanmark from 1 January 2027.]])
* insert Code(municipality, [[Kommune]], [[Municipality]], [[The municipality where the person lives; where that is not known, the one whose line was called.]])
* insert Code(age, [[Alder]], [[Age]], [[Under 18, or 18 and above, on the day.]])
* insert Code(line, [[Linje]], [[Line]], [[The line that was called.]])
* insert Code(urgency, [[Hastegrad]], [[Urgency]], [[The last judgement of the call's urgency.]])
* insert Code(disposition, [[Udfald]], [[Outcome]], [[Where the call led; a call that led to several places counts in each.]])
* insert Code(unanswered-reason, [[Hvorfor ikke besvaret]], [[Why unanswered]], [[Why nobody spoke with the person who called.]])
* insert Code(task-state, [[Tilstand]], [[State]], [[Where the referral stands.]])
* insert Code(task-reason, [[Begrundelse]], [[Reason of the referral's state]], [[Why it was declined.]])
* insert Code(measure, [[Foranstaltning]], [[Measure]], [[The measure under psykiatriloven.]])
* insert Code(reason, [[Begrundelse for tvang]], [[Reason of coercion]], [[The reason of the measure.]])
* insert Code(duration-band, [[Varighed]], [[Duration]], [[Bands of rules/bands.csv.]])
* insert Code(short-long, [[Kort eller lang]], [[Short or long]], [[Belts to and over 4 hours.]])
* insert Code(contact, [[Kontakt]], [[Contact]], [[Whether the answer is about a call, a stay or an admission.]])

ValueSet: PsychAcuteStratifiers
Id: psychacute-stratifier
Title: "Opdelinger"
Description: "Every way to divide."
* insert AlsoIn([[Ways to divide]], [[Alle opdelinger.]])
* ^experimental = false
* include codes from system PsychAcuteStratifier

CodeSystem: PsychAcuteStratum
Id: psychacute-stratum
Title: "Lag"
Description: "Strata that have no code elsewhere: age groups (as in rules/population.csv), bands of length (rules/bands.csv), and what is not known."
* insert AlsoIn([[Strata]], [[Lag, som ikke har en kode andre steder: aldersgrupper (som i rules/population.csv), varigheder (rules/bands.csv), og det, der ikke vides.]])
* insert DanishCodes
* insert Code(unknown, [[Uoplyst]], [[Not known]], [[The value is not recorded.]])
* insert Code(under-18, [[Under 18 år]], [[Under 18]], [[Children and young people.]])
* insert Code(adult, [[18 år og derover]], [[18 and above]], [[Adults.]])
* insert Code(lt2, [[Under 2 minutter]], [[Under 2 minutes]], [[A holding.]])
* insert Code(2-30, [[2-30 minutter]], [[2 to 30 minutes]], [[A holding; exactly 2 and exactly 30 minutes belong here.]])
* insert Code(gt30, [[Over 30 minutter]], [[Over 30 minutes]], [[A holding.]])
* insert Code(lt1, [[Under 1 time]], [[Under 1 hour]], [[A belt.]])
* insert Code(1-4, [[1-4 timer]], [[1 to 4 hours]], [[A belt; exactly 1 and exactly 4 hours belong here.]])
* insert Code(4-24, [[Over 4 til 24 timer]], [[Over 4 to 24 hours]], [[A belt.]])
* insert Code(24-48, [[Over 24 til 48 timer]], [[Over 24 to 48 hours]], [[A belt.]])
* insert Code(gt48, [[Over 48 timer]], [[Over 48 hours]], [[A belt.]])
* insert Code(short, [[Kort: til og med 4 timer]], [[Short: up to 4 hours]], [[A belt.]])
* insert Code(long, [[Lang: over 4 timer]], [[Long: over 4 hours]], [[A belt.]])
* insert Code(open, [[Ikke afsluttet]], [[Not ended]], [[It was going on when the report was made, so its length is not known.]])
* insert Code(call, [[Et opkald]], [[A call]], [[The answer is about a call.]])
* insert Code(stay, [[Et ophold eller en samtale i et tilbud]], [[A stay or a talk in an offer]], [[The answer is about a stay.]])
* insert Code(admission, [[En indlæggelse]], [[An admission]], [[The answer is about an admission.]])

ValueSet: PsychAcuteStrata
Id: psychacute-stratum
Title: "Lag"
Description: "Every stratum."
* insert AlsoIn([[Strata]], [[Alle lag.]])
* ^experimental = false
* include codes from system PsychAcuteStratum
