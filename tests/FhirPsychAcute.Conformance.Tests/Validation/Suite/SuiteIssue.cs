namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>One finding of the reference validator.</summary>
internal sealed record SuiteIssue(string Severity, string Code, string Text, string Expression, bool FromTerminologyServer)
{
    public bool IsError => Severity is "error" or "fatal";
}
