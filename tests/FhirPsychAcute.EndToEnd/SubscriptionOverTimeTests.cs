using System.Globalization;
using FhirPsychAcute.Server;

namespace FhirPsychAcute.EndToEnd;

public sealed class SubscriptionOverTimeTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Reach = TimeSpan.FromMinutes(10);

    private readonly SteppedClock clock = new(new DateTimeOffset(2026, 3, 1, 20, 0, 0, TimeSpan.Zero));
    private readonly HookListener receiver = new();
    private readonly ClockedServer server;

    public SubscriptionOverTimeTests() => server = new ClockedServer(clock, receiver.Root);

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose() => receiver.Dispose();

    [Fact]
    public async Task A_receiver_that_stays_away_is_told_as_error_then_as_off_and_gets_everything_when_it_is_requested_again()
    {
        var id = await SubscribeAsync();
        receiver.Close();
        var first = await PostAsync();
        var second = await PostAsync();
        foreach (var _ in Enumerable.Range(1, 7))
        {
            Assert.Equal("active", await StatusAsync(id));
            clock.Advance(await clock.UntilTimerAsync(Reach));
        }

        await clock.UntilTimerAsync(Reach);
        var failing = await server.GetAsync($"Subscription/{id}");
        Assert.Equal("error", failing.Json["status"]!.GetValue<string>());
        Assert.StartsWith("no connection", failing.Json["error"]!.GetValue<string>(), StringComparison.Ordinal);

        // The setting is one hour; the last attempt before it lies at most five minutes earlier.
        var off = UntilAsync(id, "off");
        while (!off.IsCompleted)
        {
            var next = clock.UntilTimerAsync(Reach);
            await Task.WhenAny(next, off);
            if (!off.IsCompleted)
            {
                clock.Advance(await next);
            }
        }

        await off;
        Assert.InRange(clock.GetUtcNow(), new DateTimeOffset(2026, 3, 1, 21, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 1, 21, 5, 0, TimeSpan.Zero));
        receiver.Open();
        await server.PutAsync($"Subscription/{id}", Subscription(id));

        Assert.Equal($"/Task/{first}", (await receiver.NextAsync()).Path);
        Assert.Equal($"/Task/{second}", (await receiver.NextAsync()).Path);
        await UntilAsync(id, "active");
    }

    [Fact]
    public async Task A_receiver_that_comes_back_makes_the_subscription_active_again()
    {
        var id = await SubscribeAsync();
        receiver.AnswerWith(503, 503, 503, 503, 503, 503, 503, 503);
        var task = await PostAsync();
        foreach (var _ in Enumerable.Range(1, 8))
        {
            Assert.Equal($"/Task/{task}", (await receiver.NextAsync()).Path);
            clock.Advance(await clock.UntilTimerAsync(Reach));
        }

        Assert.Equal($"/Task/{task}", (await receiver.NextAsync()).Path);
        await UntilAsync(id, "active");
        Assert.Null((await server.GetAsync($"Subscription/{id}")).Json["error"]);
    }

    [Fact]
    public async Task What_a_receiver_asks_for_with_Retry_After_is_kept()
    {
        await SubscribeAsync();
        receiver.AnswerHeader = ("Retry-After", "120");
        receiver.AnswerWith(503);
        await PostAsync();
        await receiver.NextAsync();

        Assert.Equal(TimeSpan.FromSeconds(120), await clock.UntilTimerAsync(Reach));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await SubscribeAsync();
        receiver.AnswerHeader = ("Location", $"{receiver.Root}/elsewhere");
        receiver.AnswerWith(307);
        var task = await PostAsync();
        await receiver.NextAsync();
        clock.Advance(await clock.UntilTimerAsync(Reach));

        Assert.Equal($"/Task/{task}", (await receiver.NextAsync()).Path);
    }

    [Fact]
    public async Task A_subscription_ends_when_its_end_comes()
    {
        var id = await SubscribeAsync("2026-03-01T20:05:00Z");
        clock.Advance(await clock.UntilTimerAsync(Reach));

        await UntilAsync(id, "off");
        await PostAsync();
        Assert.False(receiver.HasMore);
    }

    private string Subscription(string? id = null, string? end = null) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"resourceType":"Subscription",{{{(id is null ? "" : $"\"id\":\"{id}\",")}}}"status":"requested",{{{(end is null ? "" : $"\"end\":\"{end}\",")}}}"reason":"Test","criteria":"Task?owner=Organization/aarhus","channel":{"type":"rest-hook","endpoint":"{{{receiver.Root}}}","payload":"application/fhir+json"} }""");

    private async Task<string> SubscribeAsync(string? end = null)
    {
        var reply = await server.PostAsync("Subscription", Subscription(null, end));
        Assert.True(reply.Status == 201, reply.Body);
        await UntilAsync(reply.Id, "active");
        return reply.Id;
    }

    private async Task<string> PostAsync() =>
        (await server.PostAsync("Task", """{"resourceType":"Task","status":"requested","intent":"order","owner":{"reference":"Organization/aarhus"}}""")).Id;

    private async Task<string> StatusAsync(string id) => (await server.GetAsync($"Subscription/{id}")).Json["status"]!.GetValue<string>();

    private async Task UntilAsync(string id, string status)
    {
        var changes = server.Service.Store.Changes;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var seen = changes.Last;
            if (await StatusAsync(id) == status)
            {
                return;
            }

            await changes.WaitAsync(["Subscription"], seen, patience.Token);
        }
    }

    private sealed class ClockedServer(SteppedClock clock, string allow) : RunningServer
    {
        internal override ServerParts Parts => new(clock);

        internal override ServerOptions Adjust(ServerOptions options) => options with { SubscriptionsAllow = allow, SubscriptionsGiveUpHours = 1, Watch = false };
    }
}
