using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>An episode in the overview: open, or with something that somebody has to do.</summary>
public sealed class WardEpisode
{
    internal WardEpisode(CoercionStatus status, string? ward, string? region)
    {
        Status = status;
        Ward = ward;
        Region = region;
        ToDo = [.. status.Clocks.Where(static clock => clock.NeedsActor).OrderBy(Rank).ThenBy(static clock => clock.Due?.Passes ?? DateTimeOffset.MaxValue)];
    }

    /// <summary>What the rules say of it.</summary>
    public CoercionStatus Status { get; }

    /// <summary>Address of the ward; null where it is not known.</summary>
    public string? Ward { get; }

    /// <summary>Regionskode at that time, or the name of a region without one; null where it is not known.</summary>
    public string? Region { get; }

    /// <summary>What somebody has to do, most urgent first.</summary>
    public IReadOnlyList<Clock> ToDo { get; }

    /// <summary>Whether something is overdue.</summary>
    public bool IsOverdue => ToDo.Any(static clock => clock.State == ClockState.Overdue);

    /// <summary>How urgent it is beside others: what is overdue by law first, then by guidance, then limits that were passed, then what has no time limit, then what is due next.</summary>
    internal (int Rank, DateTimeOffset Due) Urgency => ToDo is [var first, ..]
        ? (Rank(first), first.Due?.Passes ?? Status.Case.Start ?? DateTimeOffset.MaxValue)
        : (5, Status.ChangesAt ?? DateTimeOffset.MaxValue);

    private static int Rank(Clock clock) => clock switch
    {
        { State: ClockState.Overdue, Rule.Severity: <= IssueSeverity.Error } => 0,
        { State: ClockState.Overdue } => 1,
        { Rule.Severity: <= IssueSeverity.Error } => 2,
        { State: ClockState.Passed } => 3,
        _ => 4,
    };
}
