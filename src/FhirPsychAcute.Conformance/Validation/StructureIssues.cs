using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>Faults found while reading, as findings.</summary>
public static class StructureIssues
{
    /// <summary>The finding that says what a structural fault says.</summary>
    public static ValidationIssue From(StructureIssue fault) =>
        new(IssueSeverity.Error, CodeOf(fault.Code), "structure.fault", [fault.Message], fault.Path, fault.Position, "http://hl7.org/fhir/R4/json.html");

    /// <summary>The FHIR issue code of a structural fault.</summary>
    public static string CodeOf(StructureIssueCode code) => code switch
    {
        StructureIssueCode.Invalid => IssueCode.Invalid,
        StructureIssueCode.Structure => IssueCode.Structure,
        StructureIssueCode.Value => IssueCode.Value,
        StructureIssueCode.Required => IssueCode.Required,
        StructureIssueCode.TooLong => IssueCode.TooLong,
        StructureIssueCode.NotSupported => IssueCode.NotSupported,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not an issue code."),
    };
}
