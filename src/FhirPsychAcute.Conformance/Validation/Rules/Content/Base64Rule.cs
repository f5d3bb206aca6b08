using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules.Content;

/// <summary>Base64 has no white space (RFC 4648 3.3; R4 tolerates it).</summary>
internal sealed class Base64Rule : ElementRule
{
    private const string Source = "http://hl7.org/fhir/R4/datatypes.html#base64Binary";

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        if (element.RawValue.ContainsAny((byte)' ', (byte)'\\', (byte)'\n') && (!element.IsEscaped || element.Value!.AsSpan().IndexOfAny(" \t\r\n") >= 0))
        {
            run.Report(IssueSeverity.Warning, IssueCode.Value, element, "primitive.base64-whitespace", Source);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => "base64 without white space";
}
