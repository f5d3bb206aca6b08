using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation.ResourceRules.ValueSets;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.CodeSystems;

/// <summary>A supplement says so, and adds to codes that its code system has (http://hl7.org/fhir/R4/codesystem.html#supplements).</summary>
internal sealed class SupplementRule : ResourceRule
{
    private const string Source = "http://hl7.org/fhir/R4/codesystem.html#supplements";

    public override string ResourceType => "CodeSystem";

    public override void Check(Element resource, ValidationRun run)
    {
        var content = resource.Child("content");
        if (resource.Child("supplements") is not { HasValue: true } supplements)
        {
            if (content.ValueEquals("supplement"u8))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, resource, "codesystem.supplement-of-nothing", Source);
            }

            return;
        }

        if (content.HasValue && !content.ValueEquals("supplement"u8))
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, content, "codesystem.supplement-content", Source, content.Value!);
        }

        var (system, version) = Canonicals.Split(supplements.Value!);
        foreach (var concept in ConceptTree.Concepts(resource))
        {
            run.Step();
            if (run.IsStopped)
            {
                return;
            }

            if (concept.ChildValue("code") is not { } code)
            {
                continue;
            }

            var known = run.Terminology.Check(run.Scope, valueSet: null, system, version, code);
            if (known.Verdict == CodeVerdict.UnknownCode || (known.Verdict == CodeVerdict.NotCheckable && !CodeForms.IsPlausible(system, code)))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, concept, "codesystem.supplement-code", Source, code, system);
            }
        }
    }
}
