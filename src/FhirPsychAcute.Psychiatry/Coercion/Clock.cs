using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Calendar;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>One clock of one measure: a rule and how it stands.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="State">How it stands.</param>
public sealed record Clock(CoercionRule Rule, ClockState State)
{
    /// <summary>When it is or was due, or when a limit is or was reached; null where no source names a time or it cannot be told.</summary>
    public Deadline? Due { get; init; }

    /// <summary>When it was done; null when it was not.</summary>
    public DateTimeOffset? Done { get; init; }

    /// <summary>By how much it was or is too late, or a limit was passed.</summary>
    public TimeSpan? Late { get; init; }

    /// <summary>For how many times in a row it says the same; the due time is that of the first.</summary>
    public int Times { get; init; } = 1;

    /// <summary>What it is about beside the measure (<c>Task/1</c> of a complaint); null for the measure alone.</summary>
    public string? About { get; init; }

    /// <summary>Why it does not apply or cannot be told; null for others.</summary>
    public TranslatedText? Reason { get; init; }

    /// <summary>Whether somebody has to act now.</summary>
    public bool NeedsActor { get; init; }

    /// <summary>Whether it belongs to a past that nobody can change: met, missed, kept.</summary>
    public bool IsSettled => State is ClockState.Met or ClockState.MetLate or ClockState.Missed or ClockState.Kept or ClockState.NotNeeded or ClockState.NotApplicable or ClockState.Lapsed;

    /// <summary>Whether it is a finding: something was not as the rule asks.</summary>
    public bool IsFinding => State is ClockState.Overdue or ClockState.Passed or ClockState.MetLate or ClockState.Missed;

    /// <summary>How it stands, in one sentence.</summary>
    public TranslatedText Sentence => ClockSentence.Of(this);

    internal static TimeSpan? Beyond(Deadline due, DateTimeOffset time) => time > due.Passes ? time - due.Passes : null;
}
