using System.Globalization;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// Delivers what matches one subscription, in the order of the commits and at least once: it follows the change feed from its own durable position, so that a slow or silent receiver
/// delays nobody else, and neither that nor the end of the process loses anything. While nothing of its type is written it sleeps.
/// </summary>
internal sealed class Delivery : IAsyncDisposable
{
    /// <summary>Attempts after which a notification that the receiver refuses is given up.</summary>
    public const int AttemptsOfRefused = 3;

    /// <summary>Failures in a row after which the Subscription says error: about two minutes.</summary>
    public const int FailuresUntilError = 8;

    /// <summary>Notifications given up in a row after which the receiver is taken to want none.</summary>
    public const int RefusedUntilOff = 20;

    // What matches nothing moves the position on too; it is kept now and then, so that a restart does not read all of it again.
    private const long SeqsUntilSaved = 2_000;

    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly DeliveryTools tools;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task running;
    private volatile DeliveryState state;
    private FeedPosition saved;
    private int givenUpInARow;
    private bool isToldFailing = true;

    /// <summary>Starts.</summary>
    /// <param name="plan">What to deliver where.</param>
    /// <param name="position">Where to go on.</param>
    /// <param name="tools">What to work with.</param>
    public Delivery(SubscriptionPlan plan, FeedPosition position, DeliveryTools tools)
    {
        Plan = plan;
        this.tools = tools;
        saved = position;
        state = new DeliveryState(position, 0, null, null, null);
        running = Task.Run(RunAsync);
    }

    /// <summary>What is delivered where.</summary>
    public SubscriptionPlan Plan { get; }

    /// <summary>How it is doing.</summary>
    public DeliveryState State => state;

    /// <summary>Stops; done when nothing is on its way any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var token = stopping.Token;
        while (!token.IsCancellationRequested)
        {
            try
            {
                if (!await StepAsync(token))
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
            }
            catch (StoreException fault) when (fault.Fault == StoreFault.Closed)
            {
                return;
            }
            catch (Exception fault)
            {
                SubscriptionLog.Interrupted(tools.Logger, Plan.Id, fault.GetType().Name);
                await Task.Delay(AfterFault, tools.Clock, token).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    // One stretch of the feed; false when the subscription is over.
    private async Task<bool> StepAsync(CancellationToken token)
    {
        if (Plan.End <= tools.Clock.GetUtcNow())
        {
            await EndAsync("its end has come", token);
            return false;
        }

        var before = state.Position;
        var page = tools.Matching.Read(Plan.Type, before.Seq, Plan.Criteria);
        foreach (var match in page.Matches)
        {
            if (!await DeliverAsync(match, token))
            {
                return false;
            }
        }

        state = state with { Position = state.Position with { Seq = page.End } };
        if (page.End - saved.Seq >= SeqsUntilSaved)
        {
            await SaveAsync();
        }

        if (page.Matches.Count == 0 && page.End >= tools.Feed.Last)
        {
            await SleepAsync(page.End, token);
        }

        return true;
    }

    // Until it is delivered or given up; false when the subscription is over.
    private async Task<bool> DeliverAsync(Change change, CancellationToken token)
    {
        var began = tools.Clock.GetUtcNow();
        for (var failures = 1; ; failures++)
        {
            var outcome = await tools.Sender.SendAsync(Plan, change.Version, token);
            switch (outcome.Result)
            {
                case HookResult.Delivered:
                    await DeliveredAsync(change, token);
                    return true;
                case HookResult.Refused when failures >= AttemptsOfRefused:
                    return await GiveUpAsync(change, failures, outcome.Reason, token);
            }

            var now = tools.Clock.GetUtcNow();
            if (outcome.Result == HookResult.Unavailable && now - began >= tools.GiveUpAfter)
            {
                await EndAsync(string.Create(CultureInfo.InvariantCulture, $"{outcome.Reason}; tried {failures} times in {(now - began).TotalHours:0} hours. What waits is delivered when the status is set to requested"), token);
                return false;
            }

            var pause = BackOff.After(failures, Random.Shared.NextDouble(), outcome.RetryAfter);
            state = state with { Failures = failures, LastError = outcome.Reason, LastErrorAt = now, NextAttempt = now + pause };
            if (failures == FailuresUntilError)
            {
                isToldFailing = true;
                SubscriptionLog.Failing(tools.Logger, Plan.Id, outcome.Reason);
                await tools.Status.SetAsync(Plan.Id, "error", outcome.Reason, token, "requested", "active");
            }

            await Task.Delay(pause, tools.Clock, token);
            if (Plan.End <= tools.Clock.GetUtcNow())
            {
                await EndAsync("its end has come", token);
                return false;
            }
        }
    }

    private async Task DeliveredAsync(Change change, CancellationToken token)
    {
        givenUpInARow = 0;
        state = state with { Position = new FeedPosition(change.Seq, state.Position.Taken + 1), Failures = 0, NextAttempt = null };
        await SaveAsync();
        if (isToldFailing)
        {
            isToldFailing = false;
            await tools.Status.SetAsync(Plan.Id, "active", null, token, "error");
        }
    }

    private async Task<bool> GiveUpAsync(Change change, int attempts, string reason, CancellationToken token)
    {
        var now = tools.Clock.GetUtcNow();
        state = state with { Position = state.Position with { Seq = change.Seq }, Failures = 0, LastError = reason, LastErrorAt = now, NextAttempt = null };
        await tools.Feed.GiveUpAsync(Plan.Follower, new FeedRefusal(change.Seq, now, attempts, reason), state.Position);
        saved = state.Position;
        SubscriptionLog.GivenUp(tools.Logger, Plan.Id, reason);
        if (++givenUpInARow >= RefusedUntilOff)
        {
            await EndAsync($"{reason}, and so with {RefusedUntilOff.ToString(CultureInfo.InvariantCulture)} in a row", token);
            return false;
        }

        await tools.Status.SetAsync(Plan.Id, null, $"A notification was given up: {reason}. See $status.", token, "requested", "active", "error");
        return true;
    }

    // R4 subscription-status: off is too many errors, or the end.
    private async Task EndAsync(string reason, CancellationToken token)
    {
        state = state with { NextAttempt = null };
        await SaveAsync();
        SubscriptionLog.Off(tools.Logger, Plan.Id, reason);
        await tools.Status.SetAsync(Plan.Id, "off", reason, token, "requested", "active", "error");
    }

    private async Task SaveAsync()
    {
        var position = state.Position;
        await tools.Feed.SaveAsync(Plan.Follower, position);
        saved = position;
    }

    private async Task SleepAsync(long after, CancellationToken token)
    {
        if (Plan.End is not { } end)
        {
            await tools.Feed.WaitAsync([Plan.Type], after, token);
            return;
        }

        using var awake = CancellationTokenSource.CreateLinkedTokenSource(token);
        var sleep = end - tools.Clock.GetUtcNow();
        var change = tools.Feed.WaitAsync([Plan.Type], after, awake.Token);
        await Task.WhenAny(change, Task.Delay(sleep < TimeSpan.Zero ? TimeSpan.Zero : sleep < LongestSleep ? sleep : LongestSleep, tools.Clock, awake.Token));
        await awake.CancelAsync();
        token.ThrowIfCancellationRequested();
    }
}
