using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Indicators.Coercion;

/// <summary>The baseline of the target, as configured or computed from the episodes of its years, and the line that goes down from it.</summary>
/// <param name="target">The rule.</param>
/// <param name="rates">Makes counts to rates.</param>
/// <param name="episodes">Target episodes of each year of the baseline; empty where the baseline is configured.</param>
internal sealed class TargetLine(TargetRule target, Rates rates, IReadOnlyDictionary<int, long> episodes)
{
    private readonly List<int> known = [.. episodes.Where(static year => year.Value > 0).Select(static year => year.Key)];

    /// <summary>Target episodes of all years of the baseline.</summary>
    public long Episodes => episodes.Values.Sum();

    /// <summary>Mean of the years' rates; years of which nothing is stored do not count. Null where nothing is known.</summary>
    public decimal? Baseline
    {
        get
        {
            if (target.BaselineRate is { } configured)
            {
                return configured;
            }

            var years = known.Select(year => rates.OfYear(episodes[year], year)).OfType<decimal>().ToList();
            return years.Count == 0 ? null : years.Average();
        }
    }

    /// <summary>What the target asks of a year.</summary>
    public decimal? Of(int year) => Baseline is { } baseline ? target.Line(baseline, year) : null;

    /// <summary>What a reader has to know.</summary>
    public IEnumerable<OutcomeIssue> Remarks()
    {
        if (target.BaselineRate is not null)
        {
            yield break;
        }

        var span = FormattableString.Invariant($"{target.BaselineFrom}-{target.BaselineTo}");
        if (known.Count == 0)
        {
            yield return Rates.Remark("indicators.baseline-none", span);
        }
        else if (known.Count < episodes.Count)
        {
            yield return Rates.Remark("indicators.baseline-part", span, string.Join(", ", known));
        }
    }
}
