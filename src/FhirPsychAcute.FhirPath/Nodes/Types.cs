using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Values;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Nodes;

/// <summary>A type that <c>is</c>, <c>as</c> and <c>ofType</c> ask for, resolved at compile time. A bare name may name a FHIR type, a System type, or both (Quantity).</summary>
internal sealed class TypeTest
{
    private readonly TypeSchema? fhir;
    private readonly FhirPathKind system;
    private readonly PrimitiveKind[] covered;

    /// <param name="fhir">FHIR type, or null.</param>
    /// <param name="system">System type, or None.</param>
    /// <param name="covered">Kinds of FHIR primitives that the System type's name covers (R4 definitions only).</param>
    public TypeTest(TypeSchema? fhir, FhirPathKind system, PrimitiveKind[] covered)
    {
        this.fhir = fhir;
        this.system = system;
        this.covered = covered;
    }

    public TypeSchema? Fhir => fhir;

    /// <summary>Whether the item has the type or a specialisation of it (<c>is</c>).</summary>
    public bool Is(in FhirPathValue item) => item.Kind switch
    {
        FhirPathKind.Element => Is(item.Element.Type),
        FhirPathKind.ResourceOfType => Is(item.AsResourceType),
        FhirPathKind.CalendarQuantity => system == FhirPathKind.Quantity,
        _ => item.Kind == system,
    };

    /// <summary>
    /// Whether <c>as</c> and <c>ofType</c> let the item through. A primitive passes only as exactly its own type, as the published suite has it
    /// (a code is not yielded as a string, a canonical not as a uri); other types as themselves or a specialisation.
    /// </summary>
    public bool Admits(in FhirPathValue item) =>
        item.Kind == FhirPathKind.Element && fhir is { IsPrimitive: true } && covered.Length == 0
            ? ReferenceEquals(item.Element.Type, fhir)
            : Is(item);

    private bool Is(TypeSchema type) =>
        (fhir is not null && type.IsOrSpecialises(fhir)) || (covered.Length > 0 && Array.IndexOf(covered, type.Primitive) >= 0);
}

/// <summary><c>is</c>: empty for empty, an error for several items.</summary>
internal sealed class IsNode(Evaluator source, TypeTest type) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var count = run.Top - mark;
        run.Pop(mark);
        return count switch
        {
            0 => Truth.Empty,
            1 => TruthTables.Of(type.Is(run.Stack[mark])),
            _ => throw Run.SeveralItems("is", count),
        };
    }
}

/// <summary><c>ofType</c>, and <c>as</c>, which in standard FHIRPath wants a single item.</summary>
internal sealed class OfTypeNode(Evaluator source, TypeTest type, bool singleOnly) : Evaluator
{
    public Evaluator Source => source;

    public override void Evaluate(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var end = run.Top;
        if (singleOnly && end - mark > 1)
        {
            throw Run.SeveralItems("as", end - mark);
        }

        var kept = mark;
        for (var at = mark; at < end; at++)
        {
            if (type.Admits(run.Stack[at]))
            {
                run.Stack[kept++] = run.Stack[at];
            }
        }

        run.Pop(kept);
    }
}
