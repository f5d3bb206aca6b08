using FhirPsychAcute.Psychiatry.Indicators;

namespace FhirPsychAcute.Cli;

/// <summary>What <c>indicators</c> shows.</summary>
internal sealed record IndicatorsOptions
{
    /// <summary>The first and the last day, month or year.</summary>
    public required (string From, string To) Period { get; init; }

    /// <summary>The measures.</summary>
    public required IReadOnlyList<IndicatorMeasure> Measures { get; init; }

    /// <summary>Stratifiers shown; empty for the whole only.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>A server that computes; null to compute from files.</summary>
    public Uri? Server { get; init; }

    /// <summary>Whether small counts of files are shown; a server decides by its own setting.</summary>
    public bool ShowsSmallCounts { get; init; }

    /// <summary>Tables in place of the program's own; null for none.</summary>
    public string? Rules { get; init; }

    /// <summary>Whether the MeasureReports are printed as they are, one a line.</summary>
    public bool AsJson { get; init; }
}
