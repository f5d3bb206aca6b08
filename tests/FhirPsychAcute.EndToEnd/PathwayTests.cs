using System.Text.Json.Nodes;
using FhirPsychAcute.Cli.Tests;

namespace FhirPsychAcute.EndToEnd;

/// <summary>A person's path and the sharing of a plan, over HTTP.</summary>
public sealed class PathwayTests(RunningServer server) : IClassFixture<RunningServer>, IAsyncLifetime
{
    private const string Example = "https://fhirpsychacute.dk/sid/example";
    private const string Author = """{"resourceType":"Practitioner","name":[{"family":"Vindmark","given":["Birgitte"]}],"qualification":[{"identifier":[{"system":"https://autregweb.sst.dk","value":"BCD12"}],"code":{"text":"Læge"}}]}""";

    public async Task InitializeAsync()
    {
        foreach (var scenario in (string[])["scenario-1-mette", "scenario-2-far", "scenario-8-sara"])
        {
            Assert.Equal(0, (await CliRun.Of("load", Checkout.Locate($"examples/{scenario}"), "--server", server.Base)).ExitCode);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Mettes_path_is_told_in_the_language_asked_for()
    {
        var patient = await IdAsync("Encounter", "mette-opkald", "subject");

        var danish = await server.GetAsync($"{patient}/$pathway", ("Accept-Language", "da"));
        var english = await server.GetAsync($"{patient}/$pathway", ("Accept-Language", "en"));

        Assert.Equal(200, danish.Status);
        Assert.Equal(11, Part(danish.Json, "total")["valueUnsignedInt"]!.GetValue<int>());
        Assert.Equal("Opkald til Lægevagt, besvaret efter 4 min → Socialt akuttilbud", Texts(danish.Json)[0]);
        Assert.Equal("Call to Out-of-hours medical service, answered after 4 min → Social acute offer", Texts(english.Json)[0]);
        var bundle = Part(danish.Json, "resources")["resource"]!;
        Assert.Equal("collection", bundle["type"]!.GetValue<string>());
        Assert.Contains(bundle["entry"]!.AsArray(), entry => entry!["resource"]!["resourceType"]!.GetValue<string>() == "Task");
        Assert.Equal(200, (await server.PostAsync($"{patient}/$pathway", """{"resourceType":"Parameters","parameter":[{"name":"kind","valueCode":"call"}]}""")).Status);
    }

    [Fact]
    public async Task The_path_goes_on_in_pages_and_leaves_the_resources_out_when_asked_to()
    {
        var patient = await IdAsync("Encounter", "mette-opkald", "subject");

        var page = await server.GetAsync($"{patient}/$pathway?count=4&offset=4&with-resources=false&from=2026-03-12");

        Assert.Equal(4, Texts(page.Json).Count);
        Assert.Equal(8, Part(page.Json, "next-offset")["valueUnsignedInt"]!.GetValue<int>());
        Assert.DoesNotContain("\"resources\"", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind=opkald", 400, "code-invalid", "kind")]
    [InlineData("sector=stat", 400, "code-invalid", "sector")]
    [InlineData("from=i%20går", 400, "value", "from")]
    [InlineData("from=2026-02-01&to=2026-01-01", 400, "value", "to")]
    [InlineData("count=10001", 400, "value", "count")]
    [InlineData("mask=alt", 400, "value", "mask")]
    [InlineData("up-to=Procedure/findes-ikke", 422, "business-rule", "up-to")]
    public async Task What_cannot_be_asked_is_refused_by_name(string query, int status, string code, string expression)
    {
        var patient = await IdAsync("Encounter", "mette-opkald", "subject");

        var reply = await server.GetAsync($"{patient}/$pathway?{query}");

        Assert.Equal((status, code, expression), (reply.Status, reply.IssueCode, reply.Expression));
    }

    [Fact]
    public async Task A_person_without_a_record_is_not_found() => Assert.Equal(404, (await server.GetAsync("Patient/findes-ikke/$pathway")).Status);

    [Fact]
    public async Task A_replaced_record_and_the_one_that_replaces_it_have_the_same_path()
    {
        var patient = await IdAsync("Encounter", "mette-opkald", "subject");
        var old = await server.PostAsync("Patient", $$"""{"resourceType":"Patient","link":[{"other":{"reference":"{{patient}}"},"type":"replaced-by"}]}""");

        var first = await server.GetAsync($"{patient}/$pathway?with-resources=false");
        var second = await server.GetAsync($"Patient/{old.Id}/$pathway?with-resources=false");

        Assert.Equal(Texts(first.Json), Texts(second.Json));
    }

    [Fact]
    public async Task Asking_leaves_an_audit_event_of_whom_it_was_about_and_that_who_asked_is_unknown()
    {
        var patient = await IdAsync("Encounter", "sara-opkald", "subject");

        await server.GetAsync($"{patient}/$pathway");

        var entry = (await server.GetAsync($"AuditEvent?patient={patient}&_sort=-date&_count=1")).Entries[0]!["resource"]!;
        Assert.Equal("0", entry["outcome"]!.GetValue<string>());
        Assert.Equal("psychacute-pathway", entry["subtype"]![1]!["code"]!.GetValue<string>());
        Assert.Equal("unknown", entry["agent"]![0]!["who"]!["extension"]![0]!["valueCode"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_plan_goes_to_each_party_once_and_again_only_when_it_has_changed()
    {
        var plan = await PlanAsync();

        var first = await server.PostAsync($"{plan}/$koordinationsplan-share", """{"resourceType":"Parameters","parameter":[{"name":"necessity","valueString":"Kommunen skal følge op på boligen"}]}""");
        var again = await server.PostAsync($"{plan}/$koordinationsplan-share", """{"resourceType":"Parameters"}""");
        var read = (await server.GetAsync(plan)).Json;
        read["title"] = "Koordinationsplan, rettet";
        Assert.Equal(200, (await server.PutAsync(plan, read.ToJsonString())).Status);
        var changed = await server.PostAsync($"{plan}/$koordinationsplan-share", """{"resourceType":"Parameters"}""");

        Assert.Equal(200, first.Status);
        Assert.Equal([true, true], New(first.Json));
        Assert.Equal([false, false], New(again.Json));
        Assert.Equal([true, true], New(changed.Json));
        Assert.Equal(2, (await server.GetAsync($"Provenance?target={plan}")).Entries.Count);
    }

    [Fact]
    public async Task Ten_who_share_at_once_send_one_message_to_each_party()
    {
        var plan = await PlanAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => server.PostAsync($"{plan}/$koordinationsplan-share", """{"resourceType":"Parameters"}""")));

        Assert.All(replies, static reply => Assert.Equal(200, reply.Status));
        Assert.Equal(2, replies.Sum(static reply => New(reply.Json).Count(static isNew => isNew)));
    }

    [Fact]
    public async Task The_municipality_finds_the_plan_without_the_name_of_who_wrote_it_and_the_hospital_with_it()
    {
        var plan = await PlanAsync();
        await server.PostAsync($"{plan}/$koordinationsplan-share", """{"resourceType":"Parameters"}""");

        var municipality = await server.GetAsync("Communication?recipient:Organization.identifier=http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes|0411&_count=100");
        var masked = municipality.Entries.Select(static entry => entry!["resource"]!.ToJsonString()).Where(json => json.Contains(plan, StringComparison.Ordinal)).ToList();
        var answer = await server.PostAsync($"{plan}/$koordinationsplan-share?mask=none", """{"resourceType":"Parameters"}""");
        var hidden = await server.PostAsync($"{plan}/$koordinationsplan-share", """{"resourceType":"Parameters"}""");

        Assert.Single(masked);
        Assert.DoesNotContain("Vindmark", masked[0], StringComparison.Ordinal);
        Assert.Contains("Vindmark", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Vindmark", hidden.Body, StringComparison.Ordinal);
        Assert.Contains("sid/pseudonym", hidden.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_says_why_in_the_language_asked_for_and_leaves_nothing_but_a_trail()
    {
        var plan = await PlanAsync();

        var reply = await server.PostAsync($"{plan}/$koordinationsplan-share?legal-basis=samtykke", """{"resourceType":"Parameters"}""", ("Accept-Language", "da"));

        Assert.Equal(422, reply.Status);
        Assert.StartsWith("En koordinationsplan laves, fordi patienten ikke er enig", reply.IssueText, StringComparison.Ordinal);
        Assert.Empty((await server.GetAsync($"Provenance?target={plan}")).Entries);
        Assert.Equal("4", (await server.GetAsync($"AuditEvent?entity={plan}")).Entries[0]!["resource"]!["outcome"]!.GetValue<string>());
    }

    // Sara's plan, written by a physician with a name.
    private async Task<string> PlanAsync()
    {
        var author = (await server.PostAsync("Practitioner", Author)).Id;
        var plan = (await server.GetAsync($"CarePlan?identifier={Example}|sara-plan")).Entries[0]!["resource"]!.DeepClone();
        plan.AsObject().Remove("id");
        plan.AsObject().Remove("identifier");
        plan["author"] = new JsonObject { ["reference"] = $"Practitioner/{author}", ["display"] = "Birgitte Vindmark" };
        plan["description"] = "Aftalt med Vindmark";
        return $"CarePlan/{(await server.PostAsync("CarePlan", plan.ToJsonString())).Id}";
    }

    private async Task<string> IdAsync(string type, string identifier, string reference) =>
        (await server.GetAsync($"{type}?identifier={Example}|{identifier}")).Entries[0]!["resource"]![reference]!["reference"]!.GetValue<string>();

    private static JsonNode Part(JsonNode parameters, string name) => parameters["parameter"]!.AsArray().First(parameter => parameter!["name"]!.GetValue<string>() == name)!;

    private static List<string> Texts(JsonNode parameters) => parameters["parameter"]!.AsArray()
        .Where(static parameter => parameter!["name"]!.GetValue<string>() == "step")
        .Select(static step => step!["part"]!.AsArray().First(static part => part!["name"]!.GetValue<string>() == "text")!["valueString"]!.GetValue<string>()).ToList();

    private static List<bool> New(JsonNode parameters) => parameters["parameter"]!.AsArray()
        .Where(static parameter => parameter!["name"]!.GetValue<string>() == "sent")
        .Select(static sent => sent!["part"]!.AsArray().First(static part => part!["name"]!.GetValue<string>() == "new")!["valueBoolean"]!.GetValue<bool>()).ToList();
}
