using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>
/// The findings of one validation. A check whose outcome only decides something (is this element in the slice?) marks the list, looks whether errors came, and
/// takes back what it added.
/// </summary>
internal sealed class FindingList(int maxIssues)
{
    private readonly List<Finding> findings = [];
    private int trials;
    private int explained;
    private int trialStart;
    private int left;
    private bool leftErrors;

    /// <summary>How many there are.</summary>
    public int Count => findings.Count;

    /// <summary>Whether the findings of now are only looked at, so that the first error is enough.</summary>
    public bool IsTrial => trials > 0;

    /// <summary>Adds a finding; beyond the limit it is only counted.</summary>
    public void Add(in Finding finding)
    {
        if (trials == 0 && findings.Count >= maxIssues)
        {
            left++;
            leftErrors |= finding.Severity <= IssueSeverity.Error;
            return;
        }

        findings.Add(finding);
    }

    /// <summary>Whether a trial whose findings nobody will see has met its error.</summary>
    public bool IsDecided => trials > explained && HasErrorSince(trialStart);

    /// <summary>Begins a trial; what it returns goes to <see cref="EndTrial"/>.</summary>
    /// <param name="explain">Whether all its findings are wanted, not only the first error.</param>
    public TrialMark BeginTrial(bool explain)
    {
        var mark = new TrialMark(findings.Count, trialStart);
        trials++;
        explained = explain && explained == trials - 1 ? trials : explained;
        trialStart = findings.Count;
        return mark;
    }

    /// <summary>Whether an error came since the mark.</summary>
    public bool HasErrorSince(int mark)
    {
        for (var at = mark; at < findings.Count; at++)
        {
            if (findings[at].Severity <= IssueSeverity.Error)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Ends a trial: whether it went without error. Its findings are dropped, or handed to <paramref name="kept"/>.</summary>
    public bool EndTrial(TrialMark mark, List<Finding>? kept = null)
    {
        trials--;
        explained = Math.Min(explained, trials);
        trialStart = mark.OuterStart;
        var passed = !HasErrorSince(mark.Start);
        kept?.AddRange(findings[mark.Start..]);
        findings.RemoveRange(mark.Start, findings.Count - mark.Start);
        return passed;
    }

    /// <summary>All findings in the order of the document, none twice.</summary>
    public IReadOnlyList<ValidationIssue> ToIssues()
    {
        // Rules of several profiles find the same: only neighbours at the same element need be compared.
        var sorted = findings.Select((finding, order) => (finding, order)).OrderBy(pair => pair.finding.At.Index).ThenBy(pair => pair.order).Select(pair => pair.finding).ToList();
        var issues = new List<ValidationIssue>(sorted.Count);
        var first = 0;
        for (var at = 0; at < sorted.Count; at++)
        {
            if (sorted[at].At != sorted[first].At)
            {
                first = at;
            }

            if (!IsSaid(sorted, first, at))
            {
                // Counting lines from the last finding on keeps the cost of a long text linear.
                var isSameText = issues.Count > 0 && sorted[at].At.Document == sorted[at - 1].At.Document;
                issues.Add(sorted[at].ToIssue(isSameText ? issues[^1].Position : default));
            }
        }

        if (left > 0)
        {
            issues.Add(new ValidationIssue(
                leftErrors ? IssueSeverity.Error : IssueSeverity.Warning, IssueCode.TooLong, "validation.more", [left], issues[0].Expression, issues[0].Position, "MaxIssues"));
        }

        return issues;
    }

    private static bool IsSaid(List<Finding> findings, int first, int at)
    {
        // An element with very many findings is not worth comparing each with each.
        const int farthest = 64;
        for (var earlier = Math.Max(first, at - farthest); earlier < at; earlier++)
        {
            if (findings[earlier].SaysTheSameAs(findings[at]))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Where a trial began.</summary>
internal readonly record struct TrialMark(int Start, int OuterStart);
