namespace FhirPsychAcute.Benchmarks;

internal sealed partial class DanishResources
{
    private const string Person = "Opdigtet person";

    private static object Subject => Link("Patient", "bench-patient-1", Person);

    private object Encounter(int number)
    {
        var start = Time(21, number);
        return new
        {
            resourceType = "Encounter",
            id = $"bench-encounter-{number}",
            meta = Meta("psychacute-call"),
            text = Narrative("Opkald til lægevagten", "Ventetid: 4 minutter", "Samtale: 18 minutter", "Henvist til socialt akuttilbud"),
            extension = new object[]
            {
                new
                {
                    url = Profiles + "psychacute-callback",
                    extension = new object[]
                    {
                        new { url = "offered", valueBoolean = true },
                        new { url = "wanted", valueBoolean = true },
                        new { url = "kept", valueBoolean = true },
                    },
                },
                new { url = Profiles + "psychacute-record-opened", valueBoolean = false },
                new { url = Profiles + "psychacute-disposition", valueCodeableConcept = Concept(Codes + "psychacute-disposition", "socialt-akuttilbud", "Socialt akuttilbud") },
            },
            identifier = new[] { Identifier("official", "https://fhirpsychacute.dk/id/call", $"AMK-{random.Next(1_000_000, 9_999_999)}") },
            status = "finished",
            statusHistory = new object[]
            {
                new { status = "arrived", period = new { start, end = start } },
                new { status = "in-progress", period = new { start, end = start } },
            },
            @class = Coding(Terminology + "v3-ActCode", "VR", "virtual"),
            type = new[] { Concept(Codes + "psychacute-call-line", "laegevagt", "Lægevagten") },
            serviceType = Concept(Snomed, "394587001", "psykiatri"),
            priority = Concept(Terminology + "v3-ActPriority", "UR", "urgent"),
            subject = Subject,
            participant = new object[]
            {
                new
                {
                    type = new[] { Concept(Terminology + "v3-ParticipationType", "CALLBCK", "callback contact") },
                    individual = Link("RelatedPerson", $"bench-related-{number}", "Opdigtet pårørende"),
                },
                new
                {
                    type = new[] { Concept(Terminology + "v3-ParticipationType", "PPRF", "primary performer") },
                    period = new { start, end = start },
                    individual = Link("PractitionerRole", $"bench-role-{number}", "Visitator, lægevagten"),
                },
            },
            period = new { start, end = start },
            length = new { value = 18, unit = "minutter", system = "http://unitsofmeasure.org", code = "min" },
            reasonCode = new[] { Concept(Snomed, "6471006", "selvmordstanker") },
            serviceProvider = Link("Organization", "bench-organization-1", "Akutpsykiatrisk prøveenhed 1"),
        };
    }

    private object Observation(int number) => new
    {
        resourceType = "Observation",
        id = $"bench-observation-{number}",
        meta = Meta("psychacute-urgency"),
        text = Narrative("Hastegrad: akut", "Vurderet af visitator i lægevagten", "Koordinator ikke nødvendig", "Revurderes inden for seks timer"),
        identifier = new[] { Identifier("official", "https://fhirpsychacute.dk/id/assessment", Uuid()) },
        basedOn = new[] { Link("ServiceRequest", "bench-referral-1", "Henvisning til socialt akuttilbud") },
        status = "final",
        category = new[] { Concept(Terminology + "observation-category", "survey", "Survey") },
        code = new
        {
            coding = new[] { Coding(Codes + "psychacute-observation", "hastegrad", "Hastegrad"), Coding(Snomed, "225390008", "triage") },
            text = "Hastegrad",
        },
        subject = Subject,
        encounter = Link("Encounter", "bench-encounter-1", "Opkald til lægevagten"),
        effectiveDateTime = Time(22, number),
        issued = "2026-03-12T22:05:00.000+01:00",
        performer = new[] { Link("PractitionerRole", "bench-role-1", "Visitator, lægevagten") },
        valueCodeableConcept = Concept(Codes + "psychacute-urgency-level", "akut", "Akut: inden for seks timer"),
        interpretation = new[] { Concept(Terminology + "v3-ObservationInterpretation", "A", "Abnormal") },
        note = new[]
        {
            new
            {
                time = Time(22, 10 + number),
                text = "Borgeren er alene hjemme, har spist og sovet lidt de sidste døgn, og ønsker selv at tale med nogen i aften. Ingen våben, ingen alkohol.",
            },
        },
        component = new object[]
        {
            new
            {
                code = Concept(Codes + "psychacute-observation", "selvmordsrisiko", "Selvmordsrisiko"),
                valueCodeableConcept = Concept(Snomed, "723505004", "lav selvmordsrisiko"),
            },
            new
            {
                code = Concept(Codes + "psychacute-observation", "smerte", "Oplevet pres, 0-10"),
                valueQuantity = new { value = random.Next(10), unit = "point", system = "http://unitsofmeasure.org", code = "{score}" },
            },
        },
    };

    private object ServiceRequest(int number) => new
    {
        resourceType = "ServiceRequest",
        id = $"bench-referral-{number}",
        meta = Meta("psychacute-referral"),
        text = Narrative("Henvisning til socialt akuttilbud", "Op til to overnatninger", "Borgeren kommer selv", "Samtykke er givet"),
        extension = new object[]
        {
            new { url = Profiles + "psychacute-overnight-wish", valueBoolean = true },
            new { url = Profiles + "psychacute-children-at-home", valueBoolean = false },
        },
        identifier = new[]
        {
            Identifier("official", "https://fhirpsychacute.dk/id/referral", $"H-{random.Next(1_000_000, 9_999_999)}"),
            Identifier("secondary", "urn:ietf:rfc:3986", "urn:uuid:" + Uuid()),
        },
        requisition = new { system = "https://fhirpsychacute.dk/id/requisition", value = $"R-{random.Next(1_000_000, 9_999_999)}" },
        status = "active",
        intent = "order",
        category = new[] { Concept(Snomed, "306206005", "henvisning til service") },
        priority = "urgent",
        doNotPerform = false,
        code = Concept(Codes + "psychacute-help", "ophold", "Ophold i akuttilbud"),
        subject = Subject,
        encounter = Link("Encounter", "bench-encounter-1", "Opkald til lægevagten"),
        occurrencePeriod = new { start = Time(22, number), end = "2026-03-31T12:00:00+02:00" },
        authoredOn = Time(22, 6),
        requester = Link("PractitionerRole", "bench-role-1", "Visitator, lægevagten"),
        performerType = Concept(Codes + "psychacute-offer-type", "socialt-akuttilbud", "Socialt akuttilbud"),
        performer = new[] { Link("HealthcareService", "bench-service-1", "Socialt akuttilbud, Prøveø") },
        reasonCode = new[] { Concept(Snomed, "6471006", "selvmordstanker"), Concept(Snomed, "48694002", "angst") },
        reasonReference = new[] { Link("Observation", "bench-observation-1", "Hastegrad: akut") },
        supportingInfo = new[] { Link("Consent", "bench-consent-1", "Samtykke til videregivelse") },
        note = new[] { new { time = Time(22, 7), text = "Borgeren ønsker at blive mødt ved døren og helst af en kvinde. Har en hund, som en nabo passer." } },
        patientInstruction = "Tag din medicin og en oplader med. Ring på klokken, også hvis det er sent.",
    };

    private object Task(int number) => new
    {
        resourceType = "Task",
        id = $"bench-task-{number}",
        meta = Meta("psychacute-referral-task"),
        text = Narrative("Henvisning under behandling", "Modtaget af kommunen", "Accepteret", "Borgeren ventes kl. 23"),
        identifier = new[] { Identifier("official", "https://fhirpsychacute.dk/id/task", Uuid()) },
        basedOn = new[] { Link("ServiceRequest", "bench-referral-1", "Henvisning til socialt akuttilbud") },
        groupIdentifier = new { system = "https://fhirpsychacute.dk/id/requisition", value = $"R-{random.Next(1_000_000, 9_999_999)}" },
        status = "accepted",
        businessStatus = Concept(Codes + "psychacute-task-state", "ventes", "Borgeren ventes"),
        intent = "order",
        priority = "urgent",
        code = Concept("http://hl7.org/fhir/CodeSystem/task-code", "fulfill", "Fulfill the focal request"),
        description = "Modtag borgeren i akuttilbuddet og meld tilbage, når borgeren er kommet.",
        focus = Link("ServiceRequest", "bench-referral-1", "Henvisning til socialt akuttilbud"),
        @for = Subject,
        encounter = Link("Encounter", "bench-encounter-1", "Opkald til lægevagten"),
        executionPeriod = new { start = Time(22, 10 + number) },
        authoredOn = Time(22, 6),
        lastModified = Time(22, 30),
        requester = Link("Organization", "bench-organization-1", "Akutpsykiatrisk prøveenhed 1"),
        performerType = new[] { Concept(Codes + "psychacute-participant-type", "visitator", "Visitator") },
        owner = Link("Organization", "bench-organization-2", "Kommunen Prøveø"),
        reasonCode = Concept(Codes + "psychacute-task-reason", "akut-krise", "Akut psykisk krise"),
        note = new[] { new { time = Time(22, 31), text = "Vi har plads i nat. Sig til, hvis borgeren alligevel bliver hjemme." } },
        restriction = new { repetitions = 1, period = new { end = "2026-03-31T12:00:00+02:00" } },
        input = new object[]
        {
            new { type = Concept(Codes + "psychacute-task-output", "ankomst", "Forventet ankomst"), valueDateTime = Time(23, number) },
        },
        output = new object[]
        {
            new { type = Concept(Codes + "psychacute-task-output", "overnatning", "Antal overnatninger"), valueInteger = random.Next(1, 4) },
            new { type = Concept(Codes + "psychacute-task-output", "modtaget", "Modtaget af"), valueReference = Link("PractitionerRole", "bench-role-2", "Medarbejder, akuttilbuddet") },
        },
    };

    private object Procedure(int number) => new
    {
        resourceType = "Procedure",
        id = $"bench-procedure-{number}",
        meta = Meta("psychacute-coercion-episode"),
        text = Narrative("Bælte", "Psykiatriloven § 14, stk. 2", "Varighed: tre timer", "Patientrådgiver underrettet"),
        extension = new object[]
        {
            new { url = Profiles + "psychacute-law-section", valueCodeableConcept = Concept(Codes + "psychacute-law-section", "14-2", "Psykiatriloven § 14, stk. 2") },
            new { url = Profiles + "psychacute-preference-considered", valueBoolean = true },
            new { url = Profiles + "psychacute-less-intrusive-tried", valueCodeableConcept = Concept(Codes + "psychacute-less-intrusive", "samtale", "Samtale og skærmning") },
        },
        identifier = new[] { Identifier("official", "https://fhirpsychacute.dk/id/coercion", $"T-{random.Next(1_000_000, 9_999_999)}") },
        status = "completed",
        category = Concept(Codes + "psychacute-procedure-category", "tvang", "Tvang"),
        code = Concept(Codes + "psychacute-coercion-measure", "baelte", "Bælte"),
        subject = Subject,
        encounter = Link("Encounter", "bench-encounter-1", "Indlæggelse"),
        performedPeriod = new { start = Time(1, number), end = "2026-03-31T04:10:00+02:00" },
        recorder = Link("PractitionerRole", "bench-role-3", "Sygeplejerske, afsnit Å2"),
        performer = new object[]
        {
            new
            {
                function = Concept(Codes + "psychacute-coercion-function", "ordinerende", "Ordinerende læge"),
                actor = Link("PractitionerRole", "bench-role-4", "Overlæge, afsnit Å2"),
                onBehalfOf = Link("Organization", "bench-organization-1", "Akutpsykiatrisk prøveenhed 1"),
            },
            new
            {
                function = Concept(Codes + "psychacute-coercion-function", "fast-vagt", "Fast vagt"),
                actor = Link("PractitionerRole", "bench-role-3", "Sygeplejerske, afsnit Å2"),
            },
        },
        location = Link("Location", "bench-location-3", "Afsnit Å2, stue 4"),
        reasonCode = new[] { Concept(Codes + "psychacute-coercion-reason", "naerliggende-fare", "Nærliggende fare for sig selv eller andre") },
        bodySite = new[] { Concept(Snomed, "62413002", "truncus") },
        note = new[] { new { time = Time(4, 15), text = "Patienten er rolig, har talt med fast vagt undervejs og har fået tilbudt eftersamtale i morgen." } },
        usedCode = new[] { Concept(Codes + "psychacute-restraint-device", "magnetbaelte", "Magnetbælte") },
    };
}
