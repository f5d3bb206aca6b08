using System.Text;
using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Nodes;

/// <summary><c>resolve()</c>.</summary>
internal sealed class ResolveNode(Evaluator source) : Evaluator
{
    public Evaluator Source => source;

    public override void Evaluate(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var end = run.Top;
        for (var at = mark; at < end; at++)
        {
            ReferenceResolution.Resolve(run, run.Stack[at]);
        }

        run.Collapse(mark, end);
    }
}

/// <summary>
/// <c>resolve() is Patient</c> on one reference, as nearly half the reference search parameters have it: where only types are wanted, the type stands in the
/// reference's own bytes and nothing need be resolved.
/// </summary>
internal sealed class ResolvesToTypeNode : BooleanEvaluator
{
    private readonly ResolveNode resolve;
    private readonly IsNode general;
    private readonly byte[] typeName;
    private readonly int referenceNameId;

    public ResolvesToTypeNode(ResolveNode resolve, TypeTest type, TypeSchema resourceType, int referenceNameId)
    {
        this.resolve = resolve;
        general = new IsNode(resolve, type);
        typeName = Encoding.UTF8.GetBytes(resourceType.Name);
        this.referenceNameId = referenceNameId;
    }

    public override Truth Test(Run run, in Scope scope)
    {
        if (!run.Context.ResolveToTypeOnly || resolve.Source is not ThisNode || scope.ThisCount != 1)
        {
            return general.Test(run, scope);
        }

        ref readonly var item = ref run.Stack[scope.ThisStart];
        if (item.Kind == FhirPathKind.Element)
        {
            foreach (var reference in item.Element.ChildrenNamed(referenceNameId))
            {
                if (reference.IsEscaped)
                {
                    break;
                }

                var named = ReferenceText.TypeOf(reference.Utf8Value);
                if (!named.IsEmpty)
                {
                    return TruthTables.Of(named.SequenceEqual(typeName));
                }
            }
        }

        return general.Test(run, scope);
    }
}
