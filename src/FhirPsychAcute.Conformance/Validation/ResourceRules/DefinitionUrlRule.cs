using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules;

/// <summary>The url of a definition is absolute (http://hl7.org/fhir/R4/resource.html#canonical): others name the definition by it, wherever they stand.</summary>
internal sealed class DefinitionUrlRule : ResourceRule
{
    private const string Source = "http://hl7.org/fhir/R4/resource.html#canonical";

    public override string ResourceType => "Resource";

    public override void Check(Element resource, ValidationRun run)
    {
        // What defines something can be experimental; a Device's url is an address.
        if (resource.Type.Element("experimental") is null || resource.Type.Element("url") is null)
        {
            return;
        }

        if (resource.Child("url") is { HasValue: true } url && url.RawValue.IndexOf((byte)':') <= 0)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, url, "primitive.definition-url-relative", Source, url.Value!);
        }
    }
}
