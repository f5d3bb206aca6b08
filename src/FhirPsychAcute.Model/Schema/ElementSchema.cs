namespace FhirPsychAcute.Model;

/// <summary>An element as its type's snapshot defines it (ElementDefinition), with what parsing, searching and FHIRPath need of it.</summary>
public sealed class ElementSchema
{
    internal ElementSchema(int id, int ordinal, string name, int nameId, TypeSchema owner, int min, int max)
    {
        Id = id;
        NameId = nameId;
        Ordinal = ordinal;
        Name = name;
        Owner = owner;
        Min = min;
        Max = max;
    }

    /// <summary>Index of this element in <see cref="SchemaCatalog.Elements"/>; the same for the life of the catalog.</summary>
    public int Id { get; }

    /// <summary>Position among the elements of <see cref="Owner"/>, from 0.</summary>
    public int Ordinal { get; }

    /// <summary>Element name without type suffix: <c>value</c> for <c>value[x]</c>.</summary>
    public string Name { get; }

    /// <summary>Number of <see cref="Name"/> among all names of the catalog: equal numbers mean equal names, whatever the type.</summary>
    public int NameId { get; }

    /// <summary>The type whose element this is.</summary>
    public TypeSchema Owner { get; }

    /// <summary>Least number of occurrences.</summary>
    public int Min { get; }

    /// <summary>Greatest number of occurrences; <see cref="int.MaxValue"/> for <c>*</c>.</summary>
    public int Max { get; }

    /// <summary>Whether JSON writes the element as an array (base cardinality above one).</summary>
    public bool IsArray => Max > 1;

    /// <summary>Whether the element is a choice of types, <c>name[x]</c> in the definition.</summary>
    public bool IsChoice { get; internal set; }

    /// <summary>ElementDefinition.isSummary.</summary>
    public bool IsSummary { get; internal set; }

    /// <summary>ElementDefinition.isModifier.</summary>
    public bool IsModifier { get; internal set; }

    /// <summary>The types allowed, in definition order; one unless <see cref="IsChoice"/>. A contentReference is resolved to the structure it names.</summary>
    public IReadOnlyList<ElementType> Types { get; internal set; } = [];

    /// <summary>Strength of the binding, or <see cref="BindingStrength.None"/>.</summary>
    public BindingStrength BindingStrength { get; internal set; }

    /// <summary>Canonical of the bound value set, possibly with version; null without binding.</summary>
    public string? BindingValueSet { get; internal set; }

    /// <summary>
    /// For a <c>code</c> with a required binding to a value set of exactly one code system: that system's url.
    /// Token search treats the code as if it were written with this system (R4 search 3.1.1.4.10).
    /// </summary>
    public string? ImplicitSystem { get; internal set; }

    /// <summary>Path in the definition: <c>Patient.contact.name</c>, with <c>[x]</c> for choices.</summary>
    public string Path => $"{Owner.Name}.{Name}{(IsChoice ? "[x]" : "")}";

    /// <inheritdoc/>
    public override string ToString() => Path;
}
