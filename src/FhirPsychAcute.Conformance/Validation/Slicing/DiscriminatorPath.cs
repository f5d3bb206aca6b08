using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Slicing;

/// <summary>
/// The path of a discriminator (R4 profiling 5.1.0.13, a restricted FHIRPath): names, <c>$this</c>, <c>extension(url)</c>, <c>ofType(type)</c>, <c>resolve()</c>.
/// </summary>
internal sealed class DiscriminatorPath
{
    private DiscriminatorPath(string text, PathStep[] steps)
    {
        Text = text;
        Steps = steps;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>The steps; none for <c>$this</c>.</summary>
    public IReadOnlyList<PathStep> Steps { get; }

    /// <summary>Whether the path ends at the target of a reference.</summary>
    public bool EndsInTarget => Steps.Count > 0 && Steps[^1].Kind == PathStepKind.Resolve;

    /// <summary>Reads a path; null when it is none of the restricted language.</summary>
    public static DiscriminatorPath? Parse(string text, SchemaCatalog schema)
    {
        var steps = new List<PathStep>();
        var at = 0;
        while (at < text.Length)
        {
            var end = EndOfStep(text, at);
            if (end < 0)
            {
                return null;
            }

            var step = text[at..end].Trim();
            at = end + 1;
            if (step is "$this" or "")
            {
                continue;
            }

            if (Step(step, schema) is not { } read)
            {
                return null;
            }

            steps.Add(read);
        }

        return new DiscriminatorPath(text, [.. steps]);
    }

    /// <summary>The elements at the path, of one occurrence of the sliced element.</summary>
    public void Find(Element element, ValidationRun run, List<Element> found) => Find(element, 0, run, found);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static int EndOfStep(string text, int start) =>
        ExpressionText.IndexOf(text, '.', start, out var isClosed) is >= 0 and var dot ? dot : isClosed ? text.Length : -1;

    private static PathStep? Step(string step, SchemaCatalog schema)
    {
        var open = step.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            var name = step.EndsWith("[x]", StringComparison.Ordinal) ? step[..^3] : step;
            return name.All(char.IsLetterOrDigit) ? new PathStep(PathStepKind.Child, name, schema.NameId(name)) : null;
        }

        var argument = step[(open + 1)..].TrimEnd(')').Trim().Trim('\'');
        return step[..open] switch
        {
            "resolve" => new PathStep(PathStepKind.Resolve, "", -1),
            "ofType" or "as" => new PathStep(PathStepKind.OfType, argument[(argument.LastIndexOf('.') + 1)..], -1),
            "extension" => new PathStep(PathStepKind.Extension, argument, schema.NameId("extension")),
            _ => null,
        };
    }

    private void Find(Element element, int at, ValidationRun run, List<Element> found)
    {
        if (at == Steps.Count)
        {
            found.Add(element);
            return;
        }

        var step = Steps[at];
        switch (step.Kind)
        {
            case PathStepKind.Child:
                foreach (var child in element.ChildrenNamed(step.NameId < 0 ? int.MaxValue : step.NameId))
                {
                    Find(child, at + 1, run, found);
                }

                break;
            case PathStepKind.Extension:
                foreach (var extension in element.ChildrenNamed(step.NameId))
                {
                    if (extension.ChildValue("url") == step.Name)
                    {
                        Find(extension, at + 1, run, found);
                    }
                }

                break;
            case PathStepKind.OfType when element.Type.Name == step.Name:
                Find(element, at + 1, run, found);
                break;
            case PathStepKind.Resolve when run.Target(element) is { Exists: true } target:
                Find(target, at + 1, run, found);
                break;
            default:
                break;
        }
    }
}

/// <summary>Kinds of steps.</summary>
internal enum PathStepKind : byte
{
    /// <summary>Children of a name.</summary>
    Child,
    /// <summary>The element, when it has a type.</summary>
    OfType,
    /// <summary>Extensions of a url.</summary>
    Extension,
    /// <summary>The target of a reference.</summary>
    Resolve,
}

/// <summary>A step.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Name">Name, type or url.</param>
/// <param name="NameId">Number of the name of the children.</param>
internal sealed record PathStep(PathStepKind Kind, string Name, int NameId);
