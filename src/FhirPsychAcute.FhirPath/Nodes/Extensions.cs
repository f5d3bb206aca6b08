using System.Text;
using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Nodes;

/// <summary><c>extension('url')</c>, and <c>hasExtension('url')</c> as a test of it; a constant url is compared on the bytes.</summary>
internal sealed class ExtensionNode : Evaluator
{
    private readonly Evaluator source;
    private readonly Evaluator url;
    private readonly byte[]? constant;
    private readonly int extensionNameId;
    private readonly int urlNameId;

    public ExtensionNode(Evaluator source, Evaluator url, SchemaCatalog schema)
    {
        this.source = source;
        this.url = url;
        constant = url is LiteralNode { Value: { Kind: FhirPathKind.String } literal } ? Encoding.UTF8.GetBytes(literal.AsString) : null;
        extensionNameId = schema.NameId("extension");
        urlNameId = schema.NameId("url");
    }

    public override void Evaluate(Run run, in Scope scope)
    {
        var wanted = constant;
        if (wanted is null)
        {
            if (!run.TryString(url, scope, "extension()", out var text))
            {
                return;
            }

            wanted = Encoding.UTF8.GetBytes(text);
        }

        var mark = run.Top;
        source.Evaluate(run, scope);
        var end = run.Top;
        for (var at = mark; at < end; at++)
        {
            if (run.Stack[at].Kind == FhirPathKind.Element)
            {
                PushExtensions(run, run.Stack[at].Element, wanted);
            }
        }

        run.Collapse(mark, end);
    }

    private void PushExtensions(Run run, Element element, byte[] wanted)
    {
        foreach (var extension in element.ChildrenNamed(extensionNameId))
        {
            foreach (var given in extension.ChildrenNamed(urlNameId))
            {
                if (given.ValueEquals(wanted))
                {
                    run.Push(extension);
                }
            }
        }
    }
}

/// <summary><c>hasValue()</c>: exactly one item, a primitive with a value.</summary>
internal sealed class HasValueNode(Evaluator source) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var count = run.Top - mark;
        run.Pop(mark);
        return TruthTables.Of(count == 1 && HasValue(run.Stack[mark]));
    }

    private static bool HasValue(in FhirPathValue item) =>
        item.Kind == FhirPathKind.Element ? item.Element is { Type.IsPrimitive: true, HasValue: true } : item.Kind is not (FhirPathKind.ResourceOfType or FhirPathKind.TypeInfo);
}
