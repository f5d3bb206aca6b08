using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>What a validation found.</summary>
/// <param name="Issues">Findings in document order; empty when there are none.</param>
public sealed record ValidationResult(IReadOnlyList<ValidationIssue> Issues)
{
    /// <summary>The result without a finding.</summary>
    public static ValidationResult Clean { get; } = new([]);

    /// <summary>Whether there is no error.</summary>
    public bool IsValid
    {
        get
        {
            foreach (var issue in Issues)
            {
                if (issue.Severity <= IssueSeverity.Error)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
