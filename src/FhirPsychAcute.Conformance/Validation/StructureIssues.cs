using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>Faults found while reading, as findings. Their English texts are Model's own, the others stand in <c>Messages/structure.*.json</c>.</summary>
public static class StructureIssues
{
    private const string Json = "http://hl7.org/fhir/R4/json.html";
    private const string Xml = "http://hl7.org/fhir/R4/xml.html";

    /// <summary>The finding that says what a structural fault says.</summary>
    public static ValidationIssue From(StructureIssue fault) => new(
        IssueSeverity.Error, CodeOf(fault.Code), fault.Kind.Id, [.. fault.Arguments.Select(Argument)], PathOf(fault), fault.Position,
        fault.Position.Offset == SourcePosition.NoOffset ? Xml : Json);

    // A text that is not JSON or XML at all has no elements to point to.
    private static string PathOf(StructureIssue fault) => fault.Code == StructureIssueCode.Invalid ? "" : fault.Path;

    private static object Argument(object argument) => argument is StructureMessage phrase ? new LocalText(phrase.Id) : argument;

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
