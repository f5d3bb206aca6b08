using System.Buffers;
using System.Collections.Frozen;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>
/// What a narrative's xhtml may hold (R4 narrative 2.31, invariants txt-1 and txt-2): formatting elements of HTML 4.0 chapters 7 to 11 and 15, anchors with
/// name or href, images, style attributes, no scripts or forms, and some content that is not white space. The text is known to be well-formed.
/// </summary>
internal static class NarrativeRules
{
    private static readonly FrozenSet<string> Elements = new[]
    {
        "p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "b", "em", "i", "strong", "small", "big", "tt", "dfn", "q", "var", "abbr", "acronym",
        "cite", "blockquote", "hr", "address", "bdo", "kbd", "q", "sub", "sup", "ul", "ol", "li", "dl", "dt", "dd", "pre", "table", "caption", "colgroup", "col",
        "thead", "tr", "tfoot", "tbody", "th", "td", "code", "samp", "img", "map", "area", "del", "ins", "u", "s", "strike", "font", "center", "basefont",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Attributes = new[]
    {
        "title", "style", "class", "id", "lang", "xml:lang", "dir", "xml:space", "accesskey", "tabindex", "span", "width", "align", "valign", "char", "charoff",
        "abbr", "axis", "headers", "scope", "rowspan", "colspan", "xmlns", "cellpadding", "cellspacing", "border", "frame", "rules", "summary", "nowrap", "bgcolor",
        "cite", "datetime", "name", "href", "rel", "rev", "target", "type", "charset", "hreflang", "shape", "coords", "src", "alt", "longdesc", "height", "usemap",
        "ismap", "start", "value", "compact", "clear", "color", "face", "size", "noshade", "hspace", "vspace",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ElementNamed = Elements.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AttributeNamed = Attributes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n=/>");

    public static bool AreMet(ReadOnlySpan<char> xhtml)
    {
        var hasContent = false;
        while (!xhtml.IsEmpty)
        {
            var open = xhtml.IndexOf('<');
            var text = open < 0 ? xhtml : xhtml[..open];
            hasContent |= !text.IsWhiteSpace();
            if (open < 0)
            {
                break;
            }

            xhtml = xhtml[open..];
            if (xhtml.StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = xhtml.IndexOf("-->", StringComparison.Ordinal);
                xhtml = end < 0 ? default : xhtml[(end + 3)..];
                continue;
            }

            if (!TryTag(ref xhtml, ref hasContent))
            {
                return false;
            }
        }

        return hasContent;
    }

    /// <summary>One tag from &lt; to &gt;; an image counts as content.</summary>
    private static bool TryTag(ref ReadOnlySpan<char> rest, ref bool hasContent)
    {
        if (rest.Length < 2 || rest[1] is '!' or '?')
        {
            return false;
        }

        if (rest[1] == '/')
        {
            var end = rest.IndexOf('>');
            rest = end < 0 ? default : rest[(end + 1)..];
            return true;
        }

        rest = rest[1..];
        var name = TakeName(ref rest);
        if (!ElementNamed.Contains(name))
        {
            return false;
        }

        hasContent |= name is "img";
        while (true)
        {
            rest = rest.TrimStart();
            if (rest.IsEmpty)
            {
                return false;
            }

            if (rest[0] == '>')
            {
                rest = rest[1..];
                return true;
            }

            if (rest.StartsWith("/>", StringComparison.Ordinal))
            {
                rest = rest[2..];
                return true;
            }

            if (!TryAttribute(ref rest))
            {
                return false;
            }
        }
    }

    private static bool TryAttribute(ref ReadOnlySpan<char> rest)
    {
        var name = TakeName(ref rest);
        rest = rest.TrimStart();
        if (name.IsEmpty || rest.IsEmpty || rest[0] != '=')
        {
            return false;
        }

        rest = rest[1..].TrimStart();
        if (rest.IsEmpty || rest[0] is not ('"' or '\''))
        {
            return false;
        }

        var end = rest[1..].IndexOf(rest[0]);
        if (end < 0)
        {
            return false;
        }

        var value = rest[1..(end + 1)];
        rest = rest[(end + 2)..];
        return (AttributeNamed.Contains(name) || name.StartsWith("xmlns:", StringComparison.Ordinal)) && !IsScript(name, value);
    }

    private static bool IsScript(ReadOnlySpan<char> attribute, ReadOnlySpan<char> value) =>
        attribute is "href" or "src" && value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> TakeName(ref ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAny(NameEnds);
        var name = length < 0 ? rest : rest[..length];
        rest = length < 0 ? default : rest[length..];
        return name;
    }
}
