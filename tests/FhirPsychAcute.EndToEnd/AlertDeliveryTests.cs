using FhirPsychAcute.Server;

namespace FhirPsychAcute.EndToEnd;

/// <summary>A referred citizen does not come: the clock says so, and the sender is told without having asked.</summary>
public sealed class AlertDeliveryTests : IAsyncLifetime, IDisposable
{
    private readonly SteppedClock clock = new(new DateTimeOffset(2026, 3, 12, 21, 6, 0, TimeSpan.Zero));
    private readonly HookListener sender = new();
    private readonly AlertedServer server;

    public AlertDeliveryTests() => server = new AlertedServer(clock, sender.Root);

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    public void Dispose() => sender.Dispose();

    [Fact]
    public async Task The_sender_is_sent_the_alert_when_a_referred_citizen_has_not_come()
    {
        var referral = await ReferralCase.SendAsync(server);
        await SubscribeAsync("DetectedIssue?identifier=https://fhirpsychacute.dk/sid/alert|", "/findings");
        await SubscribeAsync($"Communication?recipient=Organization/{referral.SenderId}", "/notices");
        var accepted = await server.PostAsync($"Task/{referral.TaskId}/$referral-answer?state=accepted", "");
        Assert.Equal(200, accepted.Status);

        clock.Advance(TimeSpan.FromHours(12));

        HookCall[] told = [await sender.NextAsync(), await sender.NextAsync()];
        var finding = Assert.Single(told, call => call.Path.StartsWith("/findings/DetectedIssue/", StringComparison.Ordinal)).Json;
        Assert.Equal($"Task/{referral.TaskId}", finding["implicated"]![0]!["reference"]!.GetValue<string>());
        Assert.Single(told, call => call.Path.StartsWith("/notices/Communication/", StringComparison.Ordinal));
    }

    private async Task SubscribeAsync(string criteria, string path)
    {
        var reply = await server.PostAsync("Subscription", $$"""
            { "resourceType": "Subscription", "status": "requested", "reason": "Besked, når en borger ikke er kommet", "criteria": "{{criteria}}",
              "channel": { "type": "rest-hook", "endpoint": "{{sender.Root}}{{path}}", "payload": "application/fhir+json" } }
            """);
        Assert.True(reply.Status == 201, reply.Body);
    }

    private sealed class AlertedServer(SteppedClock clock, string allow) : RunningServer
    {
        internal override ServerParts Parts => new(clock);

        internal override ServerOptions Adjust(ServerOptions options) => options with { SubscriptionsAllow = allow };
    }
}
