namespace FhirPsychAcute.Model;

/// <summary>A type as its StructureDefinition's snapshot defines it: its elements, inherited ones first.</summary>
public sealed partial class TypeSchema
{
    internal TypeSchema(int id, string name, TypeKind kind, PrimitiveKind primitive, bool isAbstract)
    {
        Id = id;
        Name = name;
        Kind = kind;
        Primitive = primitive;
        IsAbstract = isAbstract;
    }

    /// <summary>Index of this type in <see cref="SchemaCatalog.Types"/>; the same for the life of the catalog.</summary>
    public int Id { get; }

    /// <summary><c>Patient</c>, <c>HumanName</c>, <c>string</c>; for structures inside a type their path: <c>Patient.contact</c>.</summary>
    public string Name { get; }

    /// <summary>Resource, datatype, primitive or structure inside a type.</summary>
    public TypeKind Kind { get; }

    /// <summary>Lexical family of a primitive, otherwise <see cref="PrimitiveKind.None"/>.</summary>
    public PrimitiveKind Primitive { get; }

    /// <summary>Whether no instance has exactly this type (Resource, DomainResource, Element, BackboneElement).</summary>
    public bool IsAbstract { get; }

    /// <summary>The type that this one specialises; null for Element and Resource. BackboneElement or Element for inner structures.</summary>
    public TypeSchema? Base { get; internal set; }

    /// <summary>Elements in definition order, inherited ones first.</summary>
    public IReadOnlyList<ElementSchema> Elements { get; internal set; } = [];

    /// <summary>Whether the type is a resource type.</summary>
    public bool IsResource => Kind == TypeKind.Resource;

    /// <summary>Whether the type is a primitive.</summary>
    public bool IsPrimitive => Kind == TypeKind.Primitive;

    /// <summary>Whether this type is <paramref name="other"/> or specialises it, at any distance.</summary>
    public bool IsOrSpecialises(TypeSchema other)
    {
        for (var type = this; type is not null; type = type.Base)
        {
            if (ReferenceEquals(type, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The element with this name (without type suffix), or null.</summary>
    public ElementSchema? Element(string name)
    {
        foreach (var element in Elements)
        {
            if (string.Equals(element.Name, name, StringComparison.Ordinal))
            {
                return element;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
