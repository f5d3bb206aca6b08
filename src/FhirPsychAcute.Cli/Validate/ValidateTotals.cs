using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Cli;

/// <summary>What a run of <c>psychacute validate</c> came to; counted by one thread.</summary>
internal sealed class ValidateTotals
{
    /// <summary>Resources checked.</summary>
    public long Resources { get; private set; }

    /// <summary>Resources with errors.</summary>
    public long Faulty { get; private set; }

    /// <summary>Errors, whether shown or not.</summary>
    public long Errors { get; private set; }

    /// <summary>Warnings shown.</summary>
    public long Warnings { get; private set; }

    /// <summary>Remarks shown.</summary>
    public long Remarks { get; private set; }

    /// <summary>Counts one resource.</summary>
    public void Add(CheckedSource source)
    {
        Resources++;
        Faulty += source.Errors > 0 ? 1 : 0;
        Errors += source.Errors;
        foreach (var finding in source.Findings)
        {
            Warnings += finding.Severity == IssueSeverity.Warning ? 1 : 0;
            Remarks += finding.Severity == IssueSeverity.Information ? 1 : 0;
        }
    }

    /// <summary>The totals in a line.</summary>
    public string Line(Texts texts) =>
        Errors + Warnings + Remarks == 0 ? texts.Format("ValidateNoFault", Resources) : texts.Format("ValidateSummary", Resources, Faulty, Errors, Warnings, Remarks);
}
