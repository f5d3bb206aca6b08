using System.Text.Json.Nodes;

namespace FhirPsychAcute.EndToEnd;

/// <summary>$incident-status over HTTP, with the fictitious activation of examples/incident.</summary>
public sealed class IncidentTests(RunningServer server) : IClassFixture<RunningServer>, IAsyncLifetime
{
    private string group = "";

    public async Task InitializeAsync()
    {
        var reply = await server.PostAsync("", await File.ReadAllTextAsync(Checkout.Locate("examples/incident/transaction.json")));
        Assert.Equal(200, reply.Status);
        group = reply.Entries.Select(static entry => entry!["response"]!["location"]!.GetValue<string>()).Single(static location => location.StartsWith("Group/", StringComparison.Ordinal)).Split('/')[1];
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Calls_and_persons_are_grouped_and_counted()
    {
        var reply = await server.GetAsync($"Group/{group}/$incident-status?at=2026-03-14T12:00:00%2B01:00", ("Accept-Language", "da"));

        Assert.Equal(200, reply.Status);
        Assert.Equal("6 personer: 1 med overskredet kontakt, 2 uden opfølgning, 1 ikke truffet, 1 med planlagt kontakt, 1 afsluttet.", Parameter(reply, "text")["valueString"]!.GetValue<string>());
        Assert.Equal(
            ["persons 6", "calls 4", "unanswered 1", "overdue 1", "none 2", "unreachable 1", "planned 1", "done 1"],
            Parameter(reply, "count")["part"]!.AsArray().Select(static part => $"{part!["name"]} {part["valueInteger"]}"));
    }

    [Fact]
    public async Task Calls_are_found_by_their_incident_and_tasks_by_their_reason()
    {
        Assert.Equal(4, (await server.GetAsync($"Encounter?incident=Group/{group}")).Json["total"]!.GetValue<int>());
        Assert.Equal(5, (await server.GetAsync($"Task?reason-reference=Group/{group}")).Json["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_group_that_is_no_activation_is_refused_and_one_that_is_not_there_is_not_found()
    {
        var other = await server.PostAsync("Group", """{"resourceType":"Group","type":"person","actual":true}""");
        var refused = await server.GetAsync($"Group/{other.Id}/$incident-status", ("Accept-Language", "da"));

        Assert.Equal(422, refused.Status);
        Assert.Equal($"Group/{other.Id} er ikke en aktivering af det psykosociale beredskab (profilen psychacute-kop-activation).", refused.IssueText);
        Assert.Equal(404, (await server.GetAsync("Group/ingen/$incident-status")).Status);
        Assert.Equal(400, (await server.GetAsync($"Group/{group}/$incident-status?at=lørdag")).Status);
    }

    private static JsonNode Parameter(Reply reply, string name) => reply.Json["parameter"]!.AsArray().First(parameter => parameter!["name"]!.GetValue<string>() == name)!;
}
