using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>ElementDefinition.slicing (R4 profiling 5.1.0.13).</summary>
/// <param name="Discriminators">What tells the slices apart; empty where only a person can.</param>
/// <param name="IsOrdered">Whether the slices must come in the order of their definitions.</param>
/// <param name="Rules">open, closed or openAtEnd.</param>
internal sealed record SlicingFacts(IReadOnlyList<DiscriminatorFacts> Discriminators, bool IsOrdered, SlicingRules Rules)
{
    /// <summary>The slicing of an ElementDefinition; null for none.</summary>
    public static SlicingFacts? Read(Element definition)
    {
        if (definition.Child("slicing") is not { Exists: true } slicing)
        {
            return null;
        }

        var discriminators = new List<DiscriminatorFacts>();
        foreach (var discriminator in slicing.ChildrenNamed("discriminator"))
        {
            discriminators.Add(new DiscriminatorFacts(discriminator.ChildValue("type") ?? "value", discriminator.ChildValue("path") ?? "$this"));
        }

        var rules = slicing.ChildValue("rules") switch
        {
            "closed" => SlicingRules.Closed,
            "openAtEnd" => SlicingRules.OpenAtEnd,
            _ => SlicingRules.Open,
        };
        return new SlicingFacts(discriminators, slicing.ChildValue("ordered") is "true", rules);
    }
}

/// <summary>One discriminator.</summary>
/// <param name="Kind">value, pattern, exists, type, profile or position.</param>
/// <param name="Path">Restricted FHIRPath from the sliced element.</param>
internal sealed record DiscriminatorFacts(string Kind, string Path)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind}:{Path}";
}

/// <summary>Whether occurrences may stand that are in no slice.</summary>
internal enum SlicingRules : byte
{
    /// <summary>Anywhere.</summary>
    Open,
    /// <summary>After all slices.</summary>
    OpenAtEnd,
    /// <summary>Not at all.</summary>
    Closed,
}
