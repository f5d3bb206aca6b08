using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.ResourceRules;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules.Content;

/// <summary>An identifier's system is absolute, and in the system of URIs its value is one (http://hl7.org/fhir/R4/datatypes.html#Identifier).</summary>
internal sealed class IdentifierRule(SchemaCatalog schema) : ElementRule
{
    private const string Source = "http://hl7.org/fhir/R4/datatypes.html#Identifier";

    private readonly int systemName = schema.NameId("system");
    private readonly int valueName = schema.NameId("value");

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        var system = element.Child(systemName);
        if (!system.HasValue)
        {
            return;
        }

        if (system.Utf8Value.IndexOf((byte)':') <= 0)
        {
            run.Report(IssueSeverity.Error, IssueCode.CodeInvalid, system, "identifier.system-relative", Source, system.Value!);
        }
        else if (system.ValueEquals("urn:ietf:rfc:3986"u8) && element.Child(valueName) is { HasValue: true } value && !Canonicals.IsAbsolute(value.Value))
        {
            run.Report(IssueSeverity.Error, IssueCode.CodeInvalid, element, "identifier.value-no-uri", Source, value.Value!);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => "identifier";
}
