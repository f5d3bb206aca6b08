using FhirPsychAcute.Server;

namespace FhirPsychAcute.EndToEnd;

public sealed class WatchTests : IAsyncLifetime
{
    private readonly SteppedClock clock = new(new DateTimeOffset(2026, 3, 1, 20, 0, 0, TimeSpan.Zero));
    private readonly OverdueTaskWatch watch = new();
    private readonly WatchedServer server;

    public WatchTests() => server = new WatchedServer(clock, watch);

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task An_alert_is_stored_when_its_time_comes_and_once_only()
    {
        var id = await CreateAsync("requested", "2026-03-01T22:00:00Z");
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await CountAsync());

        clock.Advance(TimeSpan.FromHours(1));
        await AlertsAsync(0);
        var alerts = await server.GetAsync("DetectedIssue");
        Assert.Equal($"Task/{id}", Assert.Single(alerts.Entries)!["resource"]!["implicated"]![0]!["reference"]!.GetValue<string>());

        // A further version of the same Task makes the watch look again; a second Task shows that it has done so.
        var seen = server.Service.Store.Changes.Last;
        await server.PutAsync($"Task/{id}", Body("requested", "2026-03-01T22:00:00Z", id));
        await CreateAsync("requested", "2026-03-01T21:00:00Z");
        await AlertsAsync(seen);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task What_is_overdue_already_when_it_is_written_is_told_at_once()
    {
        await CreateAsync("requested", "2026-03-01T19:00:00Z");

        await AlertsAsync(0);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task What_is_closed_when_it_is_written_is_never_looked_at()
    {
        await CreateAsync("completed", "2026-03-01T19:00:00Z");
        await CreateAsync("requested", "2026-03-01T19:00:00Z");

        await AlertsAsync(0);
        Assert.Equal(1, watch.Looks);
    }

    [Fact]
    public async Task After_a_restart_what_is_open_is_looked_at_again_and_told_once()
    {
        await CreateAsync("requested", "2026-03-01T19:00:00Z");
        await CreateAsync("requested", "2026-03-01T22:00:00Z");
        await AlertsAsync(0);
        var seen = server.Service.Store.Changes.Last;

        await server.RestartAsync();
        clock.Advance(TimeSpan.FromHours(2));

        await AlertsAsync(seen);
        Assert.Equal(2, await CountAsync());
    }

    private static string Body(string status, string end, string? id = null) =>
        $$$"""{"resourceType":"Task",{{{(id is null ? "" : $"\"id\":\"{id}\",")}}}"status":"{{{status}}}","intent":"order","restriction":{"period":{"end":"{{{end}}}"} } }""";

    private async Task<string> CreateAsync(string status, string end)
    {
        var reply = await server.PostAsync("Task", Body(status, end));
        Assert.Equal(201, reply.Status);
        return reply.Id;
    }

    private async Task<int> CountAsync() => (await server.GetAsync("DetectedIssue?_summary=count")).Json["total"]!.GetValue<int>();

    private Task AlertsAsync(long after) => server.Service.Store.Changes.WaitAsync(["DetectedIssue"], after, new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

    private sealed class WatchedServer(SteppedClock clock, OverdueTaskWatch watch) : RunningServer
    {
        internal override ServerParts Parts => new(clock) { Watches = [watch] };
    }
}
