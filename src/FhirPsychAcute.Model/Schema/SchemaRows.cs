namespace FhirPsychAcute.Model;

/// <summary>A type on its way from StructureDefinition to packed table.</summary>
internal sealed record TypeRow(string Name, TypeKind Kind, PrimitiveKind Primitive, bool IsAbstract, string? Base, IReadOnlyList<ElementRow> Elements);

/// <summary>An element on its way from ElementDefinition to packed table.</summary>
internal sealed record ElementRow(string Name, int Min, int Max, bool IsChoice, bool IsSummary, bool IsModifier, IReadOnlyList<ElementTypeRow> Types)
{
    public BindingStrength BindingStrength { get; init; }

    public string? BindingValueSet { get; init; }

    public string? ImplicitSystem { get; init; }
}

/// <summary>One allowed type of an element on its way to the packed table.</summary>
internal sealed record ElementTypeRow(string Type, IReadOnlyList<string> TargetProfiles);
