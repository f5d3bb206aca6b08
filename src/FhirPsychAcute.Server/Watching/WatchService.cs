using FhirPsychAcute.Psychiatry.Watching;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// Looks at open resources as time passes (DESIGN 6: non-arrival raises an alert, overdue reviews are pushed). At start it finds what is open, then it follows the change feed,
/// sleeps until the next thing falls due, and stores what a watch has to tell as an ordinary create, so that it is validated, searched and delivered to subscribers as everything else.
/// Nothing is kept but in memory: after a restart everything open is looked at again, and an alert that is stored already is recognised by its identifier.
/// </summary>
internal sealed class WatchService : IAsyncDisposable
{
    /// <summary>Most resources that wait for their time.</summary>
    public const int MaxWaiting = 500_000;

    private const int PageSize = 500;

    // While so many versions arrive at a time, a load is under way: what it leaves open is looked at when it pauses, or when this time has passed.
    private const int LoadPage = 50;
    private const int MaxGathered = 5_000;
    private static readonly TimeSpan LoadPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookTime = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(1);

    // A machine that slept or whose clock was set must not miss what fell due meanwhile by more than this.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(15);

    private readonly FhirService service;
    private readonly IReadOnlyList<IWatch> watches;
    private readonly string[] types;
    private readonly ILogger logger;
    private readonly AlertWriting alerts;
    private readonly DueQueue<(int Watch, string Focus)> queue = new(MaxWaiting);
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;
    private bool overflowed;
    private long position;

    /// <summary>Makes the service.</summary>
    public WatchService(FhirService service, IReadOnlyList<IWatch> watches, ILogger logger)
    {
        this.service = service;
        this.watches = watches;
        this.logger = logger;
        alerts = new AlertWriting(service, logger);
        types = [.. watches.SelectMany(static watch => watch.Follows).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Starts; does nothing where there is nothing to watch.</summary>
    public void Start()
    {
        if (types.Length > 0)
        {
            running = Task.Run(RunAsync);
        }
    }

    /// <summary>Stops; done when nothing of it runs any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        position = service.Store.Changes.Last;
        var isScanned = false;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (!isScanned)
                {
                    await ScanAsync(stopping.Token);
                    isScanned = true;
                }

                if (await StepAsync(stopping.Token))
                {
                    await SleepAsync(stopping.Token);
                    isScanned = !overflowed || queue.Count > MaxWaiting / 2;
                    overflowed &= !isScanned;
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
            }
            catch (Exception fault)
            {
                WatchLog.Interrupted(logger, fault.GetType().Name, fault is StoreException ? fault.Message : "");
                await PauseAsync(AfterFault);
            }
        }
    }

    private async Task ScanAsync(CancellationToken cancellationToken)
    {
        var now = service.Clock.GetUtcNow();
        for (var i = 0; i < watches.Count; i++)
        {
            await foreach (var version in service.Gather.StreamAsync(watches[i].Open, cancellationToken))
            {
                Note(i, version, now);
            }

            WatchLog.Watching(logger, watches[i].Name, queue.Count);
        }
    }

    // Whether everything that can be done now is done.
    private async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        var page = service.Store.Changes.Read(types, position, PageSize, MayConcern);
        var now = service.Clock.GetUtcNow();
        foreach (var (_, version) in page.Changes)
        {
            NoteAll(version, now);
        }

        position = page.End;
        if (page.Changes.Count >= LoadPage && queue.Next is { } next && now - next < LoadPatience)
        {
            return false;
        }

        var began = service.Clock.GetTimestamp();
        while (queue.TryTake(service.Clock.GetUtcNow(), out var due))
        {
            await LookAsync(due.Watch, due.Focus, cancellationToken);
            if (service.Clock.GetElapsedTime(began) > LookTime)
            {
                return false;
            }
        }

        return position >= service.Store.Changes.Last || page.Changes.Count == 0;
    }

    private bool MayConcern(string type, ReadOnlySpan<byte> json)
    {
        foreach (var watch in watches)
        {
            if (watch.Follows.Contains(type, StringComparer.Ordinal) && watch.MayConcern(type, json))
            {
                return true;
            }
        }

        return false;
    }

    private void NoteAll(StoredVersion version, DateTimeOffset now)
    {
        if (version.IsDeleted)
        {
            // A focus that is gone is found to be gone when its time comes; what depended on the deleted resource is looked at when it changes itself.
            return;
        }

        for (var i = 0; i < watches.Count; i++)
        {
            if (watches[i].Follows.Contains(version.Type, StringComparer.Ordinal) && watches[i].MayConcern(version.Type, version.Content.Span))
            {
                Note(i, version, now);
            }
        }
    }

    private void Note(int watch, StoredVersion version, DateTimeOffset now)
    {
        try
        {
            foreach (var focus in watches[watch].FocusesOf(service.Gather.Parse(version)))
            {
                if (!queue.Set((watch, focus), now) && !overflowed)
                {
                    overflowed = true;
                    WatchLog.Overflowed(logger, MaxWaiting);
                }
            }
        }
        catch (Exception fault)
        {
            WatchLog.Failed(logger, watches[watch].Name, version.Type, fault.GetType().Name);
        }
    }

    private async Task LookAsync(int index, string focus, CancellationToken cancellationToken)
    {
        var watch = watches[index];
        var now = service.Clock.GetUtcNow();
        var again = now + AfterFault;
        try
        {
            var known = await service.Gather.SetAsync(MaxGathered, cancellationToken, watch.Needs(focus));
            if (!known.IsSuccess)
            {
                WatchLog.Failed(logger, watch.Name, TypeOf(focus), known.Error.Issues[0].Code);
            }
            else
            {
                var seen = watch.Look(known.Value, focus, now);
                var isTold = true;
                foreach (var alert in seen.Alerts)
                {
                    isTold &= await alerts.StoreAsync(watch.Name, alert, cancellationToken);
                }

                if (isTold)
                {
                    if (seen.LookAgain is null)
                    {
                        return;
                    }

                    again = seen.LookAgain > now ? seen.LookAgain.Value : now + Soonest;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            WatchLog.Failed(logger, watch.Name, TypeOf(focus), fault.GetType().Name);
        }

        queue.Set((index, focus), again);
    }

    private async Task SleepAsync(CancellationToken cancellationToken)
    {
        var sleep = queue.Next is { } next ? next - service.Clock.GetUtcNow() : LongestSleep;
        if (sleep <= TimeSpan.Zero)
        {
            return;
        }

        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var change = service.Store.Changes.WaitAsync(types, position, awake.Token);
        var time = queue.Next is null ? Task.Delay(Timeout.InfiniteTimeSpan, awake.Token) : Task.Delay(sleep < LongestSleep ? sleep : LongestSleep, service.Clock, awake.Token);

        // The clock may have been put forward before the timer was set.
        if (queue.Next is not { } due || due > service.Clock.GetUtcNow())
        {
            await Task.WhenAny(change, time);
        }

        await awake.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, service.Clock, stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
    }

    private static string TypeOf(string focus) => focus[..Math.Max(focus.IndexOf('/', StringComparison.Ordinal), 0)];
}
