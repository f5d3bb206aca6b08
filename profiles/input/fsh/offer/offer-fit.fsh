// What the answer of $find-offer says of one offer, beside the offer itself.

CodeSystem: PsychAcuteOfferRemark
Id: psychacute-offer-remark
Title: "Begrundelse eller bemærkning til et tilbud"
Description: "Why an offer fits what was asked, and what one should know before directing somebody to it."
* insert AlsoIn([[Reason or remark on an offer]], [[Hvorfor et tilbud passer til det, der blev spurgt om, og hvad man skal vide, før man viser nogen derhen.]])
* insert DanishCodes
* insert Code(suits-first, [[Førstevalg ved hastegraden]], [[First choice at that urgency]], [[By the table offer-suits.]])
* insert Code(suits-possible, [[Kan bruges ved hastegraden]], [[Possible at that urgency]], [[By the table offer-suits.]])
* insert Code(suits-last, [[Sidste udvej ved hastegraden]], [[Last resort at that urgency]], [[By the table offer-suits.]])
* insert Code(open-until, [[Åbent]], [[Open]], [[Open at the time asked for, with a time of closing.]])
* insert Code(open-always, [[Åbent hele døgnet]], [[Open day and night]], [[Open, and no closing is near.]])
* insert Code(opens-later, [[Åbner senere]], [[Opens later]], [[Closed, but opens within the time limit of the urgency.]])
* insert Code(area-municipality, [[For borgere i kommunen]], [[For citizens of the municipality]], [[The citizen's own municipality.]])
* insert Code(area-region, [[For alle i regionen]], [[For everybody in the region]], [[The citizen's region on that day.]])
* insert Code(area-country, [[For hele landet]], [[For the whole country]], [[Nobody is turned away for where they live.]])
* insert Code(for-age, [[For aldersgruppen]], [[For the age group]], [[The entry names the age group asked for.]])
* insert Code(place-free, [[Ledig plads]], [[Free place]], [[At least one place was free, told recently.]])
* insert Code(overnight, [[Overnatning mulig]], [[Beds for the night]], [[One can stay the night.]])
* insert Code(speaks, [[Taler sproget]], [[Speaks the language]], [[The language asked for is among those of the entry.]])
* insert Code(self-referral, [[Kræver ingen henvisning]], [[No referral needed]], [[One may come without a referral.]])
* insert Code(hours-not-told, [[Åbningstiden er ikke oplyst]], [[Opening hours are not told]], [[Call first.]])
* insert Code(closed-because, [[Lukket ekstraordinært]], [[Closed by exception]], [[A closure that the entry gives a reason for.]])
* insert Code(closes-soon, [[Lukker snart]], [[Closes soon]], [[Closes within the time of the rule offer-closes-soon.]])
* insert Code(hours-in-words, [[Om åbningstiden]], [[About the opening hours]], [[What the entry says of its hours in words.]])
* insert Code(holiday, [[Helligdag]], [[Public holiday]], [[The day is a public holiday, and the entry does not say that it is open then.]])
* insert Code(no-telephone, [[Intet telefonnummer]], [[No telephone number]], [[The entry has no number to call.]])
* insert Code(place-full, [[Ingen ledig plads]], [[No free place]], [[No place was free, told recently.]])
* insert Code(capacity-old, [[Antal ledige pladser er gammelt]], [[Count of free places is old]], [[Older than the rule capacity-old allows: call first.]])
* insert Code(capacity-not-told, [[Plads ikke oplyst]], [[Room not told]], [[The entry does not say whether there is room: call first.]])
* insert Code(area-not-told, [[Område ikke oplyst]], [[Area not told]], [[The entry does not say for whose citizens it is.]])
* insert Code(area-only, [[Kun for en kommune]], [[Only for a municipality]], [[For citizens of one or some municipalities of the region.]])
* insert Code(age-not-told, [[Aldersgruppe ikke oplyst]], [[Age group not told]], [[The entry names no age group.]])
* insert Code(eligibility-in-words, [[For hvem]], [[For whom]], [[What the entry says in words of whom it is for.]])
* insert Code(needs-referral, [[Kræver henvisning]], [[Needs a referral]], [[The entry names ways of referral and does not say that one may come without.]])
* insert Code(needs-appointment, [[Kræver tidsbestilling]], [[Needs an appointment]], [[appointmentRequired is true.]])
* insert Code(interpreter, [[Tolk kan være nødvendig]], [[An interpreter may be needed]], [[The language asked for is not among those of the entry.]])
* insert Code(stale, [[Ikke bekræftet for nylig]], [[Not confirmed recently]], [[Confirmed longer ago than the rule offer-stale allows.]])
* insert Code(never-confirmed, [[Aldrig bekræftet]], [[Never confirmed]], [[The entry does not say that anybody ever confirmed it.]])

ValueSet: PsychAcuteOfferRemarks
Id: psychacute-offer-remark
Title: "Begrundelser og bemærkninger til tilbud"
Description: "Every reason and remark."
* insert AlsoIn([[Reasons and remarks on offers]], [[Alle begrundelser og bemærkninger.]])
* ^experimental = false
* include codes from system PsychAcuteOfferRemark

CodeSystem: PsychAcuteOfferAvailability
Id: psychacute-offer-availability
Title: "Om tilbuddet har åbent"
Description: "Whether an offer is open at the time asked for."
* insert AlsoIn([[Whether the offer is open]], [[Om et tilbud har åbent på det tidspunkt, der spørges om.]])
* insert DanishCodes
* insert Code(open, [[Åbent]], [[Open]], [[Somebody can be met there.]])
* insert Code(not-told, [[Ikke oplyst]], [[Not told]], [[The entry tells no opening hours.]])
* insert Code(opens-later, [[Åbner senere]], [[Opens later]], [[Closed, but opens within the time limit of the urgency.]])

ValueSet: PsychAcuteOfferAvailabilities
Id: psychacute-offer-availability
Title: "Om tilbud har åbent"
Description: "Every state."
* insert AlsoIn([[Whether offers are open]], [[Alle tilstande.]])
* ^experimental = false
* include codes from system PsychAcuteOfferAvailability

CodeSystem: PsychAcuteOfferNearness
Id: psychacute-offer-nearness
Title: "Hvis borgere tilbuddet er for"
Description: "How near an offer stands to the citizen that was asked for."
* insert AlsoIn([[Whose citizens the offer is for]], [[Hvor nær et tilbud er på den borger, der blev spurgt for.]])
* insert DanishCodes
* insert Code(municipality, [[Borgerens kommune]], [[The citizen's municipality]], [[For citizens of the municipality asked for.]])
* insert Code(region, [[Borgerens region]], [[The citizen's region]], [[For everybody in the region on that day.]])
* insert Code(part-of-region, [[En del af regionen]], [[A part of the region]], [[For some municipalities of the region asked for.]])
* insert Code(country, [[Hele landet]], [[The whole country]], [[For everybody.]])
* insert Code(not-told, [[Ikke oplyst]], [[Not told]], [[The entry does not say.]])

ValueSet: PsychAcuteOfferNearnesses
Id: psychacute-offer-nearness
Title: "Hvis borgere tilbud er for"
Description: "Every degree."
* insert AlsoIn([[Whose citizens offers are for]], [[Alle grader af nærhed.]])
* ^experimental = false
* include codes from system PsychAcuteOfferNearness

Extension: PsychAcuteOfferFit
Id: psychacute-offer-fit
Title: "Hvorfor tilbuddet passer"
Description: "Why an offer stands where it stands in the answer of $find-offer, and what the reader should see at a glance. Texts are in the reader's language."
Context: Bundle.entry.search
* insert AlsoIn([[Why the offer fits]], [[Hvorfor et tilbud står, hvor det står i svaret fra $find-offer, og hvad læseren skal se med det samme. Tekster er på læserens sprog.]])
* extension contains
    rank 1..1 and availability 1..1 and closes 0..1 and opens 0..1 and hours 0..1 and telephone 0..1 and area 1..1 and
    places 0..1 and free 0..1 and asOf 0..1 and confirmed 0..1 and reason 0..* and remark 0..*
* extension[rank].value[x] only positiveInt
* extension[rank] ^short = "1 is the best"
* extension[availability].value[x] only code
* extension[availability].valueCode from PsychAcuteOfferAvailabilities (required)
* extension[closes].value[x] only dateTime
* extension[closes] ^short = "When it closes, if it is open and closes within eight days"
* extension[opens].value[x] only dateTime
* extension[opens] ^short = "When it opens, if it is closed"
* extension[hours].value[x] only string
* extension[hours] ^short = "Weekly opening hours in words"
* extension[telephone].value[x] only string
* extension[telephone] ^short = "The number to call first"
* extension[area].value[x] only code
* extension[area].valueCode from PsychAcuteOfferNearnesses (required)
* extension[places].value[x] only unsignedInt
* extension[free].value[x] only unsignedInt
* extension[asOf].value[x] only dateTime
* extension[confirmed].value[x] only dateTime
* extension[confirmed] ^short = "When somebody last confirmed the entry"
* extension[reason].value[x] only CodeableConcept
* extension[reason].valueCodeableConcept from PsychAcuteOfferRemarks (required)
* extension[reason] ^short = "Why it fits"
* extension[remark].value[x] only CodeableConcept
* extension[remark].valueCodeableConcept from PsychAcuteOfferRemarks (required)
* extension[remark] ^short = "What to know before directing somebody there"
