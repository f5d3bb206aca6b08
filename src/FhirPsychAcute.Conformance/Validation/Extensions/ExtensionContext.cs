using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Extensions;

/// <summary>StructureDefinition.context: a place where an extension may stand.</summary>
internal abstract class ExtensionContext(string expression)
{
    /// <summary>The expression as the definition has it.</summary>
    public string Expression => expression;

    /// <summary>The place that a context names.</summary>
    public static ExtensionContext Of(string type, string expression, SchemaCatalog schema)
    {
        switch (type)
        {
            case "extension":
                return new OnExtension(expression);
            case "fhirpath":
                try
                {
                    return new OnFhirPath(CompiledExpression.Compile(expression, schema, CompileOptions.R4Definitions));
                }
                catch (FhirPathException)
                {
                    return new Anywhere(expression);
                }

            default:
                return new OnElement(expression);
        }
    }

    /// <summary>Whether an element is such a place.</summary>
    public abstract bool Has(Element holder, ValidationRun run);

    /// <inheritdoc/>
    public override string ToString() => expression;

    /// <summary>An expression that cannot be read forbids nothing.</summary>
    private sealed class Anywhere(string expression) : ExtensionContext(expression)
    {
        public override bool Has(Element holder, ValidationRun run) => true;
    }

    /// <summary>Extensions of a url, or a part of one: <c>url#part</c>.</summary>
    private sealed class OnExtension : ExtensionContext
    {
        private readonly string url;
        private readonly string? part;

        public OnExtension(string expression)
            : base(expression)
        {
            var hash = expression.IndexOf('#', StringComparison.Ordinal);
            url = hash < 0 ? expression : expression[..hash];
            part = hash < 0 ? null : expression[(hash + 1)..];
        }

        public override bool Has(Element holder, ValidationRun run)
        {
            // An extension's value belongs to the extension.
            if (holder.Type.Name is not "Extension" && holder is { Name: "value", Parent: { Exists: true } around })
            {
                holder = around;
            }

            if (holder.Type.Name is not "Extension")
            {
                // An extension on the value of an extension is about that extension.
                return holder.Name is "value" && holder.Parent is { Exists: true, Type.Name: "Extension" } && Has(holder.Parent, run);
            }

            return part is null
                ? holder.ChildValue("url") == url
                : holder.ChildValue("url") == part && holder.Parent is { Exists: true, Type.Name: "Extension" } outer && outer.ChildValue("url") == url;
        }
    }

    /// <summary>What a FHIRPath finds from the resource.</summary>
    private sealed class OnFhirPath(CompiledExpression compiled) : ExtensionContext(compiled.Text)
    {
        public override bool Has(Element holder, ValidationRun run)
        {
            var found = new List<FhirPathValue>();
            try
            {
                compiled.Evaluate(holder.Resource, found, run.Evaluation);
            }
            catch (FhirPathException)
            {
                return true;
            }

            foreach (var item in found)
            {
                if (item.IsElement && item.Element == holder)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>An element by path or type: <c>Patient.contact</c>, <c>HumanName</c>, <c>Element</c> for all.</summary>
    private sealed class OnElement : ExtensionContext
    {
        private readonly string[] steps;

        public OnElement(string expression)
            : base(expression)
        {
            // A canonical in front (http://..#Patient.name) narrows to a profile, which an instance need not name.
            var path = expression[(expression.LastIndexOf('#') + 1)..];
            steps = path.Split('.');
            for (var i = 0; i < steps.Length; i++)
            {
                steps[i] = steps[i].EndsWith("[x]", StringComparison.Ordinal) ? steps[i][..^3] : steps[i].Split(':')[0];
            }
        }

        public override bool Has(Element holder, ValidationRun run)
        {
            if (steps.Length == 1)
            {
                return steps[0] is "Element" || IsOfType(holder, steps[0]);
            }

            // A structure inside a type is also found where another element takes its content from it: Questionnaire.item.item.
            if (IsOfType(holder, Expression))
            {
                return true;
            }

            // Names outwards from the element to the type that the path begins with.
            var at = holder;
            for (var i = steps.Length - 1; i > 0; i--)
            {
                if (!at.Exists || !IsNamed(at, steps[i]))
                {
                    return false;
                }

                at = at.Parent;
            }

            return at.Exists && IsOfType(at, steps[0]);
        }

        private static bool IsNamed(Element element, string step)
        {
            var name = element.Schema?.Name;
            return name == step || (element.Schema is { IsChoice: true } && step.StartsWith(name!, StringComparison.Ordinal)
                && string.Equals(step[name!.Length..], element.Type.Name, StringComparison.OrdinalIgnoreCase));
        }

        private static bool IsOfType(Element element, string name)
        {
            if (name is "CanonicalResource" or "MetadataResource")
            {
                // Interfaces of R5: resources that carry a url.
                return element.IsResource && element.Type.Element("url") is not null;
            }

            for (var type = element.Type; type is not null; type = type.Base)
            {
                if (type.Name == name)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
