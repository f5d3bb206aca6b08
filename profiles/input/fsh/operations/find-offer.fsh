Instance: psychacute-find-offer
InstanceOf: OperationDefinition
Usage: #definition
Title: "Find tilbud"
Description: "The offers that a citizen in an acute mental crisis can be directed to, best first."
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-find-offer"
* version = "0.1.0"
* name = "PsychAcuteFindOffer"
* title = "Find tilbud"
* insert OperationAlsoIn([[Find an offer]], [[De tilbud, som en borger i akut psykisk krise kan vises hen til, det bedste først.]])
* status = #draft
* kind = #operation
* date = "2026-11-22"
* description = "The offers that a citizen in an acute mental crisis can be directed to, best first. The answer is a Bundle of type searchset, in the manner of Patient/$match: the offers as they are registered, Bundle.entry.search.score between 0 and 1, and in Bundle.entry.search the extension psychacute-offer-fit: rank, whether it is open and until or from when, opening hours in words, telephone, room, why it fits, and what to look out for. The first entry may be an OperationOutcome (mode outcome): 112 first when life is at risk, how many offers each condition left out, and why nothing fits. Offers that are open come first, then those that do not tell their hours, then those that open within the time limit of the urgency; entries that nobody confirmed lately are flagged, never hidden. What is worth how much stands in the table offer-ranking, and of what use a type of offer is at an urgency in offer-suits; both are decisions of this guide until somebody decides better."
* code = #find-offer
* comment = "A region that has ended answers as the one that succeeded it. An offer without coverageArea is for the citizens of the municipality or region that provides it; one of civil society is for the whole country."
* resource = #HealthcareService
* affectsState = false
* system = false
* type = true
* instance = false
* insert In(municipality, 0, 1, string, [[Kommunekode of the citizen: four digits. The region follows from it.]])
* insert In(region, 0, 1, string, [[Regionskode of the citizen - ISO 3166-2 such as DK-82 - or the region's name where no code is known.]])
* insert In(age, 0, 1, string, [[Age in whole years, or a code of psychacute-age-group.]])
* insert In(urgency, 0, 1, code, [[A code of psychacute-urgency-level. Decides which types of offer are of use, and how soon a closed one must open to be listed.]])
* insert In(mode, 0, 1, code, [[A code of psychacute-contact-mode: how the offer shall be met.]])
* insert In(at, 0, 1, dateTime, [[The moment at which it shall be open, and by which stale entries are told. Default: now.]])
* insert In(overnight, 0, 1, boolean, [[Whether a free place for the night is wanted. Offers that told lately that they are full are left out.]])
* insert In(type, 0, *, code, [[Codes of psychacute-offer-type, repeated or separated by commas.]])
* insert In(language, 0, 1, code, [[Language that the citizen speaks, such as ar. Offers that speak it rank higher; others get a remark on interpreters.]])
* insert In(count, 0, 1, integer, [[Most offers in the answer, 1 to 200. Default 20. Bundle.total tells how many fit.]])
* parameter[+].name = #return
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].documentation = "A Bundle of type searchset."
* parameter[=].type = #Bundle
