using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Capabilities;

/// <summary>
/// What a CapabilityStatement says about a search parameter is what the parameter's definition says
/// (http://hl7.org/fhir/R4/capabilitystatement-definitions.html#CapabilityStatement.rest.resource.searchParam.type).
/// </summary>
internal sealed class CapabilitySearchParameterRule : ResourceRule
{
    private const string Source = "http://hl7.org/fhir/R4/capabilitystatement-definitions.html#CapabilityStatement.rest.resource.searchParam";

    public override string ResourceType => "CapabilityStatement";

    public override void Check(Element resource, ValidationRun run)
    {
        foreach (var rest in resource.ChildrenNamed("rest"))
        {
            foreach (var type in rest.ChildrenNamed("resource"))
            {
                CheckParameters(type, run);
            }

            CheckParameters(rest, run);
        }
    }

    private static void CheckParameters(Element owner, ValidationRun run)
    {
        foreach (var parameter in owner.ChildrenNamed("searchParam"))
        {
            if (parameter.ChildValue("definition") is not { } canonical || !run.Scope.TryResolve(canonical, out var definition))
            {
                continue;
            }

            if (definition.ResourceType != "SearchParameter")
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, parameter, "capability.definition-type", Source, canonical, definition.ResourceType);
            }
            else if (parameter.ChildValue("type") is { } said && definition.Document.Root.ChildValue("type") is { } defined && said != defined)
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, parameter, "capability.search-type", Source, definition.Canonical, defined, said);
            }
        }
    }
}
