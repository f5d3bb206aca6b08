using FhirPsychAcute.Conformance.Validation.Rules;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>
/// What R4 itself demands of every element of a type, compiled once: its own invariants, and per child what the type's definition says of it. Profiles are
/// compiled to what they add beyond this. Immutable.
/// </summary>
internal sealed class BaseType
{
    internal BaseType(TypeSchema type, string source, ElementFacts? definition, InvariantRule[] invariants, ElementRule[] content, BaseElement[] elements)
    {
        Type = type;
        Source = source;
        Definition = definition;
        Invariants = invariants;
        Content = content;
        Elements = elements;
        Counted = [.. elements.Where(element => element.Cardinality is not null)];
    }

    /// <summary>The type.</summary>
    public TypeSchema Type { get; }

    /// <summary>Canonical of its StructureDefinition with version.</summary>
    public string Source { get; }

    /// <summary>The type's own ElementDefinition; null for a type that has no definition here.</summary>
    public ElementFacts? Definition { get; }

    /// <summary>Invariants of every element of the type.</summary>
    public InvariantRule[] Invariants { get; }

    /// <summary>What the specification says in words about the content of every element of the type.</summary>
    public ElementRule[] Content { get; }

    /// <summary>The children by <see cref="ElementSchema.Ordinal"/>.</summary>
    public BaseElement[] Elements { get; }

    /// <summary>The children whose number must be checked.</summary>
    public BaseElement[] Counted { get; }
}

/// <summary>What R4 demands of one child of a type.</summary>
/// <param name="Schema">The child.</param>
/// <param name="Definition">Its ElementDefinition; null where the definitions have none.</param>
/// <param name="Cardinality">How many there may be; null where reading has made sure of it.</param>
/// <param name="Rules">What each occurrence must keep to, beyond the rules of its type.</param>
internal sealed record BaseElement(ElementSchema Schema, ElementFacts? Definition, CardinalityRule? Cardinality, ElementRule[] Rules);
