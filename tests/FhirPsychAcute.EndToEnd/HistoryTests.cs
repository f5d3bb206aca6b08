namespace FhirPsychAcute.EndToEnd;

public sealed class HistoryTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task History_of_a_resource_lists_its_versions_newest_first_with_how_they_came_to_be()
    {
        var id = await server.CreatePatientAsync("History");
        await server.PutAsync($"Patient/{id}", $$"""{"resourceType":"Patient","id":"{{id}}"}""");
        await server.DeleteAsync($"Patient/{id}");

        var reply = await server.GetAsync($"Patient/{id}/_history");

        Assert.Equal("history", reply.Json["type"]!.GetValue<string>());
        Assert.Equal(3, reply.Json["total"]!.GetValue<int>());
        Assert.Equal(["DELETE", "PUT", "POST"], reply.Entries.Select(entry => entry!["request"]!["method"]!.GetValue<string>()));
        Assert.Null(reply.Entries[0]!["resource"]);
        Assert.Equal("2", reply.Entries[1]!["resource"]!["meta"]!["versionId"]!.GetValue<string>());
        Assert.Equal("W/\"1\"", reply.Entries[2]!["response"]!["etag"]!.GetValue<string>());
        Assert.Equal("Patient", reply.Entries[2]!["request"]!["url"]!.GetValue<string>());
        Assert.Equal($"{server.Base}/Patient/{id}", reply.Entries[0]!["fullUrl"]!.GetValue<string>());
    }

    [Fact]
    public async Task History_comes_in_pages_that_together_hold_every_version_once()
    {
        var id = await server.CreatePatientAsync("Paged");
        for (var i = 0; i < 4; i++)
        {
            await server.PutAsync($"Patient/{id}", $$"""{"resourceType":"Patient","id":"{{id}}"}""");
        }

        var versions = new List<string>();
        var url = $"{server.Base}/Patient/{id}/_history?_count=2";
        while (url is not null)
        {
            var page = await server.GetAsync(url);
            Assert.Equal(200, page.Status);
            versions.AddRange(page.Entries.Select(entry => entry!["resource"]!["meta"]!["versionId"]!.GetValue<string>()));
            url = page.Json["link"]!.AsArray().SingleOrDefault(link => link!["relation"]!.GetValue<string>() == "next")?["url"]!.GetValue<string>();
        }

        Assert.Equal(["5", "4", "3", "2", "1"], versions);
    }

    [Fact]
    public async Task History_of_a_type_and_of_the_server_hold_the_latest_change_first()
    {
        var id = await server.CreatePatientAsync("Latest");

        var ofType = await server.GetAsync("Patient/_history?_count=1");
        var ofServer = await server.GetAsync("_history?_count=1");

        Assert.Equal(id, ofType.Entries[0]!["resource"]!["id"]!.GetValue<string>());
        Assert.Equal(id, ofServer.Entries[0]!["resource"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task History_since_a_later_time_is_empty()
    {
        var id = await server.CreatePatientAsync("Since");

        var reply = await server.GetAsync($"Patient/{id}/_history?_since=2999-01-01T00:00:00Z");

        Assert.Equal(200, reply.Status);
        Assert.Empty(reply.Entries);
    }

    [Theory]
    [InlineData("_since=yesterday", "_since")]
    [InlineData("_at=2026-13-01", "_at")]
    [InlineData("_count=few", "_count")]
    [InlineData("_cursor=made-up", "_cursor")]
    public async Task A_wrong_parameter_of_history_is_400_and_named(string query, string name)
    {
        var id = await server.CreatePatientAsync("Wrong");

        var reply = await server.GetAsync($"Patient/{id}/_history?{query}");

        Assert.Equal(400, reply.Status);
        Assert.Equal(name, reply.Expression);
    }

    [Fact]
    public async Task History_of_an_unknown_id_is_404()
    {
        Assert.Equal(404, (await server.GetAsync("Patient/never/_history")).Status);
    }
}
