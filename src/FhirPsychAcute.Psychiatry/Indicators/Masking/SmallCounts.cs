using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Indicators.Figures;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Indicators.Masking;

/// <summary>
/// Masks small counts, as the sources print them ("&lt;5", S1:2472-2986; row <c>small-cell</c> of <c>bands.csv</c>), and as statistical offices do further counts, so that no small count can be
/// computed from what is shown: not from one sum, and not from several together.
/// </summary>
internal sealed class SmallCounts
{
    private readonly long least;
    private readonly long most;

    /// <summary>By the row <c>small-cell</c>.</summary>
    public SmallCounts(RuleFolder rules)
    {
        var row = rules.Read("bands").FirstOrDefault(static row => row.Text("indicator") == "small-cell") ?? throw new RuleException("bands.csv has no row small-cell.");
        least = (long)(row.Number("from") ?? throw row.Fault("'from' is missing"));
        most = (long)(row.Number("to") ?? throw row.Fault("'to' is missing"));
    }

    /// <summary>The smallest count that is shown beside zero.</summary>
    public long SmallestShown => most + 1;

    /// <summary>Tells readers that counts are masked.</summary>
    public OutcomeIssue Remark => PsychiatryMessages.Issue(IssueSeverity.Information, IssueCode.Informational, "indicators.masked", least, most);

    /// <summary>Masks what must not be shown.</summary>
    /// <param name="cells">All counts of the report.</param>
    /// <param name="sums">Those that are sums of others.</param>
    public void Mask(IEnumerable<Cell> cells, IReadOnlyList<CellSum> sums)
    {
        foreach (var cell in cells)
        {
            cell.IsMasked = cell.Count >= least && cell.Count <= most;
        }

        bool changed;
        do
        {
            changed = false;
            foreach (var sum in sums)
            {
                changed |= Protect(sum);
            }

            if (!changed)
            {
                foreach (var cell in Determined.In(sums))
                {
                    changed |= sums.Where(sum => sum.Parts.Contains(cell) || sum.Total == cell).Any(MaskAnother);
                }
            }
        }
        while (changed);
    }

    // What is masked in a sum is known together when the rest is shown: that must be no small count, and no row of ones.
    private bool Protect(CellSum sum)
    {
        var masked = 0;
        var together = 0L;
        foreach (var part in sum.Parts)
        {
            if (part.IsMasked)
            {
                masked++;
                together += part.Count;
            }
        }

        var isSafe = sum.Total.IsMasked
            ? masked > 0 || sum.Parts.Count == 0
            : masked == 0 || (masked > 1 && together >= SmallestShown && together > masked);
        return !isSafe && MaskAnother(sum);
    }

    // The smallest part that is shown; where there is none, the sum itself. Zeros are shown and hide nothing.
    private static bool MaskAnother(CellSum sum)
    {
        Cell? smallest = null;
        foreach (var part in sum.Parts)
        {
            if (part is { IsMasked: false, Count: > 0 } && (smallest is null || part.Count < smallest.Count))
            {
                smallest = part;
            }
        }

        smallest ??= sum.Total is { IsMasked: false, Count: > 0 } ? sum.Total : null;
        if (smallest is null)
        {
            return false;
        }

        smallest.IsMasked = true;
        return true;
    }
}
