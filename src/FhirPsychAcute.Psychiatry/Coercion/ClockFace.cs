using FhirPsychAcute.Psychiatry.Calendar;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>How a clock stands, by when it was due, when it was done and when it could no longer be: the same for every kind of rule.</summary>
internal static class ClockFace
{
    /// <summary>Judges something that is due once.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="due">When it is due.</param>
    /// <param name="done">When it was done; null when it was not.</param>
    /// <param name="over">From when on nobody can do it or has to; null while that is not so.</param>
    /// <param name="at">The time.</param>
    public static Clock Judge(CoercionRule rule, Deadline due, DateTimeOffset? done, DateTimeOffset? over, DateTimeOffset at)
    {
        var clock = new Clock(rule, ClockState.Running) { Due = due };
        if (done is { } time)
        {
            return clock with { Done = time, Late = due.IsKeptBy(time) ? null : Clock.Beyond(due, time) ?? TimeSpan.Zero, State = due.IsKeptBy(time) ? ClockState.Met : ClockState.MetLate };
        }

        if (over is { } end)
        {
            return due.IsKeptBy(end) ? clock with { State = ClockState.NotNeeded } : clock with { State = ClockState.Missed, Late = Clock.Beyond(due, end) };
        }

        return due.HasPassed(at) ? clock with { State = ClockState.Overdue, Late = Clock.Beyond(due, at), NeedsActor = true } : clock;
    }

    /// <summary>Judges what is to be done without a time that any source names.</summary>
    public static Clock JudgeUntimed(CoercionRule rule, DateTimeOffset? done, DateTimeOffset? over) => done is { } time
        ? new Clock(rule, ClockState.Met) { Done = time }
        : new Clock(rule, over is null ? ClockState.Outstanding : ClockState.Missed) { NeedsActor = over is null };

    /// <summary>A clock of which a fact is missing.</summary>
    public static Clock Undecided(CoercionRule rule, string reason, params object[] arguments) => new(rule, ClockState.Undecided) { Reason = CoercionTexts.Of(reason, arguments) };

    /// <summary>A rule that does not apply.</summary>
    public static Clock NotApplicable(CoercionRule rule, string reason, params object[] arguments) => new(rule, ClockState.NotApplicable) { Reason = CoercionTexts.Of(reason, arguments) };

    /// <summary>A clock that has not begun.</summary>
    public static Clock Waiting(CoercionRule rule, string reason) => new(rule, ClockState.Waiting) { Reason = CoercionTexts.Of(reason) };
}
