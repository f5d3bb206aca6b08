using System.Buffers;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>
/// A literal reference taken apart where it stands, without copying: <c>[base/]Type/id[/_history/version][#fragment]</c>
/// (http://hl7.org/fhir/R4/references.html#literal).
/// </summary>
internal readonly ref struct ReferenceForm
{
    private static readonly SearchValues<byte> NotInUrl = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(i => (byte)i), (byte)'<', (byte)'>', (byte)'"', 0x7F]);

    private ReferenceForm(ReferenceKind kind, ReadOnlySpan<byte> url)
    {
        Kind = kind;
        Url = url;
    }

    /// <summary>What the text is.</summary>
    public ReferenceKind Kind { get; private init; }

    /// <summary>The text without <c>/_history/version</c> and without fragment.</summary>
    public ReadOnlySpan<byte> Url { get; private init; }

    /// <summary>What stands before <c>Type/id</c> of a <see cref="ReferenceKind.Rest"/> url, its slash included.</summary>
    public ReadOnlySpan<byte> Base { get; private init; }

    /// <summary>The type that the url names; null where it names none that R4 has.</summary>
    public TypeSchema? Type { get; private init; }

    /// <summary>The id of <c>Type/id</c>.</summary>
    public ReadOnlySpan<byte> Id { get; private init; }

    /// <summary>The version asked for; empty for none.</summary>
    public ReadOnlySpan<byte> Version { get; private init; }

    /// <summary>What stands behind <c>#</c>.</summary>
    public ReadOnlySpan<byte> Fragment { get; private init; }

    /// <summary>Whether the url leads to one version.</summary>
    public bool IsVersioned => !Version.IsEmpty;

    /// <summary>Takes a reference's text apart.</summary>
    public static ReferenceForm Of(ReadOnlySpan<byte> text, SchemaCatalog schema)
    {
        if (text.IsEmpty || text.ContainsAny(NotInUrl))
        {
            return new ReferenceForm(ReferenceKind.NotUrl, text);
        }

        var hash = text.IndexOf((byte)'#');
        var fragment = hash < 0 ? default : text[(hash + 1)..];
        if (hash == 0)
        {
            return new ReferenceForm(ReferenceKind.Fragment, default) { Fragment = fragment };
        }

        var url = hash < 0 ? text : text[..hash];
        var isAbsolute = IsAbsolute(url);
        if (isAbsolute && url.StartsWith("urn:"u8))
        {
            return new ReferenceForm(ReferenceKind.Urn, url) { Fragment = fragment };
        }

        var query = url.IndexOf((byte)'?');
        if (query >= 0)
        {
            return Conditional(url, query, isAbsolute, schema);
        }

        var form = TypeAndId(url, isAbsolute, schema, out var type);
        return form.Kind is ReferenceKind.Absolute or ReferenceKind.OtherRelative
            ? new ReferenceForm(form.Kind, url) { Fragment = fragment, Type = type }
            : new ReferenceForm(form.Kind, form.Url) { Fragment = fragment, Type = type, Base = form.Base, Id = form.Id, Version = form.Version };
    }

    /// <summary>Whether a url has a scheme.</summary>
    public static bool IsAbsolute(ReadOnlySpan<byte> url)
    {
        var colon = url.IndexOf((byte)':');
        return colon > 0 && !url[..colon].ContainsAny("/?#"u8);
    }

    private static ReferenceForm Conditional(ReadOnlySpan<byte> url, int query, bool isAbsolute, SchemaCatalog schema)
    {
        var type = isAbsolute ? null : schema.FindResourceType(url[..query]);
        return type is not null && url.Length > query + 1
            ? new ReferenceForm(ReferenceKind.Conditional, url) { Type = type }
            : new ReferenceForm(isAbsolute ? ReferenceKind.Absolute : ReferenceKind.OtherRelative, url);
    }

    private static ReferenceForm TypeAndId(ReadOnlySpan<byte> url, bool isAbsolute, SchemaCatalog schema, out TypeSchema? type)
    {
        var other = new ReferenceForm(isAbsolute ? ReferenceKind.Absolute : ReferenceKind.OtherRelative, url);
        type = null;
        ReadOnlySpan<byte> version = default;
        var rest = url;
        var history = url.LastIndexOf("/_history/"u8);
        if (history >= 0)
        {
            version = url[(history + "/_history/"u8.Length)..];
            rest = url[..history];
            if (!LexicalForm.IsId(version))
            {
                return other;
            }
        }

        var slash = rest.LastIndexOf((byte)'/');
        if (slash <= 0 || !LexicalForm.IsId(rest[(slash + 1)..]))
        {
            return other;
        }

        var typeStart = rest[..slash].LastIndexOf((byte)'/') + 1;
        type = schema.FindResourceType(rest[typeStart..slash]);
        if (type is null || (typeStart == 0 && isAbsolute) || (typeStart > 0 && !isAbsolute))
        {
            type = null;
            return other;
        }

        return new ReferenceForm(isAbsolute ? ReferenceKind.Rest : ReferenceKind.Relative, rest)
        {
            Base = rest[..typeStart],
            Id = rest[(slash + 1)..],
            Version = version,
        };
    }
}
