using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules;

/// <summary>
/// What is demanded of a definition on its way to publication: it is not experimental, and HL7's own say which committee owns them
/// (extension http://hl7.org/fhir/StructureDefinition/structuredefinition-wg). Checked under the option ForPublication only.
/// </summary>
internal sealed class PublicationRule : ResourceRule
{
    private const string WorkGroup = "http://hl7.org/fhir/StructureDefinition/structuredefinition-wg";

    public override string ResourceType => "Resource";

    public override void Check(Element resource, ValidationRun run)
    {
        if (!run.Options.ForPublication || resource.ChildValue("url") is not { } url || !resource.Child("status").Exists)
        {
            return;
        }

        if (resource.Child("experimental").ValueEquals("true"u8))
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, resource, "publication.experimental", WorkGroup);
        }

        if (!url.StartsWith("http://hl7.org/fhir", StringComparison.Ordinal) && !url.StartsWith("http://terminology.hl7.org", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var extension in resource.ChildrenNamed("extension"))
        {
            if (extension.ChildValue("url") == WorkGroup)
            {
                return;
            }
        }

        run.Report(IssueSeverity.Error, IssueCode.BusinessRule, resource, "publication.committee", WorkGroup);
    }
}
