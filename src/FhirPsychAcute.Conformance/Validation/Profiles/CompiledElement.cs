using FhirPsychAcute.Conformance.Validation.Rules;
using FhirPsychAcute.Conformance.Validation.Slicing;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>What a profile demands of one element beyond R4 itself: rules for each occurrence, and what it demands of the children. Immutable.</summary>
internal sealed class CompiledElement(string label, ElementRule[] rules, CompiledChild[] children)
{
    /// <summary>Deepest nesting that is followed; no resource that can be read nests deeper.</summary>
    private const int MaxDepth = 500;

    /// <summary>Id of the ElementDefinition.</summary>
    public string Label => label;

    /// <summary>The rules for each occurrence.</summary>
    public IReadOnlyList<ElementRule> Rules => rules;

    /// <summary>The children that something is demanded of.</summary>
    public IReadOnlyList<CompiledChild> Children => children;

    /// <summary>Whether nothing is demanded.</summary>
    public bool IsEmpty => rules.Length == 0 && children.Length == 0;

    /// <summary>Checks one occurrence.</summary>
    public void Check(Element element, ValidationRun run)
    {
        run.Step();
        foreach (var rule in rules)
        {
            rule.Check(element, run);
            if (run.HasSeenEnough)
            {
                return;
            }
        }

        if (children.Length == 0 || !run.Enter(MaxDepth))
        {
            return;
        }

        foreach (var child in children)
        {
            child.Check(element, run);
            if (run.HasSeenEnough)
            {
                break;
            }
        }

        run.Leave();
    }
}

/// <summary>What a profile demands of the children of one name.</summary>
/// <param name="Name">The name, without type suffix.</param>
/// <param name="NameId">Its number.</param>
/// <param name="Cardinality">How many there may be; null where R4 itself demands as much.</param>
/// <param name="Each">What each of them must keep to; null for nothing.</param>
/// <param name="Slicing">How they are sliced; null for not.</param>
internal sealed record CompiledChild(string Name, int NameId, CardinalityRule? Cardinality, CompiledElement? Each, SlicingRule? Slicing)
{
    /// <summary>Checks all of them in one parent.</summary>
    public void Check(Element parent, ValidationRun run)
    {
        if (Cardinality is not null || Each is not null)
        {
            var count = 0;
            foreach (var child in parent.ChildrenNamed(NameId))
            {
                count++;
                Each?.Check(child, run);
            }

            Cardinality?.Check(parent, count, run);
        }

        Slicing?.Check(parent, run);
    }
}
