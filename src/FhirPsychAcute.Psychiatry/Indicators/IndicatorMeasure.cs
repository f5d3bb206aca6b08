using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Indicators.Calls;
using FhirPsychAcute.Psychiatry.Indicators.Coercion;
using FhirPsychAcute.Psychiatry.Indicators.Experience;
using FhirPsychAcute.Psychiatry.Indicators.Figures;
using FhirPsychAcute.Psychiatry.Indicators.Masking;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Indicators.Referrals;
using FhirPsychAcute.Psychiatry.Indicators.Reporting;

namespace FhirPsychAcute.Psychiatry.Indicators;

/// <summary>A Measure of the guide that this program computes.</summary>
public abstract class IndicatorMeasure
{
    /// <summary>Every measure.</summary>
    public static IReadOnlyList<IndicatorMeasure> All { get; } = [new CallMeasure(), new ReferralMeasure(), new CoercionMeasure(), new ExperienceMeasure()];

    /// <summary>Its id in the guide: <c>psychacute-calls</c>.</summary>
    public abstract string Id { get; }

    /// <summary>Its canonical.</summary>
    public string Canonical => $"{Guide.Canonical}/Measure/{Id}";

    /// <summary>The ways in which it divides, codes of psychacute-stratifier, several joined by a plus.</summary>
    public abstract IReadOnlyList<string> StratifierCodes { get; }

    /// <summary>Whether it divides so.</summary>
    public bool HasStratifier(string code) => StratifierCodes.Contains(code, StringComparer.Ordinal);

    /// <summary>The measure that a canonical (with or without version), <c>Measure/id</c>, an id, or an id without <c>psychacute-</c> names; null where there is none.</summary>
    public static IndicatorMeasure? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bar = name.IndexOf('|', StringComparison.Ordinal);
        var text = bar > 0 ? name[..bar] : name;
        return All.FirstOrDefault(measure =>
            text == measure.Canonical || text == measure.Id || text == "Measure/" + measure.Id || "psychacute-" + text == measure.Id);
    }

    /// <summary>Counts, masks and writes the answer.</summary>
    /// <returns>A MeasureReport of type summary, JSON.</returns>
    public async Task<ReadOnlyMemory<byte>> EvaluateAsync(IIndicatorSource source, IndicatorQuestion question, Language language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(question);
        var figures = await CountAsync(source, question, cancellationToken);
        if (!question.ShowsSmallCounts)
        {
            var mask = new SmallCounts(question.Rules);
            var cells = CellsOf(figures);
            mask.Mask(cells, figures.Sums);
            figures = cells.Any(static cell => cell.IsMasked) ? figures with { Remarks = [mask.Remark, .. figures.Remarks] } : figures;
        }

        return MeasureReportWriter.Write(figures, question, language);
    }

    /// <summary>Counts.</summary>
    internal abstract Task<MeasureFigures> CountAsync(IIndicatorSource source, IndicatorQuestion question, CancellationToken cancellationToken);

    /// <summary>Every count of the figures once.</summary>
    internal static IReadOnlyCollection<Cell> CellsOf(MeasureFigures figures) =>
        figures.Groups
            .SelectMany(static group => group.Stratifiers.SelectMany(static stratifier => stratifier.Strata.Select(static stratum => stratum.Figures)).Append(group.Whole))
            .SelectMany(static cell => cell.Populations.Select(static population => population.Cell)).ToHashSet();
}
