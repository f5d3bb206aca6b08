using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Indicators;

/// <summary>What is asked of a measure.</summary>
public sealed record IndicatorQuestion
{
    /// <summary>What begins in it is counted.</summary>
    public required IndicatorPeriod Period { get; init; }

    /// <summary>The dated tables: regions, bands, population, targets, the mask for small counts.</summary>
    public required RuleFolder Rules { get; init; }

    /// <summary>As of when it is told: what is overdue is overdue then, and what begins later has not happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether what began then is counted.</summary>
    public bool Counts(DateTimeOffset began) => Period.Holds(began) && began <= At;

    /// <summary>Only what happened in this organisation, or in one that belongs to it (<c>Organization/id</c>); null for everything.</summary>
    public string? Organization { get; init; }

    /// <summary>Stratifiers wanted in the answer, codes of psychacute-stratifier, several joined by a plus; empty for all. It changes nothing of what is masked.</summary>
    public IReadOnlyList<string> Stratifiers { get; init; } = [];

    /// <summary>Whether small counts are shown; otherwise they are masked, and with them what would give them away.</summary>
    public bool ShowsSmallCounts { get; init; }
}
