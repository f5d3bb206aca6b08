using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Conformance.Validation.Rules;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Slicing;

/// <summary>A slice: which occurrences are in it, how many there may be, what each must keep to. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tests">All must be passed by an occurrence of the slice; null when the definition does not say enough to tell.</param>
/// <param name="Cardinality">How many.</param>
/// <param name="Element">What each must keep to.</param>
/// <param name="Reslicing">The slices of the slice; null for none.</param>
internal sealed record Slice(string Name, SliceTest[]? Tests, CardinalityRule Cardinality, CompiledElement Element, SlicingRule? Reslicing)
{
    /// <summary>Name of the slice that takes what is in no other (R4 profiling 5.1.0.14).</summary>
    public const string DefaultName = "@default";

    /// <summary>Whether it takes what is in no other slice.</summary>
    public bool IsDefault => Name == DefaultName;

    /// <summary>Whether an occurrence is in the slice.</summary>
    public bool Has(Element element, int position, ValidationRun run)
    {
        if (Tests is null || IsDefault)
        {
            return false;
        }

        foreach (var test in Tests)
        {
            if (!test.Passes(element, position, run))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The test that an occurrence does not pass; null when it passes all.</summary>
    public SliceTest? FirstFailed(Element element, int position, ValidationRun run) => Array.Find(Tests ?? [], test => !test.Passes(element, position, run));

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name} {Cardinality} where {(IsDefault ? "in no other" : Tests is null ? "(cannot be told)" : string.Join(" and ", Tests.Select(test => test.ToString())))}";
}
