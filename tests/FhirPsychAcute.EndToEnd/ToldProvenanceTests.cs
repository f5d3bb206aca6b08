namespace FhirPsychAcute.EndToEnd;

/// <summary>X-Provenance beside any resource (R4 provenance.html, header).</summary>
public sealed class ToldProvenanceTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Observation = """{"resourceType":"Observation","status":"final","code":{"text":"puls"}}""";

    [Fact]
    public async Task It_is_stored_with_what_it_is_about_as_its_target()
    {
        var created = await server.PostAsync("Observation", Observation, ReferralCase.By("Organization/1"));
        var updated = await server.PutAsync($"Observation/{created.Id}", created.Body, ReferralCase.By("Organization/2"));

        Assert.Equal(200, updated.Status);
        var stored = (await server.GetAsync($"Provenance?target=Observation/{created.Id}&_sort=recorded")).Entries;
        Assert.Equal(
            [$"Observation/{created.Id}/_history/1 Organization/1", $"Observation/{created.Id}/_history/2 Organization/2"],
            stored.Select(entry => $"{entry!["resource"]!["target"]![0]!["reference"]} {entry["resource"]!["agent"]![0]!["who"]!["reference"]}"));
    }

    [Theory]
    [InlineData("""{"resourceType":"Provenance","target":[{"reference":"Observation/1"}],"agent":[{"who":{"reference":"Organization/1"}}]}""", 400)]
    [InlineData("""{"resourceType":"Patient"}""", 400)]
    [InlineData("""{"resourceType":"Provenance","agents":[]}""", 400)]
    [InlineData("nonsense", 400)]
    [InlineData("""{"resourceType":"Provenance"}""", 422)]
    public async Task What_is_no_Provenance_is_refused_and_nothing_is_stored(string header, int status)
    {
        var before = (await server.GetAsync("Observation?_summary=count")).Json["total"]!.GetValue<int>();

        Assert.Equal(status, (await server.PostAsync("Observation", Observation, ("X-Provenance", header))).Status);

        Assert.Equal(before, (await server.GetAsync("Observation?_summary=count")).Json["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task With_a_Bundle_it_means_nothing_and_is_refused() =>
        Assert.Equal(400, (await server.PostAsync("", """{"resourceType":"Bundle","type":"batch"}""", ReferralCase.By("Organization/1"))).Status);

    [Fact]
    public async Task Of_a_create_that_was_not_needed_there_is_none()
    {
        const string Body = """{"resourceType":"Basic","identifier":[{"system":"urn:x","value":"en"}],"code":{"text":"x"}}""";
        var first = await server.PostAsync("Basic", Body, ("If-None-Exist", "identifier=urn:x|en"), ReferralCase.By("Organization/1"));
        var second = await server.PostAsync("Basic", Body, ("If-None-Exist", "identifier=urn:x|en"), ReferralCase.By("Organization/1"));

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Single((await server.GetAsync($"Provenance?target=Basic/{first.Id}")).Entries);
    }
}
