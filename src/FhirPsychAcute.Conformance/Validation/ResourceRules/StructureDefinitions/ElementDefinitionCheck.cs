using System.Collections.Frozen;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.StructureDefinitions;

/// <summary>What an ElementDefinition demands must suit the element's types (http://hl7.org/fhir/R4/elementdefinition.html).</summary>
internal static class ElementDefinitionCheck
{
    private const string Source = "http://hl7.org/fhir/R4/elementdefinition-definitions.html";

    private static readonly FrozenSet<string> Bindable = Set(
        "code", "Coding", "CodeableConcept", "CodeableReference", "Quantity", "SimpleQuantity", "Age", "Count", "Distance", "Duration", "Money", "MoneyQuantity",
        "string", "uri", "url", "canonical", "oid", "uuid", "Extension", "Element", "BackboneElement", "*");

    private static readonly FrozenSet<string> Comparable = Set(
        "date", "dateTime", "instant", "time", "decimal", "integer", "positiveInt", "unsignedInt", "Quantity", "SimpleQuantity", "Age", "Count", "Distance", "Duration", "Element", "*");

    private static readonly FrozenSet<string> Measurable = Set(
        "string", "code", "id", "markdown", "uri", "url", "canonical", "oid", "uuid", "base64Binary", "xhtml", "integer", "positiveInt", "unsignedInt",
        "decimal", "date", "dateTime", "instant", "time", "Element", "*");

    /// <summary>Checks an element of a differential.</summary>
    /// <param name="element">The ElementDefinition.</param>
    /// <param name="snapshot">The elements of the snapshot by id, which tell the types where the differential does not; null when there is none.</param>
    /// <param name="run">The validation.</param>
    public static void Check(Element element, IReadOnlyDictionary<string, Element>? snapshot, ValidationRun run)
    {
        var types = Types(element);
        if (types.Count == 0 && element.ChildValue("id") is { } id && snapshot?.TryGetValue(id, out var whole) == true)
        {
            types = Types(whole);
        }

        CheckKind(element, "binding", Bindable, types, run);
        CheckKind(element, "minValue", Comparable, types, run);
        CheckKind(element, "maxValue", Comparable, types, run);
        CheckKind(element, "maxLength", Measurable, types, run);
        CheckValueSet(element, run);
        CheckTypes(element, run);
        foreach (var constraint in element.ChildrenNamed("constraint"))
        {
            CheckConstraint(constraint, types, run);
        }
    }

    private static List<string> Types(Element element)
    {
        var types = new List<string>();
        foreach (var type in element.ChildrenNamed("type"))
        {
            if (type.ChildValue("code") is { } code)
            {
                types.Add(code.StartsWith("http://hl7.org/fhirpath/System.", StringComparison.Ordinal) ? "*" : code);
            }
        }

        return types;
    }

    private static void CheckKind(Element element, string name, FrozenSet<string> suitable, List<string> types, ValidationRun run)
    {
        if (types.Count > 0 && element.Child(name).Exists && !types.Exists(suitable.Contains))
        {
            run.Report(IssueSeverity.Error, IssueCode.BusinessRule, element, "structuredefinition.unsuited", Source, $"ElementDefinition.{name}", string.Join(", ", types));
        }
    }

    private static void CheckValueSet(Element element, ValidationRun run)
    {
        if (element.Child("binding") is not { Exists: true } binding || binding.Child("valueSet") is not { HasValue: true } valueSet)
        {
            return;
        }

        var canonical = valueSet.Value!;
        if (run.Scope.TryResolve(canonical, out var definition))
        {
            if (definition.ResourceType != "ValueSet")
            {
                run.Report(IssueSeverity.Error, IssueCode.BusinessRule, element, "structuredefinition.binding-no-value-set", Source, canonical, definition.ResourceType);
            }
        }
        else if (!canonical.StartsWith('#') && !canonical.Contains("?fhir_vs", StringComparison.Ordinal) && run.IsFirstOf(valueSet))
        {
            run.Report(IssueSeverity.Warning, IssueCode.NotFound, valueSet, "structuredefinition.value-set-unknown", Source, canonical);
        }
    }

    private static void CheckTypes(Element element, ValidationRun run)
    {
        foreach (var type in element.ChildrenNamed("type"))
        {
            if (type.ChildValue("code") is { } code && !code.Contains('/', StringComparison.Ordinal) && !run.Scope.Schema.TryGetType(code, out _))
            {
                run.Report(IssueSeverity.Error, IssueCode.NotFound, type, "structuredefinition.type-unknown", Source, code);
            }

            foreach (var profile in type.ChildrenNamed("profile"))
            {
                CheckProfile(profile, run);
            }

            foreach (var target in type.ChildrenNamed("targetProfile"))
            {
                CheckProfile(target, run);
            }
        }
    }

    private static void CheckProfile(Element profile, ValidationRun run)
    {
        if (profile.Value is not { } canonical || canonical.StartsWith('#'))
        {
            return;
        }

        if (!run.Scope.TryResolve(canonical, out var definition))
        {
            run.Report(IssueSeverity.Warning, IssueCode.NotFound, profile, "structuredefinition.profile-unknown", Source, canonical);
        }
        else if (definition.ResourceType is not ("StructureDefinition" or "ImplementationGuide"))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, profile, "structuredefinition.profile-type", Source, canonical, definition.ResourceType);
        }
    }

    private static void CheckConstraint(Element constraint, List<string> types, ValidationRun run)
    {
        if (constraint.ChildValue("expression") is not { } expression)
        {
            return;
        }

        try
        {
            CompiledExpression.Compile(expression, run.Scope.Schema, CompileOptions.R4Definitions);
        }
        catch (FhirPathException fault)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, constraint, "structuredefinition.constraint-syntax", Source, constraint.ChildValue("key") ?? "", fault.Message);
            return;
        }

        var known = new List<TypeSchema>();
        foreach (var name in types)
        {
            if (!run.Scope.Schema.TryGetType(name, out var type) || name is "BackboneElement" or "Element" or "Resource" or "DomainResource")
            {
                return;
            }

            known.Add(type);
        }

        if (known.Count > 0)
        {
            try
            {
                CompiledExpression.Check(expression, run.Scope.Schema, known);
            }
            catch (FhirPathException fault)
            {
                run.Report(IssueSeverity.Warning, IssueCode.Invalid, constraint, "structuredefinition.constraint-names", Source, constraint.ChildValue("key") ?? "", fault.Message);
            }
        }
    }

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
