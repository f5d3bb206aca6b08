using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.CodeSystems;

/// <summary>
/// A concept's properties have the types that the code system declares for them, and codes among them exist
/// (http://hl7.org/fhir/R4/codesystem-definitions.html#CodeSystem.concept.property).
/// </summary>
internal sealed class ConceptPropertyRule : ResourceRule
{
    private const string Source = "http://hl7.org/fhir/R4/codesystem-definitions.html#CodeSystem.concept.property";
    private const string Designations = "http://hl7.org/fhir/R4/codesystem-definitions.html#CodeSystem.concept.designation";

    public override string ResourceType => "CodeSystem";

    public override void Check(Element resource, ValidationRun run)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in resource.ChildrenNamed("property"))
        {
            if (property.ChildValue("code") is { } code && property.ChildValue("type") is { } type)
            {
                types.TryAdd(code, type);
            }
        }

        HashSet<string>? codes = null;
        var isWhole = resource.ChildValue("content") == "complete";
        var language = resource.ChildValue("language");
        foreach (var concept in ConceptTree.Concepts(resource))
        {
            run.Step();
            if (run.IsStopped)
            {
                return;
            }

            foreach (var property in concept.ChildrenNamed("property"))
            {
                CheckProperty(property, types, run);
                if (isWhole && property.ChildValue("code") is "parent" or "child" && property.Child("value") is { HasValue: true } value
                    && !(codes ??= ConceptTree.Codes(resource)).Contains(value.Value!))
                {
                    run.Report(IssueSeverity.Error, IssueCode.BusinessRule, property, "codesystem.relative-unknown", Source, property.ChildValue("code")!, value.Value!);
                }
            }

            foreach (var designation in concept.ChildrenNamed("designation"))
            {
                if (!designation.Child("use").Exists && (designation.ChildValue("language") ?? language) is { } spoken && spoken == language)
                {
                    run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, designation, "codesystem.designation-undifferentiated", Designations, spoken);
                }
            }
        }
    }

    private static void CheckProperty(Element property, Dictionary<string, string> types, ValidationRun run)
    {
        if (property.ChildValue("code") is not { } code || property.Child("value") is not { Exists: true } value)
        {
            return;
        }

        if (!types.TryGetValue(code, out var type))
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, property, "codesystem.property-undeclared", Source, code);
        }
        else if (value.Type.Name != type)
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, property, "codesystem.property-wrong-type", Source, code, value.Type.Name, type);
        }

        if (value.Type.Name == "Coding" && value.ChildValue("system") is { } system && value.Child("code") is { HasValue: true } coded
            && run.Terminology.Check(run.Scope, valueSet: null, system, value.ChildValue("version"), coded.Value!).Verdict == CodeVerdict.UnknownCode)
        {
            run.Report(IssueSeverity.Error, IssueCode.CodeInvalid, coded, "codesystem.property-code-unknown", Source, coded.Value!, system);
        }
    }
}
