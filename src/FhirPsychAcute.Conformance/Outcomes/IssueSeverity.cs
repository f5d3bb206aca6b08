namespace FhirPsychAcute.Conformance.Outcomes;

/// <summary>OperationOutcome.issue.severity (http://hl7.org/fhir/R4/valueset-issue-severity.html); the graver, the smaller.</summary>
public enum IssueSeverity : byte
{
    /// <summary>The work could not be carried out.</summary>
    Fatal,
    /// <summary>The resource is wrong.</summary>
    Error,
    /// <summary>The resource may be wrong, or could not be checked wholly.</summary>
    Warning,
    /// <summary>Nothing is wrong.</summary>
    Information,
}
