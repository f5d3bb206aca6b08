using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.SearchParameters;

/// <summary>
/// A search parameter's expression fits the types that it is for, a composite has components, and one that is derived from another narrows it
/// (http://hl7.org/fhir/R4/searchparameter.html).
/// </summary>
internal sealed class SearchParameterRule : ResourceRule
{
    private const string Expression = "http://hl7.org/fhir/R4/searchparameter-definitions.html#SearchParameter.expression";
    private const string Derived = "http://hl7.org/fhir/R4/searchparameter-definitions.html#SearchParameter.derivedFrom";
    private const string Component = "http://hl7.org/fhir/R4/searchparameter-definitions.html#SearchParameter.component";

    public override string ResourceType => "SearchParameter";

    public override void Check(Element resource, ValidationRun run)
    {
        var bases = resource.ChildrenNamed("base").ToList().Where(type => type.HasValue).Select(type => type.Value!).ToList();
        CheckExpression(resource.Child("expression"), bases, run);
        CheckComposite(resource, bases, run);
        if (resource.Child("derivedFrom") is { HasValue: true } derivedFrom)
        {
            CheckDerivation(resource, derivedFrom, bases, run);
        }
    }

    private static void CheckExpression(Element expression, List<string> bases, ValidationRun run)
    {
        if (!expression.HasValue)
        {
            return;
        }

        var types = new List<TypeSchema>();
        foreach (var name in bases)
        {
            if (run.Scope.Schema.TryGetType(name, out var type))
            {
                types.Add(type);
            }
        }

        if (types.Count == 0)
        {
            return;
        }

        try
        {
            CompiledExpression.Check(expression.Value!, run.Scope.Schema, types);
        }
        catch (FhirPathException fault)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, expression, "searchparameter.expression", Expression, expression.Value!, fault.Message);
        }
    }

    private static void CheckComposite(Element resource, List<string> bases, ValidationRun run)
    {
        var components = resource.ChildrenNamed("component").ToList();
        var isComposite = resource.ChildValue("type") == "composite";
        if (isComposite && components.Count < 2)
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, resource, "searchparameter.composite-components", Component);
        }
        else if (!isComposite && components.Count > 0)
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, resource, "searchparameter.components-not-composite", Component, resource.ChildValue("type") ?? "");
        }

        foreach (var component in components)
        {
            if (component.ChildValue("definition") is not { } canonical)
            {
                continue;
            }

            if (!run.Scope.TryResolve(canonical, out var definition))
            {
                run.Report(IssueSeverity.Warning, IssueCode.NotFound, component, "searchparameter.component-unknown", Component, canonical);
            }
            else if (definition.ResourceType != "SearchParameter")
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, component, "searchparameter.component-type", Component, canonical, definition.ResourceType);
            }
        }
    }

    private static void CheckDerivation(Element resource, Element derivedFrom, List<string> bases, ValidationRun run)
    {
        if (!run.Scope.TryResolve(derivedFrom.Value!, out var definition))
        {
            run.Report(IssueSeverity.Warning, IssueCode.NotFound, resource, "searchparameter.derived-unknown", Derived, derivedFrom.Value!);
            return;
        }

        if (definition.ResourceType != "SearchParameter")
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, resource, "searchparameter.derived-type", Derived, definition.Canonical, definition.ResourceType);
            return;
        }

        var master = definition.Document.Root;
        var allowed = master.ChildrenNamed("base").ToList().Select(type => type.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var type in bases)
        {
            if (!allowed.Contains(type) && !allowed.Contains("Resource") && !allowed.Contains("DomainResource"))
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, resource, "searchparameter.derived-base", Derived, type, definition.Canonical);
            }
        }

        if (resource.ChildValue("type") is { } own && master.ChildValue("type") is { } theirs && own != theirs)
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, resource, "searchparameter.derived-search-type", Derived, own, definition.Canonical, theirs);
        }
    }
}
