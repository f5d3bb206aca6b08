using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation.ResourceRules.ValueSets;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.ConceptMaps;

/// <summary>The codes that a concept map maps exist in the systems that it names (http://hl7.org/fhir/R4/conceptmap.html).</summary>
internal sealed class ConceptMapRule : ResourceRule
{
    private const string Source = "http://hl7.org/fhir/R4/conceptmap-definitions.html#ConceptMap.group.element";

    public override string ResourceType => "ConceptMap";

    public override void Check(Element resource, ValidationRun run)
    {
        foreach (var group in resource.ChildrenNamed("group"))
        {
            var from = System(group, "source", run);
            var to = System(group, "target", run);
            foreach (var element in group.ChildrenNamed("element"))
            {
                run.Step();
                if (run.IsStopped)
                {
                    return;
                }

                CheckCode(element, from, group.ChildValue("sourceVersion"), run);
                foreach (var target in element.ChildrenNamed("target"))
                {
                    CheckCode(target, to, group.ChildValue("targetVersion"), run);
                }
            }
        }
    }

    private static string? System(Element group, string name, ValidationRun run)
    {
        if (group.Child(name) is not { HasValue: true } system)
        {
            return null;
        }

        if (run.Scope.TryResolve(system.Value!, out var definition) && definition.ResourceType == "ValueSet")
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, system, "conceptmap.system-is-value-set", Source, system.Value!);
            return null;
        }

        return system.Value;
    }

    // Maps are also drawn where several codes stand for one, or for none: R4's own are. So it is said, not forbidden.
    private static void CheckCode(Element holder, string? system, string? version, ValidationRun run)
    {
        if (system is null || holder.Child("code") is not { HasValue: true } code)
        {
            return;
        }

        var known = run.Terminology.Check(run.Scope, valueSet: null, system, version, code.Value!);
        if (known.Verdict == CodeVerdict.UnknownCode || (known.Verdict == CodeVerdict.NotCheckable && !CodeForms.IsPlausible(system, code.Value!)))
        {
            run.Report(IssueSeverity.Warning, IssueCode.CodeInvalid, code, "conceptmap.code-unknown", Source, code.Value!, system);
        }
    }
}
