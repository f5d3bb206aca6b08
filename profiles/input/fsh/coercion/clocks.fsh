// The clocks of rules/coercion.csv, by the same codes, so that a finding names the rule it comes from. A test holds the two together.
CodeSystem: PsychAcuteClock
Id: psychacute-clock
Title: "Frister"
Description: "Rules of rules/coercion.csv that a measure, a detention or a complaint can pass. What each asks, from when, and whether it is verified, stands there."
* insert AlsoIn([[Clocks]], [[Regler i rules/coercion.csv, som en foranstaltning, en frihedsberøvelse eller en klage kan overskride. Hvad hver af dem kræver, fra hvornår, og om den er bekræftet, står der.]])
* insert DanishCodes
* insert Code(exam-red, [[Røde papirer: undersøgelsen er højst 24 timer gammel]], [[Red papers: the examination is at most 24 hours old]], [[Red papers: the examination is at most 24 hours old. Kind: limit; current; source: pri.rn.dk on psykiatriloven §§ 6-9.]])
* insert Code(exam-yellow, [[Gule papirer: undersøgelsen er højst 7 dage gammel]], [[Yellow papers: the examination is at most 7 days old]], [[Yellow papers: the examination is at most 7 days old. Kind: limit; current; source: pri.rn.dk on psykiatriloven §§ 6-9.]])
* insert Code(detention-review-3, [[Efterprøvelse af frihedsberøvelsen, dag 3]], [[Review of the detention, day 3]], [[Review of the detention, day 3. Kind: review; current; source: psykiatriloven § 21; the days are not verified.]])
* insert Code(detention-review-10, [[Efterprøvelse af frihedsberøvelsen, dag 10]], [[Review of the detention, day 10]], [[Review of the detention, day 10. Kind: review; current; source: psykiatriloven § 21; the days are not verified.]])
* insert Code(detention-review-20, [[Efterprøvelse af frihedsberøvelsen, dag 20]], [[Review of the detention, day 20]], [[Review of the detention, day 20. Kind: review; current; source: psykiatriloven § 21; the days are not verified.]])
* insert Code(detention-review-30, [[Efterprøvelse af frihedsberøvelsen, dag 30]], [[Review of the detention, day 30]], [[Review of the detention, day 30. Kind: review; current; source: psykiatriloven § 21; the days are not verified.]])
* insert Code(detention-review-weeks, [[Efterprøvelse af frihedsberøvelsen, derefter mindst hver 4. uge]], [[Review of the detention, then at least every 4 weeks]], [[Review of the detention, then at least every 4 weeks. Kind: review; current; source: psykiatriloven § 21; krim.dk.]])
* insert Code(discharge-wish, [[Svar på ønske om udskrivning inden 24 timer]], [[Answer to a wish to be discharged within 24 hours]], [[Answer to a wish to be discharged within 24 hours. Kind: reply; current; source: psykiatriloven § 10, stk. 3.]])
* insert Code(fixation-review-first, [[Første lægelige vurdering af fikseringen senest efter 4 timer]], [[First medical review of the fixation after at most 4 hours]], [[First medical review of the fixation after at most 4 hours. Kind: review; current; source: høringsportalen 65461 (consultation of 2021); adoption not verified.]])
* insert Code(fixation-review-next, [[Næste lægelige vurdering af fikseringen højst 10 timer efter den forrige]], [[Next medical review of the fixation at most 10 hours after the last]], [[Next medical review of the fixation at most 10 hours after the last. Kind: review; current; source: høringsportalen 65461 (consultation of 2021); adoption not verified.]])
* insert Code(fixation-external-24, [[Vurdering ved læge udefra, når fikseringen har varet 24 timer]], [[Review by an external physician when the fixation has lasted 24 hours]], [[Review by an external physician when the fixation has lasted 24 hours. Kind: external-review; current; source: psykiatriloven § 21; not verified.]])
* insert Code(fixation-external-4, [[Vurdering ved læge udefra, dag 4]], [[Review by an external physician, day 4]], [[Review by an external physician, day 4. Kind: external-review; current; source: psykiatriloven § 21; not verified.]])
* insert Code(fixation-external-7, [[Vurdering ved læge udefra, dag 7]], [[Review by an external physician, day 7]], [[Review by an external physician, day 7. Kind: external-review; current; source: psykiatriloven § 21; not verified.]])
* insert Code(fixation-external-weekly, [[Vurdering ved læge udefra, derefter hver uge]], [[Review by an external physician, then weekly]], [[Review by an external physician, then weekly. Kind: external-review; current; source: psykiatriloven § 21; not verified.]])
* insert Code(fixation-review-three, [[Lægelig vurdering mindst 3 gange i døgnet, jævnt fordelt]], [[Medical review at least 3 times a day, evenly]], [[Medical review at least 3 times a day, evenly. Kind: review; alternative; source: psykiatriloven § 21; not verified: at least 3 times a day.]])
* insert Code(fixation-review-four, [[Lægelig vurdering mindst 4 gange i døgnet, jævnt fordelt]], [[Medical review at least 4 times a day, evenly]], [[Medical review at least 4 times a day, evenly. Kind: review; superseded; source: Outsideren on the rules of 2014: at least 4 times a day.]])
* insert Code(fixation-external-48, [[Vurdering ved læge udefra, når fikseringen har varet 48 timer]], [[Review by an external physician when the fixation has lasted 48 hours]], [[Review by an external physician when the fixation has lasted 48 hours. Kind: external-review; superseded; source: Outsideren on the rules of 2014.]])
* insert Code(fixation-hours, [[Bæltet har varet over 4 timer: der skal være en særlig grund]], [[The belt has lasted over 4 hours: there has to be a special reason]], [[The belt has lasted over 4 hours: there has to be a special reason. Kind: limit; current; source: psykiatriloven § 14, stk. 3: a few hours (S1:2956-2978); 4 hours is the band of S1:2961-2986.]])
* insert Code(fixation-24, [[Bæltet har varet over 24 timer]], [[The belt has lasted over 24 hours]], [[The belt has lasted over 24 hours. Kind: limit; current; source: S1:1852-1853: counted above 24 hours.]])
* insert Code(fixation-48, [[Bæltet har varet over 48 timer]], [[The belt has lasted over 48 hours]], [[The belt has lasted over 48 hours. Kind: limit; current; source: S1:2910-2913: counted above 48 hours.]])
* insert Code(fixation-not-detained, [[Patienten er ikke frihedsberøvet: journalen skal vise, at betingelserne i § 5 er vurderet]], [[The patient is not detained: the journal has to show that section 5 was assessed]], [[The patient is not detained: the journal has to show that section 5 was assessed. Kind: note; current; source: S1:3100-3106 (Patientklagenævnet, annual report 2014).]])
* insert Code(fixation-normal-4, [[Bælte normalt højst 4 timer]], [[Belt normally at most 4 hours]], [[Belt normally at most 4 hours. Kind: limit; proposal; source: S1:1465-1468.]])
* insert Code(ending-plan-belt, [[Plan for ophør af bælte snarest og inden 2 timer]], [[Plan for ending the belt soonest and within 2 hours]], [[Plan for ending the belt soonest and within 2 hours. Kind: plan; proposal; source: S1:3208-3212.]])
* insert Code(ending-plan-holding, [[Plan for ophør af fastholdelse inden 10-15 minutter]], [[Plan for ending the holding within 10 to 15 minutes]], [[Plan for ending the holding within 10 to 15 minutes. Kind: plan; proposal; source: S1:2513-2516: 10 to 15 minutes.]])
* insert Code(area-supervision, [[Arealbegrænsning: tilsyn mindst hver time]], [[Restriction to an area: supervision at least hourly]], [[Restriction to an area: supervision at least hourly. Kind: review; proposal; source: S1:2387-2423.]])
* insert Code(holding-30, [[Fastholdelsen har varet over 30 minutter]], [[The holding has lasted over 30 minutes]], [[The holding has lasted over 30 minutes. Kind: limit; current; source: S1:2431-2435; guidance of 2020. Warns, never refuses.]])
* insert Code(medication-reflection, [[Betænkningstid højst 3 dage]], [[Time for reflection at most 3 days]], [[Time for reflection at most 3 days. Kind: limit; current; source: S1:3265-3266: at most three days.]])
* insert Code(medication-offer, [[Dagligt tilbud og motivation journalføres]], [[Daily offer and motivation are journalled]], [[Daily offer and motivation are journalled. Kind: note; current; source: Ankenævnet (quoted): daily offer and motivation are journalled.]])
* insert Code(notification, [[Patienten underrettes mundtligt og skriftligt og får klagevejledning]], [[The patient is told orally and in writing, with guidance on how to complain]], [[The patient is told orally and in writing, with guidance on how to complain. Kind: notification; current; source: psykiatriloven § 31.]])
* insert Code(adviser-appointed, [[Patientrådgiver beskikkes]], [[An adviser is appointed]], [[An adviser is appointed. Kind: adviser; current; source: psykiatriloven § 24: for any coercive measure; the time limit and the exceptions that remain are not verified.]])
* insert Code(adviser-first-visit, [[Patientrådgiverens første besøg inden 24 timer efter beskikkelsen]], [[The adviser's first visit within 24 hours of the appointment]], [[The adviser's first visit within 24 hours of the appointment. Kind: adviser-visit; current; source: psykiatriloven § 26.]])
* insert Code(adviser-weekly, [[Patientrådgiveren besøger mindst hver uge]], [[The adviser visits at least weekly]], [[The adviser visits at least weekly. Kind: adviser-visit; current; source: psykiatriloven § 26.]])
* insert Code(after-talk, [[Eftersamtale tilbydes]], [[An after-talk is offered]], [[An after-talk is offered. Kind: after-talk; current; source: psykiatriloven § 4, stk. 5: after every measure; the deadline is not verified.]])
* insert Code(after-talk-custody, [[Eftersamtale tilbydes også forældremyndighedsindehaverne]], [[An after-talk is offered to the holders of custody too]], [[An after-talk is offered to the holders of custody too. Kind: after-talk; current; source: law L128 (2023-24): custody holders of children under 15 too.]])
* insert Code(medication-complaint-suspends, [[Klagen har opsættende virkning]], [[The complaint suspends the treatment]], [[The complaint suspends the treatment. Kind: effect; current; source: psykiatriloven § 32, stk. 3.]])
* insert Code(complaint-pkn-suspensive, [[Patientklagenævnet afgør inden 7 hverdage]], [[The board decides within 7 working days]], [[The board decides within 7 working days. Kind: complaint; current; source: psykiatriloven § 36, stk. 3; Ombudsmanden 2025.]])
* insert Code(complaint-pkn-walking, [[Patientklagenævnet afgør inden 2 uger]], [[The board decides within 2 weeks]], [[The board decides within 2 weeks. Kind: complaint; current; source: psykiatriloven § 36, stk. 3; Ombudsmanden 2025.]])
* insert Code(complaint-pkn, [[Patientklagenævnet afgør snarest, normalt inden 2 uger]], [[The board decides as soon as possible, normally within 2 weeks]], [[The board decides as soon as possible, normally within 2 weeks. Kind: complaint; current; source: psykiatriloven § 36, stk. 3; Ombudsmanden 2025: as soon as possible, normally 2 weeks.]])
* insert Code(complaint-court, [[Afgørelsen kan indbringes for byretten inden 4 uger]], [[The decision can be brought before the court within 4 weeks]], [[The decision can be brought before the court within 4 weeks. Kind: appeal; current; source: Statsforvaltningen 2017; Styrelsen for Patientklager. L128 changed § 37: not verified.]])
* insert Code(complaint-ankenaevn, [[Afgørelsen kan indbringes for Ankenævnet inden 3 måneder]], [[The decision can be brought before the board of appeal within 3 months]], [[The decision can be brought before the board of appeal within 3 months. Kind: appeal; current; source: Statsforvaltningen 2017; Styrelsen for Patientklager.]])
* insert Code(overnight-nights, [[Højst 3 sammenhængende nætter i et akuttilbud]], [[At most 3 consecutive nights in an akuttilbud]], [[A rule of rules/referral.csv.]])
* insert Code(no-show-alert, [[Ikke kommet efter akut henvisning]], [[No arrival after an acute referral]], [[A rule of rules/referral.csv.]])
* insert Code(no-show-unclear, [[Ikke kommet efter henvisning med uafklaret hastegrad]], [[No arrival after a referral of unclear urgency]], [[A rule of rules/referral.csv.]])
* insert Code(no-show-subacute, [[Ikke kommet efter subakut henvisning]], [[No arrival after a subacute referral]], [[A rule of rules/referral.csv.]])
* insert Code(overdue-alert, [[Fristen er overskredet uden svar]], [[Time limit passed without an answer]], [[A rule of rules/referral.csv.]])

// How a clock stands in the answers of $coercion-status and $coercion-overview.
CodeSystem: PsychAcuteClockState
Id: psychacute-clock-state
Title: "Fristens tilstand"
Description: "How a clock of a measure stands."
* insert AlsoIn([[State of a clock]], [[Hvordan en frist for en foranstaltning står.]])
* insert DanishCodes
* insert Code(waiting, [[Ikke begyndt]], [[Not begun]], [[What starts the clock has not happened.]])
* insert Code(running, [[Løber]], [[Running]], [[It is not due yet.]])
* insert Code(outstanding, [[Mangler, uden frist]], [[Outstanding]], [[To be done; no source names a time limit.]])
* insert Code(met, [[Opfyldt]], [[Met]], [[Done in time, or done where no time limit is named.]])
* insert Code(met-late, [[Opfyldt for sent]], [[Met late]], [[Done too late.]])
* insert Code(overdue, [[Over tiden]], [[Overdue]], [[Too late and not recorded: somebody has to act.]])
* insert Code(missed, [[Ikke sket]], [[Missed]], [[Not recorded while it could be done.]])
* insert Code(passed, [[Passeret]], [[Passed]], [[A limit that was passed.]])
* insert Code(kept, [[Overholdt]], [[Kept]], [[A limit that was not passed and no longer can be.]])
* insert Code(not-needed, [[Ikke aktuel]], [[Not needed]], [[The measure or the stay was over before it was due.]])
* insert Code(lapsed, [[Udløbet]], [[Lapsed]], [[The time limit for the patient's own step is over.]])
* insert Code(not-applicable, [[Gælder ikke]], [[Does not apply]], [[The rule does not apply; the text says why.]])
* insert Code(undecided, [[Kan ikke afgøres]], [[Cannot be told]], [[A fact is missing; the text says which.]])

ValueSet: PsychAcuteClockStates
Id: psychacute-clock-state
Title: "Fristers tilstande"
Description: "Every state."
* insert AlsoIn([[States of clocks]], [[Alle tilstande.]])
* ^experimental = false
* include codes from system PsychAcuteClockState

ValueSet: PsychAcuteClocks
Id: psychacute-clock
Title: "Frister"
Description: "Every clock."
* insert AlsoIn([[Clocks]], [[Alle frister.]])
* ^experimental = false
* include codes from system PsychAcuteClock

Invariant: psychacute-clock-1
Description: "A finding says which measure or referral it concerns"
Severity: #error
Expression: "implicated.exists()"
* insert Because([[Et fund siger, hvilken foranstaltning eller henvisning det gælder]], [[Psykiatriloven § 21: a clock runs for one measure.]])

Invariant: psychacute-clock-2
Description: "A finding that is settled says what was done"
Severity: #error
Expression: "status = 'final' implies mitigation.exists()"
* insert Because([[Et fund, der er afsluttet, siger, hvad der blev gjort]], [[Decision of this guide: a passed clock is stored only when somebody has to act, and closed when they have.]])

Profile: PsychAcuteClockFinding
Parent: DetectedIssue
Id: psychacute-clock-finding
Title: "Frist passeret"
Description: "A clock that ran out or is about to, stored because somebody has to act; all other clocks are computed."
* insert AlsoIn([[Clock passed]], [[En frist, der er passeret eller er ved at blive det, gemt, fordi nogen skal handle; alle andre frister beregnes.]])
* obeys psychacute-clock-1 and psychacute-clock-2
* status MS
* code 1..1 MS
* code from PsychAcuteClocks (required)
* severity 1..1 MS
* severity ^short = "high: a rule of law was passed; moderate: it warns; low: it informs"
* patient 1..1 MS
* patient only Reference(PsychAcutePatient)
* identified[x] 1..1 MS
* identified[x] only dateTime
* identified[x] ^short = "When it was due"
* implicated 1..* MS
* detail MS
* mitigation MS
