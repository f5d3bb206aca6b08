using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Indicators.Figures;

/// <summary>One count. The same count in several places of a report is one cell, so that it is masked everywhere or nowhere.</summary>
/// <param name="variable">What is counted.</param>
/// <param name="count">How many.</param>
internal sealed class Cell(string variable, long count)
{
    public string Variable => variable;
    public long Count => count;

    /// <summary>Not to be shown: the count is small, or would give a small one away.</summary>
    public bool IsMasked { get; set; }
}

/// <summary>A number computed from counts.</summary>
/// <param name="Value">Null where it cannot be computed.</param>
/// <param name="Unit">Unit for people: as it is, or the id of a text (<c>indicators.*</c>).</param>
/// <param name="Code">UCUM.</param>
internal sealed record Score(decimal? Value, string Unit, string Code)
{
    public static Score Seconds(decimal? value) => new(value, "s", "s");

    /// <summary>A share of a hundred, with one decimal.</summary>
    public static Score Share(long part, long whole) => new(whole == 0 ? null : Math.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero), "%", "%");
}

/// <summary>The counts and the score of a group or of one stratum of it.</summary>
internal sealed record CellFigures(IReadOnlyList<(string Population, Cell Cell)> Populations, Score? Score)
{
    /// <summary>Whether the score would tell a count that is masked.</summary>
    public bool IsScoreMasked => Populations.Any(static population => population.Cell.IsMasked);
}

/// <summary>One stratum: its values in the order of the stratifier's properties.</summary>
internal sealed record StratumFigures(IReadOnlyList<string> Values, CellFigures Figures);

/// <summary>One way in which a group is divided.</summary>
internal sealed record StratifierFigures(IReadOnlyList<string> Dimensions, IReadOnlyList<StratumFigures> Strata)
{
    public string Code { get; } = string.Join('+', Dimensions);
}

/// <summary>One indicator, a code of psychacute-indicator.</summary>
internal sealed record GroupFigures(string Code, CellFigures Whole, IReadOnlyList<StratifierFigures> Stratifiers);

/// <summary>The answer of a measure, before it is written as a MeasureReport.</summary>
/// <param name="Measure">Canonical of the measure.</param>
/// <param name="Groups">Its indicators.</param>
/// <param name="Sums">Counts that are known to be the sum of others: what a reader can compute.</param>
/// <param name="Remarks">What a reader has to know of the figures.</param>
internal sealed record MeasureFigures(string Measure, IReadOnlyList<GroupFigures> Groups, IReadOnlyList<CellSum> Sums, IReadOnlyList<OutcomeIssue> Remarks);

/// <summary>A count that is the sum of others.</summary>
internal sealed record CellSum(Cell Total, IReadOnlyList<Cell> Parts);
