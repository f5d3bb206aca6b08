using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>What a reference string points at (R4 references 2.3.0.1).</summary>
internal enum ReferenceKind
{
    /// <summary>Nothing that can be searched: empty, or a fragment.</summary>
    None,
    /// <summary>A contained resource: <c>#p1</c>.</summary>
    Contained,
    /// <summary>A resource by type and id, relative or absolute.</summary>
    Resource,
    /// <summary>Any other url or urn.</summary>
    Other,
}

/// <summary>Takes reference strings apart without allocating.</summary>
internal ref struct ReferenceTarget
{
    /// <summary>What it points at.</summary>
    public ReferenceKind Kind { get; private set; }

    /// <summary>Base url of an absolute reference, without the slash behind it; empty for a relative one.</summary>
    public ReadOnlySpan<byte> BaseUrl { get; private set; }

    /// <summary>Resource type, known to the schema.</summary>
    public TypeSchema? Type { get; private set; }

    /// <summary>Logical id.</summary>
    public ReadOnlySpan<byte> Id { get; private set; }

    /// <summary>Version id; empty when none is named.</summary>
    public ReadOnlySpan<byte> Version { get; private set; }

    /// <summary>The reference without its version.</summary>
    public ReadOnlySpan<byte> WithoutVersion { get; private set; }

    /// <summary>Takes a reference apart.</summary>
    public static ReferenceTarget Parse(ReadOnlySpan<byte> text, SchemaCatalog schema)
    {
        var target = new ReferenceTarget { Kind = ReferenceKind.Other, WithoutVersion = text };
        if (text.IsEmpty)
        {
            target.Kind = ReferenceKind.None;
            return target;
        }

        if (text[0] == '#')
        {
            target.Kind = ReferenceKind.Contained;
            return target;
        }

        var rest = text;
        var history = rest.IndexOf("/_history/"u8);
        if (history > 0)
        {
            target.Version = rest[(history + 10)..];
            rest = rest[..history];
        }

        // The last two segments are type and id when the type is one of R4's.
        var idAt = rest.LastIndexOf((byte)'/');
        if (idAt <= 0 || !IsId(rest[(idAt + 1)..]))
        {
            target.Version = default;
            return target;
        }

        var typeAt = rest[..idAt].LastIndexOf((byte)'/') + 1;
        if (!TryType(rest[typeAt..idAt], schema, out var type) || (typeAt > 0 && !IsAbsolute(rest)))
        {
            target.Version = default;
            return target;
        }

        target.Kind = ReferenceKind.Resource;
        target.Type = type;
        target.Id = rest[(idAt + 1)..];
        target.BaseUrl = typeAt > 0 ? rest[..(typeAt - 1)] : default;
        target.WithoutVersion = rest;
        return target;
    }

    /// <summary>Whether a reference element points at a resource of that type, as far as can be told without fetching it: by its url, the contained resource, or Reference.type.</summary>
    public static bool IsOfType(Element element, string resourceType)
    {
        var names = ElementNames.Of(element.Document.Schema);
        Element reference = default;
        Element stated = default;
        if (element.Type.IsPrimitive)
        {
            reference = element;
        }
        else
        {
            foreach (var child in element.Children)
            {
                if (child.NameId == names.Reference)
                {
                    reference = child;
                }
                else if (child.NameId == names.Type)
                {
                    stated = child;
                }
            }
        }

        if (reference.Exists && reference.HasValue)
        {
            var target = Parse(reference.Utf8Value, element.Document.Schema);
            switch (target.Kind)
            {
                case ReferenceKind.Resource:
                    return target.Type!.Name == resourceType;
                case ReferenceKind.Contained:
                    return FindContained(element, reference.Utf8Value[1..], names) is { Exists: true } contained && contained.Type.Name == resourceType;
            }
        }

        return stated.Exists && stated.HasValue && Ascii.Equals(stated.Utf8Value, resourceType);
    }

    private static Element FindContained(Element element, ReadOnlySpan<byte> id, ElementNames names)
    {
        var resource = element.Resource;
        if (resource.Parent is { Exists: true } && resource.NameId == names.Contained)
        {
            resource = resource.Parent.Resource;
        }

        foreach (var contained in resource.ChildrenNamed(names.Contained))
        {
            foreach (var child in contained.ChildrenNamed(names.IdName))
            {
                if (child.ValueEquals(id))
                {
                    return contained;
                }
            }
        }

        return default;
    }

    private static bool TryType(ReadOnlySpan<byte> name, SchemaCatalog schema, out TypeSchema? type)
    {
        type = null;
        return name.Length is > 2 and < 64 && (type = schema.FindResourceType(name)) is not null;
    }

    private static bool IsAbsolute(ReadOnlySpan<byte> text) => text.StartsWith("http://"u8) || text.StartsWith("https://"u8);

    private static bool IsId(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 64)
        {
            return false;
        }

        foreach (var b in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'-' or (byte)'.'))
            {
                return false;
            }
        }

        return true;
    }
}
