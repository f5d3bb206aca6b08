namespace FhirPsychAcute.Server;

/// <summary>Tells in a header how much validation found in a resource that was stored, so that a client sees it without asking for an OperationOutcome.</summary>
internal static class FindingCount
{
    public const string Header = "X-Validation-Findings";

    /// <summary><c>errors=0, warnings=2, information=1</c>.</summary>
    public static string Of(IReadOnlyList<OutcomeIssue> findings)
    {
        int errors = 0, warnings = 0, information = 0;
        foreach (var finding in findings)
        {
            switch (finding.Severity)
            {
                case IssueSeverity.Fatal or IssueSeverity.Error:
                    errors++;
                    break;
                case IssueSeverity.Warning:
                    warnings++;
                    break;
                default:
                    information++;
                    break;
            }
        }

        return FormattableString.Invariant($"errors={errors}, warnings={warnings}, information={information}");
    }
}
