using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.ValueSets;

/// <summary>Expressions in a value set are FHIRPath, and its parameters are used (extensions cqf-expression and valueset-parameter of the extensions pack).</summary>
internal sealed class ValueSetExpressionRule : ResourceRule
{
    private const string Expression = "http://hl7.org/fhir/StructureDefinition/cqf-expression";
    private const string Parameter = "http://hl7.org/fhir/tools/StructureDefinition/valueset-parameter";

    public override string ResourceType => "ValueSet";

    public override void Check(Element resource, ValidationRun run)
    {
        if (resource.Child("compose") is not { Exists: true } compose)
        {
            return;
        }

        var texts = new List<string>();
        foreach (var kind in (string[])["include", "exclude"])
        {
            foreach (var include in compose.ChildrenNamed(kind))
            {
                foreach (var filter in include.ChildrenNamed("filter"))
                {
                    foreach (var extension in filter.Child("value") is { Exists: true } value ? value.ChildrenNamed("extension").ToList() : [])
                    {
                        if (extension.ChildValue("url") == Expression && extension.Child("value") is { Exists: true } expression && CheckExpression(expression, run) is { } text)
                        {
                            texts.Add(text);
                        }
                    }
                }
            }
        }

        CheckParameters(resource, texts, run);
    }

    private static string? CheckExpression(Element expression, ValidationRun run)
    {
        if (expression.ChildValue("language") is { } language && language != "text/fhirpath")
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, expression, "valueset.expression-language", Expression, language);
            return null;
        }

        var text = expression.ChildValue("expression");
        if (text is not null)
        {
            try
            {
                CompiledExpression.Compile(text, run.Scope.Schema);
            }
            catch (FhirPathException fault)
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, expression, "valueset.expression-syntax", Expression, fault.Message);
            }
        }

        return text;
    }

    private static void CheckParameters(Element resource, List<string> texts, ValidationRun run)
    {
        foreach (var extension in resource.ChildrenNamed("extension"))
        {
            if (extension.ChildValue("url") != Parameter)
            {
                continue;
            }

            foreach (var part in extension.ChildrenNamed("extension"))
            {
                if (part.ChildValue("url") == "name" && part.ChildValue("value") is { } name && !texts.Exists(text => text.Contains("%" + name, StringComparison.Ordinal)))
                {
                    run.Report(IssueSeverity.Warning, IssueCode.BusinessRule, extension, "valueset.parameter-unused", Parameter, name);
                }
            }
        }
    }
}
