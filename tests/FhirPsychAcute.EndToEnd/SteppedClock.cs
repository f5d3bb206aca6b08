namespace FhirPsychAcute.EndToEnd;

/// <summary>A clock that stands still until it is put forward; timers that fall due meanwhile go off.</summary>
internal sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<SteppedTimer> timers = [];
    private DateTimeOffset now = start;
    private TaskCompletionSource added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until somebody waits for a time within reach.</summary>
    /// <param name="reach">How far ahead it may lie.</param>
    /// <returns>How far ahead it lies.</returns>
    public async Task<TimeSpan> UntilTimerAsync(TimeSpan reach)
    {
        while (true)
        {
            Task more;
            lock (gate)
            {
                if (timers.Find(timer => timer.Due - now <= reach) is { } timer)
                {
                    return timer.Due - now;
                }

                more = added.Task;
            }

            await more.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>Puts the clock forward.</summary>
    public void Advance(TimeSpan time)
    {
        List<SteppedTimer> due;
        lock (gate)
        {
            now += time;
            due = timers.FindAll(timer => timer.Due <= now);
            timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
        {
            timer.GoOff();
        }
    }

    private sealed class SteppedTimer(SteppedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.now + dueTime;
                    clock.timers.Add(this);
                    clock.added.TrySetResult();
                    clock.added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }

            return true;
        }

        public void GoOff() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
