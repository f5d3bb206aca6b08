using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.CodeSystems;

/// <summary>What CodeSystem.content says about the concepts must be so (http://hl7.org/fhir/R4/codesystem-definitions.html#CodeSystem.content).</summary>
internal sealed class CodeSystemContentRule : ResourceRule
{
    private const string Content = "http://hl7.org/fhir/R4/codesystem-definitions.html#CodeSystem.content";
    private const string Count = "http://hl7.org/fhir/R4/codesystem-definitions.html#CodeSystem.count";
    private const string AllCodes = "http://hl7.org/fhir/R4/codesystem-definitions.html#CodeSystem.valueSet";

    public override string ResourceType => "CodeSystem";

    public override void Check(Element resource, ValidationRun run)
    {
        var content = resource.ChildValue("content");
        var first = resource.Child("concept");
        switch (content)
        {
            case "not-present" when first.Exists:
                run.Report(IssueSeverity.Error, IssueCode.Invalid, first, "codesystem.not-present-has-concepts", Content);
                break;
            case "complete" when !first.Exists:
                run.Report(IssueSeverity.Warning, IssueCode.Invalid, resource, "codesystem.complete-without-concepts", Content);
                break;
        }

        CheckCount(resource, content, run);
        CheckValueSet(resource, run);
    }

    private static void CheckCount(Element resource, string? content, ValidationRun run)
    {
        if (resource.Child("count") is not { Exists: true } stated || !stated.TryGetInt32(out var count))
        {
            return;
        }

        var concepts = ConceptTree.Concepts(resource).Count();
        if (content == "complete" && concepts != count)
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, stated, "codesystem.count-complete", Count, Text(concepts), Text(count));
        }
        else if (content is "fragment" or "example" && concepts > count)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, stated, "codesystem.count-exceeded", Count, Text(concepts), Text(count));
        }
    }

    // Warnings, because the fault may lie in the value set as well. CodeSystem.valueSet: "The value set SHALL include all codes from this code system, only codes from this code system, and it SHALL be immutable."
    private static void CheckValueSet(Element resource, ValidationRun run)
    {
        if (resource.Child("valueSet") is not { HasValue: true } link || resource.ChildValue("url") is not { } url
            || !run.Scope.TryResolve(link.Value!, out var definition) || definition.ResourceType != "ValueSet")
        {
            return;
        }

        var includes = definition.Document.Root.Child("compose") is { Exists: true } compose ? compose.ChildrenNamed("include").ToList() : [];
        if (includes.Count != 1)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, link, "codesystem.all-codes-includes", AllCodes, definition.Canonical, Text(includes.Count));
        }
        else if (includes[0].ChildValue("system") != url)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, link, "codesystem.all-codes-system", AllCodes, definition.Canonical, includes[0].ChildValue("system") ?? "");
        }
        else if (includes[0].Child("concept").Exists || includes[0].Child("filter").Exists || includes[0].Child("valueSet").Exists)
        {
            run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, link, "codesystem.all-codes-restricted", AllCodes, definition.Canonical);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
