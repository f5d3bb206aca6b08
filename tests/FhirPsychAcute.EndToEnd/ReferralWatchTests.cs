using FhirPsychAcute.Server;

namespace FhirPsychAcute.EndToEnd;

/// <summary>What time brings to a referral that waits: nobody has answered, then nobody has come. The server's own watch, on a clock that the test puts forward.</summary>
public sealed class ReferralWatchTests : IAsyncLifetime
{
    // 22:06 in Denmark, when the referral of the tests is sent; its limit is 02:00.
    private readonly SteppedClock clock = new(new DateTimeOffset(2026, 3, 12, 21, 6, 0, TimeSpan.Zero));
    private readonly SteppedServer server;

    public ReferralWatchTests() => server = new SteppedServer(clock);

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task When_nobody_has_answered_in_time_the_sender_is_told_once_and_an_answer_settles_it()
    {
        var referral = await ReferralCase.SendAsync(server);
        var later = await ReferralCase.SendAsync(server, anonymous: true);
        Assert.Empty((await server.GetAsync("DetectedIssue")).Entries);

        clock.Advance(TimeSpan.FromHours(4));
        await AlertedAsync(2);

        var finding = Assert.Single((await server.GetAsync($"DetectedIssue?implicated=Task/{referral.TaskId}")).Entries)!["resource"]!;
        Assert.Equal(("overdue-alert", "preliminary"), (finding["code"]!["coding"]![0]!["code"]!.GetValue<string>(), finding["status"]!.GetValue<string>()));
        var message = Assert.Single((await server.GetAsync($"Communication?recipient=Organization/{referral.SenderId}")).Entries)!["resource"]!;
        Assert.Equal("Ingen havde svaret på henvisningen, da fristen udløb 13.03.2026 02.00.", message["payload"]![0]!["contentString"]!.GetValue<string>());
        Assert.Single((await server.GetAsync($"DetectedIssue?implicated=Task/{later.TaskId}")).Entries);

        Assert.Equal(200, (await server.PutAsync($"Task/{referral.TaskId}", referral.Task("rejected", "declined", reason: "full"))).Status);
        Assert.Equal("final", (await server.GetAsync($"DetectedIssue/{finding["id"]}")).Json["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task When_an_accepted_person_has_not_come_in_time_the_sender_is_told_and_the_report_that_follows_is_the_same_alert()
    {
        var referral = await ReferralCase.SendAsync(server);
        Assert.Equal(200, (await server.PutAsync($"Task/{referral.TaskId}", referral.Task("accepted", "accepted"))).Status);

        clock.Advance(TimeSpan.FromHours(4));
        await AlertedAsync(1);
        Assert.Equal(200, (await server.PutAsync($"Task/{referral.TaskId}", referral.Task("failed", "no-show"))).Status);

        var finding = Assert.Single((await server.GetAsync($"DetectedIssue?implicated=Task/{referral.TaskId}")).Entries)!["resource"]!;
        Assert.Equal("no-show-alert", finding["code"]!["coding"]![0]!["code"]!.GetValue<string>());
        Assert.Single((await server.GetAsync($"Communication?recipient=Organization/{referral.SenderId}")).Entries);
    }

    // The message is stored after the finding.
    private async Task AlertedAsync(int messages)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var changes = server.Service.Store.Changes;
        for (var seen = changes.Last; (await server.GetAsync("Communication?_summary=count")).Json["total"]!.GetValue<int>() < messages; seen = changes.Last)
        {
            await changes.WaitAsync(["Communication"], seen, patience.Token);
        }
    }

    private sealed class SteppedServer(SteppedClock clock) : RunningServer
    {
        internal override ServerParts Parts => new(clock);
    }
}
