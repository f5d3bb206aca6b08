namespace FhirPsychAcute.EndToEnd;

public sealed class ConditionalTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static string Patient(string value, string extra = "") =>
        $$"""{"resourceType":"Patient",{{extra}}"identifier":[{"system":"https://example.org/id","value":"{{value}}"}]}""";

    private static string Identifier(string value) => $"identifier=https://example.org/id|{value}";

    [Fact]
    public async Task Create_with_If_None_Exist_that_matches_none_creates()
    {
        var reply = await server.PostAsync("Patient", Patient("c0"), ("If-None-Exist", Identifier("c0")));

        Assert.Equal(201, reply.Status);
    }

    [Fact]
    public async Task Create_with_If_None_Exist_that_matches_one_returns_the_existing_resource()
    {
        var first = await server.PostAsync("Patient", Patient("c1"));

        var reply = await server.PostAsync("Patient", Patient("c1"), ("If-None-Exist", Identifier("c1")));

        Assert.Equal(200, reply.Status);
        Assert.Equal(first.Id, reply.Id);
        Assert.Equal(first.Header("Location"), reply.Header("Location"));
    }

    [Fact]
    public async Task Create_with_If_None_Exist_that_matches_several_is_412()
    {
        await server.PostAsync("Patient", Patient("c2"));
        await server.PostAsync("Patient", Patient("c2"));

        var reply = await server.PostAsync("Patient", Patient("c2"), ("If-None-Exist", Identifier("c2")));

        Assert.Equal(412, reply.Status);
        Assert.Equal("multiple-matches", reply.IssueCode);
        Assert.Equal("If-None-Exist", reply.Expression);
    }

    [Fact]
    public async Task Create_with_If_None_Exist_without_criteria_is_400()
    {
        var reply = await server.PostAsync("Patient", Patient("c3"), ("If-None-Exist", "_sort=_id"));

        Assert.Equal(400, reply.Status);
        Assert.Equal("If-None-Exist", reply.Expression);
    }

    [Fact]
    public async Task Create_with_If_None_Exist_of_an_unknown_parameter_is_400()
    {
        var reply = await server.PostAsync("Patient", Patient("c4"), ("If-None-Exist", "shoesize=44"));

        Assert.Equal(400, reply.Status);
    }

    [Fact]
    public async Task Concurrent_creates_with_one_If_None_Exist_store_one_resource()
    {
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => server.PostAsync("Patient", Patient("race"), ("If-None-Exist", Identifier("race")))));

        Assert.Single(replies, reply => reply.Status == 201);
        Assert.Single(replies.Select(reply => reply.Id).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Conditional_update_without_match_and_id_creates_under_a_new_id()
    {
        var reply = await server.PutAsync($"Patient?{Identifier("u0")}", Patient("u0"));

        Assert.Equal(201, reply.Status);
    }

    [Fact]
    public async Task Conditional_update_without_match_creates_under_the_id_of_the_body()
    {
        var reply = await server.PutAsync($"Patient?{Identifier("u1")}", Patient("u1", "\"id\":\"chosen-u1\","));

        Assert.Equal(201, reply.Status);
        Assert.Equal("chosen-u1", reply.Id);
    }

    [Fact]
    public async Task Conditional_update_without_match_is_409_when_the_id_of_the_body_is_taken()
    {
        await server.PutAsync("Patient/taken", """{"resourceType":"Patient","id":"taken"}""");

        var reply = await server.PutAsync($"Patient?{Identifier("u2")}", Patient("u2", "\"id\":\"taken\","));

        Assert.Equal(409, reply.Status);
    }

    [Fact]
    public async Task Conditional_update_with_one_match_updates_it()
    {
        var first = await server.PostAsync("Patient", Patient("u3"));

        var reply = await server.PutAsync($"Patient?{Identifier("u3")}", Patient("u3", "\"active\":true,"));

        Assert.Equal(200, reply.Status);
        Assert.Equal(first.Id, reply.Id);
        Assert.Equal("W/\"2\"", reply.Header("ETag"));
    }

    [Fact]
    public async Task Conditional_update_with_one_match_and_another_id_in_the_body_is_400()
    {
        await server.PostAsync("Patient", Patient("u4"));

        var reply = await server.PutAsync($"Patient?{Identifier("u4")}", Patient("u4", "\"id\":\"other\","));

        Assert.Equal(400, reply.Status);
        Assert.Equal("Patient.id", reply.Expression);
    }

    [Fact]
    public async Task Conditional_update_with_several_matches_is_412()
    {
        await server.PostAsync("Patient", Patient("u5"));
        await server.PostAsync("Patient", Patient("u5"));

        var reply = await server.PutAsync($"Patient?{Identifier("u5")}", Patient("u5"));

        Assert.Equal(412, reply.Status);
    }

    [Fact]
    public async Task Conditional_delete_with_one_match_deletes_it()
    {
        var first = await server.PostAsync("Patient", Patient("d1"));

        var reply = await server.DeleteAsync($"Patient?{Identifier("d1")}");

        Assert.Equal(204, reply.Status);
        Assert.Equal(410, (await server.GetAsync($"Patient/{first.Id}")).Status);
    }

    [Fact]
    public async Task Conditional_delete_without_match_is_204()
    {
        Assert.Equal(204, (await server.DeleteAsync($"Patient?{Identifier("d0")}")).Status);
    }

    [Fact]
    public async Task Conditional_delete_with_several_matches_is_412_and_deletes_none()
    {
        var first = await server.PostAsync("Patient", Patient("d2"));
        await server.PostAsync("Patient", Patient("d2"));

        var reply = await server.DeleteAsync($"Patient?{Identifier("d2")}");

        Assert.Equal(412, reply.Status);
        Assert.Equal(200, (await server.GetAsync($"Patient/{first.Id}")).Status);
    }

    [Fact]
    public async Task Conditional_delete_without_criteria_is_400()
    {
        Assert.Equal(400, (await server.DeleteAsync("Patient")).Status);
    }
}
