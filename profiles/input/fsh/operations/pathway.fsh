// Patient/[id]/$pathway. Out: one Parameters resource whose parts a reader can go through without following a reference.

RuleSet: PathwayNumbers
* insert Part(contacts, 1, 1, integer, [[Calls, admissions, stays, visits, other contacts; the adviser's visits are none]])
* insert Part(calls, 1, 1, integer, [[Calls, each leg by itself]])
* insert Part(calls-unanswered, 1, 1, integer, [[Calls that nobody answered]])
* insert Part(calls-led-nowhere, 1, 1, integer, [[Calls of which nothing came]])
* insert Part(referrals, 1, 1, integer, [[Referrals]])
* insert Part(referrals-declined, 1, 1, integer, [[Referrals that were declined]])
* insert Part(referrals-lost, 1, 1, integer, [[Referrals without an answer in time, overdue, or whose person did not come]])
* insert Part(nights, 1, 1, integer, [[Nights that rest on referrals]])
* insert Part(detentions, 1, 1, integer, [[Detentions]])
* insert Part(measures, 1, 1, integer, [[Coercive measures that are no detention]])
* insert Part(days-from-call-to-detention, 0, 1, integer, [[Whole days from the first call to the first detention after it]])

Instance: psychacute-pathway
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-pathway"
* version = "0.1.0"
* name = "PsychAcutePathway"
* title = "Forløb"
* title.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* title.extension.extension[0].url = "lang"
* title.extension.extension[0].valueCode = #en
* title.extension.extension[1].url = "content"
* title.extension.extension[1].valueString = "Pathway"
* status = #draft
* kind = #operation
* description = "A person's way through acute psychiatry in order of time, across sectors: calls, assessments, referrals with what became of them, stays, admissions, coercion, plans and messages. For each detention, what came before it. Records that are linked with the person's are followed; what was entered in error is left out; a protected address is never told. Of the person's observations and service requests only those of acute psychiatry are steps."
* description.extension.url = "http://hl7.org/fhir/StructureDefinition/translation"
* description.extension.extension[0].url = "lang"
* description.extension.extension[0].valueCode = #da
* description.extension.extension[1].url = "content"
* description.extension.extension[1].valueString = "En persons vej gennem akutpsykiatrien i tidsrækkefølge på tværs af sektorer: opkald, vurderinger, henvisninger og hvad der blev af dem, ophold, indlæggelser, tvang, planer og beskeder. For hver frihedsberøvelse: hvad der gik forud. Journaler, der er knyttet til personens, følges; det fejlregistrerede udelades; en beskyttet adresse vises aldrig. Af personens observationer og rekvisitioner er kun akutpsykiatriens trin."
* affectsState = false
* code = #pathway
* resource = #Patient
* system = false
* type = false
* instance = true
* insert In(from, 0, 1, dateTime, [[Steps that ended before are left out]])
* insert In(to, 0, 1, dateTime, [[Steps that began after it are left out; a day is included whole]])
* insert In(kind, 0, *, code, [[Kinds of step that are listed (psychacute-pathway-kind); all without. Counts are of all kinds]])
* insert In(sector, 0, *, code, [[Sectors whose steps are listed (psychacute-sector); all without. Counts are of all sectors]])
* insert In(up-to, 0, 1, Reference, [[A detention (Procedure) of the person: the path up to it, as far back as rules/pathway.csv says unless 'from' says otherwise. In a URL: Procedure/id]])
* insert In(at, 0, 1, dateTime, [[As of when it is told what is overdue; now without]])
* insert In(count, 0, 1, integer, [[Most steps in the answer, up to 10,000; 1,000 without]])
* insert In(offset, 0, 1, integer, [[Steps passed over]])
* insert In(with-resources, 0, 1, boolean, [[Whether the resources come along; true without]])
* insert In(mask, 0, 1, code, [[staff or none: whether names of staff are left out; staff without, unless the reader is of a hospital. What stands in their place is psychacute-masked-practitioner]])
* insert In(reader, 0, 1, Reference, [[The organisation on whose behalf it is read. In a URL: Organization/id]])
* insert Out(total, 1, 1, unsignedInt, [[Steps of the kinds and sectors asked for, those beyond this answer included]])
* insert Out(next-offset, 0, 1, unsignedInt, [[Where the next steps begin, when there are more]])
* insert OutParts(summary, 1, 1, [[The path in numbers]])
* insert PathwayNumbers
* insert PartParts(sector, 0, *, [[How many steps a sector has]])
* insert SubPart(sector, 1, 1, Coding, [[The sector (psychacute-sector)]])
* insert SubPart(steps, 1, 1, integer, [[Its steps]])
* insert OutParts(step, 0, *, [[One step; oldest first]])
* insert Part(start, 1, 1, dateTime, [[When it happened or began, in Danish time]])
* insert Part(end, 0, 1, dateTime, [[When it ended]])
* insert Part(open, 0, 1, boolean, [[true while it goes on]])
* insert Part(kind, 1, 1, Coding, [[What it is (psychacute-pathway-kind)]])
* insert Part(code, 0, 1, CodeableConcept, [[The code of the resource]])
* insert Part(text, 1, 1, string, [[The step in one sentence, in the language of Accept-Language]])
* insert Part(sector, 1, 1, Coding, [[The sector that did it (psychacute-sector)]])
* insert Part(organization, 0, 1, Reference, [[The organisation that did it, with its name]])
* insert Part(urgency, 0, 1, Coding, [[Urgency, where the step has one]])
* insert Part(state, 0, 1, CodeableConcept, [[Where a referral or a complaint has come]])
* insert Part(turn, 0, 1, code, [[Who has to act next (psychacute-pathway-turn)]])
* insert Part(nights, 0, 1, integer, [[Nights that rest on the referral]])
* insert Part(remark, 0, *, Coding, [[What stands out (psychacute-pathway-remark)]])
* insert Part(came-from, 0, *, Reference, [[The steps that it came from]])
* insert Part(led-to, 0, *, Reference, [[The steps that came from it]])
* insert Part(resource, 1, 1, Reference, [[The resource]])
* insert OutParts(lead-up, 0, *, [[What came before one detention]])
* insert Part(detention, 1, 1, Reference, [[The detention]])
* insert Part(window, 1, 1, Period, [[How far back, up to the detention]])
* insert Part(days, 1, 1, integer, [[The same in days]])
* insert Part(rule, 1, 1, string, [[The rule that says how far back]])
* insert Part(source, 1, 1, string, [[Where the rule comes from]])
* insert Part(verified, 1, 1, boolean, [[Whether a text that was read says so]])
* insert PathwayNumbers
* insert Part(step, 0, *, Reference, [[The steps in the window, oldest first]])
* insert PartParts(stands-out, 0, *, [[A step in the window that stands out: refused, lost, unanswered]])
* insert SubPart(start, 1, 1, dateTime, [[When it happened]])
* insert SubPart(text, 1, 1, string, [[The step in one sentence]])
* insert SubPart(remark, 1, *, Coding, [[What stands out (psychacute-pathway-remark)]])
* insert SubPart(step, 1, 1, Reference, [[The step's resource]])
* insert Out(resources, 0, 1, Bundle, [[The persons and the steps' resources, with the places and people that they name; type collection]])
