using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

/// <summary><c>$coercion-status</c> and <c>$coercion-overview</c> over what is stored.</summary>
public sealed class CoercionOperationTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Example = "https://fhirpsychacute.dk/sid/example";

    [Fact]
    public async Task A_belt_tells_its_clocks_in_the_readers_language()
    {
        var belt = await LoadAsync("scenario-4-kirsten", "kirsten-baelte");

        var danish = await server.GetAsync($"Procedure/{belt}/$coercion-status?at=2026-01-13T02:10:00%2B01:00", ("Accept-Language", "da"));
        var english = await server.GetAsync($"Procedure/{belt}/$coercion-status?at=2026-01-13T02:10:00%2B01:00");

        Assert.Equal(200, danish.Status);
        var clock = Clock(danish, "fixation-review-next");
        Assert.Equal("overdue", Text(clock, "status", "valueCode"));
        Assert.Equal("error", Text(clock, "severity", "valueCode"));
        Assert.Equal("2026-01-13T02:00:00+01:00", Text(clock, "due", "valueDateTime"));
        Assert.Equal("Næste lægelige vurdering af fikseringen højst 10 timer efter den forrige: skulle være sket senest 13. januar 2026 kl. 02.00 og er ikke registreret; 10 minutter over tiden.", Text(clock, "text", "valueString"));
        Assert.False(Part(clock, "verified")["valueBoolean"]!.GetValue<bool>());
        Assert.StartsWith("Next medical review of the fixation at most 10 hours after the last: was due 13 January 2026 at 02:00", Text(Clock(english, "fixation-review-next"), "text", "valueString"), StringComparison.Ordinal);
        Assert.Equal(58, Named(danish, "age").Single()["valueInteger"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_ran_out_comes_as_a_finding_that_can_be_stored()
    {
        var belt = await LoadAsync("scenario-4-kirsten", "kirsten-baelte");
        var status = await server.GetAsync($"Procedure/{belt}/$coercion-status?at=2026-02-15", ("Accept-Language", "da"));

        var findings = Named(status, "finding").Select(static finding => finding["resource"]!).ToList();

        Assert.Equal(["fixation-review-next final", "fixation-hours preliminary", "fixation-24 preliminary"], findings.ConvertAll(static one => $"{one["code"]!["coding"]![0]!["code"]} {one["status"]}"));
        foreach (var finding in findings)
        {
            Assert.Equal(201, (await server.PostAsync("DetectedIssue", finding.ToJsonString())).Status);
        }
    }

    [Fact]
    public async Task A_belt_counts_in_bands_and_a_voluntary_one_does_not()
    {
        var belt = await LoadAsync("scenario-4-kirsten", "kirsten-baelte");
        var voluntary = await LoadAsync("scenario-7-peter", "peter-frivilligt-baelte");

        var counted = await server.GetAsync($"Procedure/{belt}/$coercion-status?at=2026-02-15");
        var apart = await server.PostAsync($"Procedure/{voluntary}/$coercion-status", """{"resourceType":"Parameters","parameter":[{"name":"at","valueDateTime":"2026-07-01"}]}""");

        Assert.Equal(["24-48", "gt24", "long"], Named(counted, "band").Select(static band => Text(band, "code", "valueCode")));
        Assert.True(Part(Named(counted, "counting").Single(), "target")["valueBoolean"]!.GetValue<bool>());
        Assert.False(Part(Named(apart, "counting").Single(), "coercion")["valueBoolean"]!.GetValue<bool>());
        Assert.Equal("voluntary-belt", Text(Named(apart, "counting").Single(), "group", "valueCode"));
        Assert.Empty(Named(apart, "clock"));
    }

    [Fact]
    public async Task The_overview_shows_the_most_urgent_first_and_counts_per_ward()
    {
        await LoadAsync("scenario-4-kirsten", "kirsten-baelte");
        await LoadAsync("scenario-7-peter", "peter-holdt");

        var night = await server.GetAsync("Procedure/$coercion-overview?at=2026-01-13T02:10:00%2B01:00", ("Accept-Language", "da"));

        var episodes = Named(night, "episode");
        Assert.Equal(["baelte", "fastholdelse", "akut-beroligende-medicin", "tvangsindlaeggelse-roede"], episodes.ConvertAll(static episode => Part(episode, "measure")["valueCoding"]!["code"]!.GetValue<string>()));
        Assert.Equal("fixation-review-next", Part(Part(episodes[0], "act")["part"]!.AsArray(), "code")["valueCoding"]!["code"]!.GetValue<string>());
        Assert.Equal("fixation-external-24", Part(Part(episodes[0], "next")["part"]!.AsArray(), "code")["valueCoding"]!["code"]!.GetValue<string>());
        Assert.Equal(2, Named(night, "open").Single()["valueInteger"]!.GetValue<int>());
        Assert.Equal(1, Named(night, "overdue").Single()["valueInteger"]!.GetValue<int>());
        var ward = Assert.Single(Named(night, "ward"));
        Assert.Equal(2, Part(ward, "open")["valueInteger"]!.GetValue<int>());

        var address = Part(ward, "location")["valueReference"]!["reference"]!.GetValue<string>();
        var there = await server.GetAsync($"Procedure/$coercion-overview?at=2026-01-13T02:10:00%2B01:00&ward={address}");
        var byIdentifier = await server.GetAsync($"Procedure/$coercion-overview?at=2026-01-13T02:10:00%2B01:00&ward={Uri.EscapeDataString($"{Example}|kirsten-stue")}");
        var elsewhere = await server.GetAsync("Procedure/$coercion-overview?at=2026-01-13T02:10:00%2B01:00&ward=Location/elsewhere");
        Assert.Equal(4, Named(there, "episode").Count);
        Assert.Equal(4, Named(byIdentifier, "episode").Count);
        Assert.Empty(Named(elsewhere, "episode"));
        Assert.Empty(Named(await server.GetAsync("Procedure/$coercion-overview?at=2026-01-13T02:10:00%2B01:00&region=DK-84"), "episode"));
    }

    [Fact]
    public async Task An_episode_is_found_by_its_region_through_the_wards_organisations()
    {
        var region = await PostAsync("Organization", """{"resourceType":"Organization","name":"Region","identifier":[{"system":"urn:iso:std:iso:3166:-2","value":"DK-85","period":{"end":"2026-12-31"}}]}""");
        var hospital = await PostAsync("Organization", $$$"""{"resourceType":"Organization","name":"Hospital","partOf":{"reference":"Organization/{{{region}}}"} }""");
        var ward = await PostAsync("Location", $$$"""{"resourceType":"Location","name":"Afsnit","managingOrganization":{"reference":"Organization/{{{hospital}}}"} }""");
        var patient = await server.CreatePatientAsync("Afsnit");
        var stay = await PostAsync("Encounter", $$$"""{"resourceType":"Encounter","status":"in-progress","class":{"code":"IMP"},"subject":{"reference":"Patient/{{{patient}}}"},"location":[{"location":{"reference":"Location/{{{ward}}}"} }]}""");
        var measure = await PostAsync("Procedure", $$$"""
            {"resourceType":"Procedure","status":"completed","category":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-procedure-category","code":"tvang"}]},
             "code":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure","code":"doeraflaasning"}]},"subject":{"reference":"Patient/{{{patient}}}"},
             "encounter":{"reference":"Encounter/{{{stay}}}"},"performedPeriod":{"start":"2025-06-01T08:00:00+02:00","end":"2025-06-03T08:00:00+02:00"} }
            """);

        var then = await server.GetAsync("Procedure/$coercion-overview?region=DK-85&at=2025-06-02T08:00:00%2B02:00");

        var episode = Assert.Single(Named(then, "episode"));
        Assert.Equal($"Procedure/{measure}", Part(episode, "procedure")["valueReference"]!["reference"]!.GetValue<string>());
        Assert.Equal("DK-85", Text(Assert.Single(Named(then, "ward")), "region", "valueCode"));
        Assert.Equal($"Location/{ward}", Part(episode, "location")["valueReference"]!["reference"]!.GetValue<string>());
        Assert.Single(Named(await server.GetAsync($"Procedure/$coercion-overview?ward=Location/{ward}&at=2025-06-02T08:00:00%2B02:00"), "episode"));
        Assert.Empty(Named(await server.GetAsync("Procedure/$coercion-overview?region=DK-84&at=2025-06-02T08:00:00%2B02:00"), "episode"));
    }

    [Theory]
    [InlineData("$coercion-overview?at=yesterday", 400)]
    [InlineData("$coercion-overview?days=-1", 400)]
    [InlineData("$coercion-overview?days=1000", 400)]
    [InlineData("$coercion-overview?ward=Ward 7", 400)]
    [InlineData("nowhere/$coercion-status", 404)]
    public async Task A_wrong_question_is_told_what_is_wrong(string question, int status)
    {
        var reply = await server.GetAsync($"Procedure/{question}", ("Accept-Language", "da"));

        Assert.Equal(status, reply.Status);
        Assert.Equal("OperationOutcome", reply.Json["resourceType"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_procedure_that_is_no_measure_has_no_clocks()
    {
        var patient = await server.CreatePatientAsync("Ukendt");
        var other = await server.PostAsync("Procedure", $$$"""{"resourceType":"Procedure","status":"completed","code":{"text":"Røntgen"},"subject":{"reference":"Patient/{{{patient}}}"} }""");

        Assert.Equal(422, (await server.GetAsync($"Procedure/{other.Id}/$coercion-status")).Status);
    }

    private async Task<string> PostAsync(string type, string body)
    {
        var reply = await server.PostAsync(type, body);
        Assert.Equal(201, reply.Status);
        return reply.Id;
    }

    private async Task<string> LoadAsync(string scenario, string identifier)
    {
        var loaded = await server.PostAsync("", File.ReadAllText(Checkout.Locate($"examples/{scenario}/transaction.json")));
        Assert.Equal(200, loaded.Status);
        var found = await server.GetAsync($"Procedure?identifier={Example}|{identifier}");
        return found.Entries.Single()!["resource"]!["id"]!.GetValue<string>();
    }

    private static List<JsonNode> Named(Reply reply, string name)
    {
        Assert.Equal(200, reply.Status);
        return reply.Json["parameter"]!.AsArray().Where(parameter => parameter!["name"]!.GetValue<string>() == name).Select(static parameter => parameter!).ToList();
    }

    private static JsonNode Clock(Reply reply, string rule) =>
        Named(reply, "clock").Single(clock => Part(clock, "code")["valueCoding"]!["code"]!.GetValue<string>() == rule);

    private static JsonNode Part(JsonNode parameter, string name) => Part(parameter["part"]!.AsArray(), name);

    private static JsonNode Part(JsonArray parts, string name) => parts.First(part => part!["name"]!.GetValue<string>() == name)!;

    private static string Text(JsonNode parameter, string name, string value) => Part(parameter, name)[value]!.GetValue<string>();
}
