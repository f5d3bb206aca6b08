namespace FhirPsychAcute.Model;

/// <summary>One of the types that an element may have, and the JSON name under which it stands.</summary>
public sealed class ElementType
{
    internal ElementType(ElementSchema element, TypeSchema type, string jsonName, ReadOnlyMemory<byte> jsonNameUtf8, IReadOnlyList<string> targetProfiles)
    {
        Element = element;
        Type = type;
        JsonName = jsonName;
        JsonNameUtf8 = jsonNameUtf8;
        TargetProfiles = targetProfiles;
    }

    /// <summary>The element that may have this type.</summary>
    public ElementSchema Element { get; }

    /// <summary>The type. For elements that hold any resource (contained, Bundle.entry.resource) the abstract Resource.</summary>
    public TypeSchema Type { get; }

    /// <summary>The property's name in JSON: the element's name, with the type's name behind it for a choice (<c>valueQuantity</c>).</summary>
    public string JsonName { get; }

    /// <summary><see cref="JsonName"/> as UTF-8, without the underscore of a primitive's twin.</summary>
    public ReadOnlyMemory<byte> JsonNameUtf8 { get; }

    /// <summary>For Reference and canonical: canonical urls of the types or profiles that may be pointed at; empty means any.</summary>
    public IReadOnlyList<string> TargetProfiles { get; }
}
