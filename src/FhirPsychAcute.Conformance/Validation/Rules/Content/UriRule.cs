using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules.Content;

/// <summary>
/// A URN of a UUID or an OID has its form (R4 datatypes, uri: "urn:uuid:... UUIDs SHALL be lowercase"), and addresses of the example domains stand only where examples may.
/// </summary>
internal sealed class UriRule(PrimitiveKind kind) : ElementRule
{
    private const string Source = "http://hl7.org/fhir/R4/datatypes.html#uri";

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        var value = element.Utf8Value;
        if (value.Length < 4)
        {
            return;
        }

        if (value[0] == (byte)'u' && value.StartsWith("urn:"u8))
        {
            // The URN ends where a fragment or, in a canonical, the version begins.
            var end = value.IndexOfAny((byte)'#', (byte)'|');
            var urn = end < 0 ? value : value[..end];
            if (urn.StartsWith("urn:uuid:"u8) && !LexicalForm.IsValid(PrimitiveKind.Uuid, urn))
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, element, "primitive.uuid-form", Source, element.Value!);
            }
            else if (urn.StartsWith("urn:oid:"u8) && !LexicalForm.IsValid(PrimitiveKind.Oid, urn))
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, element, "primitive.oid-form", Source, element.Value!);
            }
        }
        else if (value.StartsWith("oid:"u8) || value.StartsWith("uuid:"u8))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, element, "primitive.urn-missing", Source, element.Value!);
        }

        if (!run.Options.AllowExampleUrls && ExampleDomains.Holds(value))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, element, "primitive.example-url", Source, element.Value!);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{kind} form".ToLowerInvariant();
}
