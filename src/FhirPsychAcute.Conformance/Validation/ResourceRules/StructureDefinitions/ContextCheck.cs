using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.StructureDefinitions;

/// <summary>Where an extension may stand is said by paths and expressions that exist (http://hl7.org/fhir/R4/defining-extensions.html#context).</summary>
internal static class ContextCheck
{
    private const string Source = "http://hl7.org/fhir/R4/structuredefinition-definitions.html#StructureDefinition.context";

    public static void Check(Element resource, ValidationRun run)
    {
        foreach (var context in resource.ChildrenNamed("context"))
        {
            if (context.ChildValue("expression") is not { } expression)
            {
                continue;
            }

            switch (context.ChildValue("type"))
            {
                case "element" when expression == "Element" && resource.ChildValue("derivation") == "constraint":
                    run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, context, "structuredefinition.context-anywhere", Source);
                    break;
                case "element" when !Exists(expression, run.Scope.Schema):
                    run.Report(IssueSeverity.Warning, IssueCode.NotFound, context, "structuredefinition.context-unknown", Source, expression);
                    break;
                case "fhirpath":
                    CheckExpression(context, expression, run);
                    break;
            }
        }
    }

    // The path may also name a slice or a profile (after # or :), which is not looked up here.
    private static bool Exists(string path, SchemaCatalog schema)
    {
        if (path.AsSpan().IndexOfAny('#', ':', '/') >= 0)
        {
            return true;
        }

        var parts = path.Split('.');
        if (!schema.TryGetType(parts[0], out var type))
        {
            return false;
        }

        var types = new List<TypeSchema> { type };
        foreach (var part in parts.AsSpan(1))
        {
            var name = part.EndsWith("[x]", StringComparison.Ordinal) ? part[..^3] : part;
            var next = new List<TypeSchema>();
            var found = false;
            foreach (var at in types)
            {
                if (at.Element(name) is { } element)
                {
                    found = true;
                    next.AddRange(element.Types.Select(allowed => allowed.Type));
                }
            }

            if (!found)
            {
                return false;
            }

            types = next;
        }

        return true;
    }

    private static void CheckExpression(Element context, string expression, ValidationRun run)
    {
        try
        {
            CompiledExpression.Compile(expression, run.Scope.Schema);
        }
        catch (FhirPathException fault)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, context, "structuredefinition.context-expression", Source, expression, fault.Message);
        }
    }
}
