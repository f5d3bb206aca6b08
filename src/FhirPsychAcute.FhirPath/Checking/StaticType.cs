using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Checking;

/// <summary>What is known of a collection before running: the types its items may have, and whether they have an order.</summary>
internal sealed record StaticType(IReadOnlyList<TypeSchema> Fhir, IReadOnlyList<FhirPathKind> System, bool IsOpen, bool IsOrdered)
{
    /// <summary>Nothing is known.</summary>
    public static StaticType Any { get; } = new([], [], IsOpen: true, IsOrdered: true);

    /// <summary>The empty collection.</summary>
    public static StaticType None { get; } = new([], [], IsOpen: false, IsOrdered: true);

    public bool IsEmpty => !IsOpen && Fhir.Count == 0 && System.Count == 0;

    public static StaticType Of(TypeSchema type) => new([type], [], IsOpen: false, IsOrdered: true);

    public static StaticType Of(FhirPathKind kind) => new([], [kind], IsOpen: false, IsOrdered: true);

    public StaticType Or(StaticType other) => new(
        [.. Fhir.Union(other.Fhir)],
        [.. System.Union(other.System)],
        IsOpen || other.IsOpen,
        IsOrdered && other.IsOrdered);

    public StaticType Unordered() => this with { IsOrdered = false };

    /// <summary>Whether an item may have the type: be it, specialise it, or be known only as something more general.</summary>
    public bool MayBe(TypeSchema type) => IsOpen || Fhir.Any(known => known.IsOrSpecialises(type) || type.IsOrSpecialises(known));

    public bool MayBe(FhirPathKind kind) => IsOpen || System.Contains(kind);

    /// <summary>Whether an item may be or become a String.</summary>
    public bool MayBeText() =>
        IsOpen || System.Contains(FhirPathKind.String)
        || Fhir.Any(type => type.Primitive is >= PrimitiveKind.String and <= PrimitiveKind.Uuid or >= PrimitiveKind.Base64Binary || IsGeneral(type));

    /// <summary>Types of which an instance is always some other type, so that it may have elements that the type does not name.</summary>
    public static bool IsGeneral(TypeSchema type) => type.IsAbstract && type.Kind != TypeKind.Backbone && type.Name is not ("BackboneElement");

    public override string ToString() => string.Join(" or ", Fhir.Select(type => type.Name).Concat(System.Select(kind => $"System.{kind}")));
}
