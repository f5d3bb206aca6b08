using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// Finds the links of a transaction's resources and writes them anew: Reference.reference, elements of type uri, url, oid and uuid (never canonical), and
/// href and src of the narrative (http://hl7.org/fhir/R4/http.html#trules).
/// </summary>
internal sealed class LinkRewriting
{
    private readonly SchemaCatalog schema;
    private readonly TypeSchema referenceType;
    private readonly int referenceName;
    private readonly bool hasHttpFullUrls;

    /// <summary>Rewriting for one Bundle.</summary>
    /// <param name="bundle">The Bundle; its fullUrls decide what can be a link at all.</param>
    /// <param name="schema">The definitions.</param>
    public LinkRewriting(IncomingBundle bundle, SchemaCatalog schema)
    {
        this.schema = schema;
        referenceType = schema.Type("Reference");
        referenceName = schema.NameId("reference");
        foreach (var entry in bundle.Entries)
        {
            hasHttpFullUrls |= entry.FullUrl is { } url && !url.StartsWith("urn:", StringComparison.Ordinal);
        }
    }

    /// <summary>The elements that may need another value; null for none.</summary>
    public List<Element>? Find(ResourceDocument document)
    {
        List<Element>? links = null;
        Find(document.Root, ref links);
        return links;
    }

    /// <summary>Every conditional reference among these elements.</summary>
    public IEnumerable<(Element Element, string Text)> Conditions(List<Element> links)
    {
        foreach (var link in links)
        {
            if (IsReference(link) && link.RawValue.Contains((byte)'?') && link.Value is { } text && LinkTable.IsCondition(text, schema, out _, out _))
            {
                yield return (link, text);
            }
        }
    }

    /// <summary>Puts the new values into an editor.</summary>
    public void Apply(ResourceEditor editor, List<Element> links, LinkTable table, string? fullUrl)
    {
        foreach (var link in links)
        {
            var text = link.Value!;
            var target = link.Type.Primitive == PrimitiveKind.Xhtml ? Narrative(text, table) : table.Target(text, fullUrl, IsReference(link));
            if (target is not null)
            {
                editor.SetValue(link, target);
            }
        }
    }

    private bool IsReference(Element element) => element.NameId == referenceName && ReferenceEquals(element.Parent.Type, referenceType);

    private void Find(Element parent, ref List<Element>? links)
    {
        foreach (var child in parent.Children)
        {
            if (child.HasValue && MayBeLink(child))
            {
                (links ??= []).Add(child);
            }

            if (child.HasChildren)
            {
                Find(child, ref links);
            }
        }
    }

    private bool MayBeLink(Element element)
    {
        var value = element.Utf8Value;
        switch (element.Type.Primitive)
        {
            case PrimitiveKind.String:
                // Contained resources are meant by #id; everything else can be a link.
                return element.NameId == referenceName && value is not [(byte)'#', ..] && IsReference(element);
            case PrimitiveKind.Uri or PrimitiveKind.Url or PrimitiveKind.Oid or PrimitiveKind.Uuid:
                return value.StartsWith("urn:"u8) || hasHttpFullUrls;
            case PrimitiveKind.Xhtml:
                return value.IndexOf("href"u8) >= 0 || value.IndexOf("src"u8) >= 0;
            default:
                return false;
        }
    }

    // href="..." and src="..." with either quote; null when nothing changes.
    private static string? Narrative(string xhtml, LinkTable table)
    {
        StringBuilder? changed = null;
        var copied = 0;
        for (var i = 0; i < xhtml.Length; i++)
        {
            if (xhtml[i] is not ('"' or '\'') || !IsLinkAttribute(xhtml.AsSpan(0, i)))
            {
                continue;
            }

            var end = xhtml.IndexOf(xhtml[i], i + 1);
            if (end < 0)
            {
                break;
            }

            if (table.Target(xhtml[(i + 1)..end], null, isReference: false) is { } target)
            {
                changed ??= new StringBuilder(xhtml.Length + 64);
                changed.Append(xhtml, copied, i + 1 - copied).Append(target);
                copied = end;
            }

            i = end;
        }

        return changed?.Append(xhtml, copied, xhtml.Length - copied).ToString();
    }

    private static bool IsLinkAttribute(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        if (before is not [.., '='])
        {
            return false;
        }

        before = before[..^1].TrimEnd();
        return (before.EndsWith("href", StringComparison.Ordinal) || before.EndsWith("src", StringComparison.Ordinal)) &&
            before[^(before.EndsWith("href", StringComparison.Ordinal) ? 5 : 4)] is ' ' or '\n' or '\t' or '\r';
    }
}
