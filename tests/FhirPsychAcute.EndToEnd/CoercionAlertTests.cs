using FhirPsychAcute.Server;

namespace FhirPsychAcute.EndToEnd;

/// <summary>What the server tells by itself when a clock of a measure runs out.</summary>
public sealed class CoercionAlertTests : IAsyncLifetime
{
    // The night to summer time: from half past midnight four hours end at half past five.
    private readonly SteppedClock clock = new(new DateTimeOffset(2026, 3, 28, 23, 30, 0, TimeSpan.Zero));
    private readonly NightServer server;

    public CoercionAlertTests() => server = new NightServer(clock);

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_belt_without_review_raises_an_alert_after_four_hours_of_the_night_in_which_the_clock_is_changed()
    {
        var patient = await server.CreatePatientAsync("Nat");
        var belt = await server.PostAsync("Procedure", $$$"""
            {"resourceType":"Procedure","status":"in-progress","category":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-procedure-category","code":"tvang"}]},
             "code":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure","code":"baelte"}]},"subject":{"reference":"Patient/{{{patient}}}"},
             "performedPeriod":{"start":"2026-03-29T00:30:00+01:00"} }
            """);
        Assert.Equal(201, belt.Status);

        clock.Advance(TimeSpan.FromHours(4) + TimeSpan.FromSeconds(1));
        for (var seen = 0L; await CountAsync() < 2; seen = server.Service.Store.Changes.Last)
        {
            await server.Service.Store.Changes.WaitAsync(["DetectedIssue"], seen, new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        }

        var alerts = (await server.GetAsync($"DetectedIssue?implicated=Procedure/{belt.Id}")).Entries.Select(static entry => entry!["resource"]!).ToList();
        Assert.Equal(["fixation-hours", "fixation-review-first"], alerts.Select(static alert => alert["code"]!["coding"]![0]!["code"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(alerts, static alert => Assert.Equal("2026-03-29T05:30:00+02:00", alert["identifiedDateTime"]!.GetValue<string>()));
        Assert.Contains(alerts, static alert => alert["detail"]!.GetValue<string>().StartsWith(
            "Første lægelige vurdering af fikseringen senest efter 4 timer: skulle være sket senest 29. marts 2026 kl. 05.30 og er ikke registreret", StringComparison.Ordinal));
    }

    private async Task<int> CountAsync() => (await server.GetAsync("DetectedIssue?_summary=count")).Json["total"]!.GetValue<int>();

    private sealed class NightServer(SteppedClock clock) : RunningServer
    {
        internal override ServerParts Parts => new(clock);
    }
}
