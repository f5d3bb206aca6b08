namespace FhirPsychAcute.Benchmarks;

internal sealed partial class DanishResources
{
    private object Patient(int number)
    {
        var family = Pick(Families);
        var given = new[] { Pick(Givens), Pick(Givens) };
        var town = Pick(Towns);
        var name = $"{given[0]} {given[1]} {family}";
        return new
        {
            resourceType = "Patient",
            id = $"bench-patient-{number}",
            meta = Meta("psychacute-patient"),
            text = Narrative(name, "Opdigtet person", $"Testvej {number}, {town}", "Taler dansk"),
            extension = new object[]
            {
                new
                {
                    url = "http://hl7.dk/fhir/core/StructureDefinition/municipalityCodes",
                    valueCodeableConcept = Concept("urn:oid:1.2.208.176.1.3", "0411", "Christiansø"),
                },
            },
            identifier = new[]
            {
                Identifier("official", Cpr, ImpossibleCpr),
                Identifier("secondary", "urn:ietf:rfc:3986", "urn:uuid:" + Uuid()),
                Identifier("usual", "https://fhirpsychacute.dk/id/journal", $"J-{random.Next(100_000, 999_999)}"),
            },
            active = true,
            name = new object[]
            {
                new { use = "official", text = name, family, given, period = new { start = "1999-05-01" } },
                new { use = "maiden", family = Pick(Families), given },
            },
            telecom = new object[]
            {
                new { system = "phone", value = "+45 00 00 00 01", use = "mobile", rank = 1 },
                new { system = "email", value = $"person{number}@example.org", use = "home", rank = 2 },
            },
            gender = random.Next(2) == 0 ? "female" : "male",
            birthDate = "2002-02",
            address = new[]
            {
                new
                {
                    use = "home",
                    type = "both",
                    text = $"Testvej {number}, 2. tv, 0000 {town}",
                    line = new[] { $"Testvej {number}", "2. tv" },
                    city = town,
                    district = "Region Midtjylland",
                    postalCode = "0000",
                    country = "DK",
                    period = new { start = "2015-05-01" },
                },
            },
            maritalStatus = Concept(Terminology + "v3-MaritalStatus", "S", "Never Married"),
            contact = new[]
            {
                new
                {
                    relationship = new[] { Concept(Terminology + "v2-0131", "N", "Next-of-Kin") },
                    name = new { family = Pick(Families), given = new[] { Pick(Givens) } },
                    telecom = new[] { new { system = "phone", value = "+45 00 00 00 02", use = "mobile" } },
                    period = new { start = "2020-01-01" },
                },
            },
            communication = new[] { new { language = Concept("urn:ietf:bcp:47", "da", "Danish"), preferred = true } },
            generalPractitioner = new[] { Link("Organization", "bench-organization-1", "Lægerne Testtorvet") },
            managingOrganization = Link("Organization", "bench-organization-2", "Kommunen Prøveø"),
        };
    }

    private object Organization(int number)
    {
        var town = Pick(Towns);
        return new
        {
            resourceType = "Organization",
            id = $"bench-organization-{number}",
            meta = Meta("psychacute-organization"),
            text = Narrative($"Akutpsykiatrisk prøveenhed {number}", "Opdigtet enhed", $"Prøvegade {number}, {town}", "Åben hele døgnet"),
            identifier = new[]
            {
                Identifier("official", Sor, $"9990000000{number}"),
                Identifier("secondary", "urn:oid:1.2.208.176.1.5", "00000019"),
                Identifier("usual", "https://www.gs1.org/gln", "9520000000018"),
            },
            active = true,
            type = new[]
            {
                Concept(Snomed, "394588006", "børne- og ungdomspsykiatri"),
                Concept(Codes + "psychacute-offer-type", "akutmodtagelse", "Psykiatrisk akutmodtagelse"),
            },
            name = $"Akutpsykiatrisk prøveenhed {number}",
            alias = new[] { $"APE {number}", "Prøveenheden", "Den Åbne Dør" },
            telecom = new object[]
            {
                new { system = "phone", value = "+45 00 00 00 03", use = "work", rank = 1, period = new { start = "2020-01-01" } },
                new { system = "email", value = $"enhed{number}@example.org", use = "work", rank = 2 },
                new { system = "url", value = $"https://enhed{number}.example.org", use = "work" },
            },
            address = new[]
            {
                new
                {
                    use = "work",
                    type = "physical",
                    text = $"Prøvegade {number}, 0000 {town}",
                    line = new[] { $"Prøvegade {number}", "Indgang Å" },
                    city = town,
                    state = "Region Sjælland",
                    postalCode = "0000",
                    country = "DK",
                },
                new
                {
                    use = "billing",
                    type = "postal",
                    text = $"Postboks {number}, 0000 {town}",
                    line = new[] { $"Postboks {number}", "Att. Økonomi" },
                    city = town,
                    state = "Region Sjælland",
                    postalCode = "0000",
                    country = "DK",
                },
            },
            partOf = Link("Organization", "bench-organization-9", "Region Prøvesjælland"),
            contact = new[]
            {
                new
                {
                    purpose = Concept(Terminology + "contactentity-type", "PATINF", "Patient"),
                    name = new { text = $"Vagthavende {Pick(Families)}", family = Pick(Families), given = new[] { Pick(Givens) } },
                    telecom = new[] { new { system = "phone", value = "+45 00 00 00 04", use = "work" } },
                },
            },
        };
    }

    private object HealthcareService(int number)
    {
        string[] weekdays = ["mon", "tue", "wed", "thu", "fri"];
        return new
        {
            resourceType = "HealthcareService",
            id = $"bench-service-{number}",
            meta = Meta("psychacute-offer"),
            text = Narrative("Socialt akuttilbud, Prøveø", "Opdigtet tilbud", "Fire pladser til overnatning", "Henvisning er ikke nødvendig"),
            identifier = new[] { Identifier("official", Sor, $"9990000001{number}") },
            active = true,
            providedBy = Link("Organization", "bench-organization-2", "Kommunen Prøveø"),
            category = new[] { Concept(Codes + "psychacute-offer-category", "kommunal", "Kommunalt tilbud") },
            type = new[] { Concept(Codes + "psychacute-offer-type", "socialt-akuttilbud", "Socialt akuttilbud") },
            specialty = new[] { Concept(Snomed, "394587001", "psykiatri") },
            location = new[] { Link("Location", "bench-location-1", "Akuttilbuddet på Prøveø") },
            name = "Socialt akuttilbud, Prøveø",
            comment = "Samtale, telefonrådgivning og op til tre overnatninger for borgere over 18 år i akut psykisk krise.",
            extraDetails = "Ring først, hvis du kan. Der er altid to medarbejdere til stede, også om natten.",
            telecom = new object[]
            {
                new { system = "phone", value = "+45 00 00 00 05", use = "work", rank = 1 },
                new { system = "sms", value = "+45 00 00 00 06", use = "work", rank = 2 },
            },
            coverageArea = new[] { Link("Location", "bench-location-2", "Region Prøvesjælland") },
            serviceProvisionCode = new[] { Concept(Terminology + "service-provision-conditions", "free", "Free") },
            eligibility = new[] { new { code = Concept(Codes + "psychacute-offer-characteristic", "voksen", "18 år og ældre"), comment = "Også borgere fra andre kommuner." } },
            characteristic = new[]
            {
                Concept(Codes + "psychacute-offer-characteristic", "overnatning", "Overnatning"),
                Concept(Codes + "psychacute-offer-characteristic", "doegnaaben", "Åbent hele døgnet"),
            },
            communication = new[] { Concept("urn:ietf:bcp:47", "da", "Danish"), Concept("urn:ietf:bcp:47", "en", "English") },
            referralMethod = new[] { Concept(Terminology + "service-referral-method", "phone", "Phone") },
            appointmentRequired = false,
            availableTime = new object[]
            {
                new { daysOfWeek = weekdays, availableStartTime = "08:00:00", availableEndTime = "22:00:00" },
                new { daysOfWeek = new[] { "sat", "sun" }, allDay = true },
            },
            availabilityExceptions = "Åbent alle helligdage.",
        };
    }
}
