using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>
/// Makes HTML that our pages can show from a narrative that anybody may have sent: nothing in it runs, loads, leaves the place it is given, or is mistaken for
/// the page's own. Elements that are not allowed lose their tags and keep their text, except those whose content is no text to read (script, style, forms'
/// controls, embedded documents), which go as a whole. Links get <c>rel="noopener noreferrer nofollow"</c>; images stay only when they carry their own bytes,
/// otherwise their alternative text is shown; ids get a prefix; styles keep the properties that format.
/// </summary>
public static class NarrativeSanitizer
{
    private const string IdPrefix = "narrative-";

    private static readonly HashSet<string> WithoutContent = new(StringComparer.Ordinal)
    {
        "script", "style", "head", "title", "template", "noscript", "iframe", "frameset", "frame", "noframes", "object", "applet", "embed", "param", "svg", "math",
        "select", "option", "optgroup", "textarea", "button", "datalist", "audio", "video", "canvas", "map", "link", "meta", "base", "input", "xml", "plaintext", "xmp",
    };

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "br", "hr", "img", "col" };

    // Attributes whose values are shown or count something: kept as they are.
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "abbr", "align", "alt", "axis", "bgcolor", "border", "cellpadding", "cellspacing", "char", "charoff", "colspan", "compact", "dir", "frame", "height",
        "hreflang", "hspace", "lang", "nowrap", "rowspan", "rules", "scope", "span", "start", "summary", "title", "type", "valign", "value", "vspace", "width",
    };

    /// <summary>Safe HTML of a narrative.</summary>
    /// <param name="div">An element of type xhtml (Narrative.div); no element or one without value gives the empty text.</param>
    public static string ToSafeHtml(Element div) => div is { Exists: true, HasValue: true } ? ToSafeHtml(Encoding.UTF8.GetBytes(div.Value!)) : "";

    /// <summary>Safe HTML of a narrative; text that is not well-formed XHTML is shown as the text it is.</summary>
    /// <param name="xhtml">The div, UTF-8, unescaped.</param>
    public static string ToSafeHtml(ReadOnlySpan<byte> xhtml)
    {
        var html = new StringBuilder(xhtml.Length + 64);
        if (XhtmlForm.Fault(xhtml) is not null)
        {
            html.Append("<pre>");
            XhtmlText.AppendEscaped(html, Encoding.UTF8.GetString(xhtml));
            return html.Append("</pre>").ToString();
        }

        // For each open element the end tag to write, null where its start tag was left out.
        var open = new Stack<string?>();
        var dropping = 0;
        var scanner = new XhtmlScanner(xhtml);
        while (scanner.Read())
        {
            switch (scanner.Token)
            {
                case XhtmlToken.StartTag when dropping > 0:
                    dropping += scanner.IsEmptyElement ? 0 : 1;
                    break;
                case XhtmlToken.EndTag when dropping > 0:
                    dropping--;
                    break;
                case XhtmlToken.StartTag:
                    if (WithoutContent.Contains(LocalName(scanner.Name)))
                    {
                        dropping = scanner.IsEmptyElement ? 0 : 1;
                        break;
                    }

                    var end = WriteStartTag(html, ref scanner);
                    if (!scanner.IsEmptyElement)
                    {
                        open.Push(end);
                    }
                    else if (end is not null)
                    {
                        html.Append(end);
                    }

                    break;
                case XhtmlToken.EndTag:
                    html.Append(open.Pop());
                    break;
                case XhtmlToken.Text when dropping == 0:
                    XhtmlText.AppendEscaped(html, XhtmlText.Decode(scanner.Content));
                    break;
                case XhtmlToken.CData when dropping == 0:
                    XhtmlText.AppendEscaped(html, Encoding.UTF8.GetString(scanner.Content));
                    break;
            }
        }

        return html.ToString();
    }

    /// <summary>Writes a start tag, if it may stay.</summary>
    /// <returns>The end tag to be written; null when there is to be none.</returns>
    private static string? WriteStartTag(StringBuilder html, ref XhtmlScanner scanner)
    {
        var name = LocalName(scanner.Name);
        if (NarrativeVocabulary.Element(Encoding.UTF8.GetBytes(name)) is null)
        {
            return null;
        }

        if (name is "img")
        {
            WriteImage(html, ref scanner);
            return null;
        }

        html.Append('<').Append(name);
        var attributes = scanner.Attributes;
        while (attributes.Read())
        {
            WriteAttribute(html, name, Encoding.UTF8.GetString(attributes.Name), XhtmlText.Decode(attributes.Value));
        }

        html.Append('>');
        return Void.Contains(name) ? null : $"</{name}>";
    }

    private static void WriteAttribute(StringBuilder html, string element, string name, string value)
    {
        switch (name)
        {
            case "style":
                Append(html, name, NarrativeStyle.Safe(value));
                break;
            case "xml:lang":
                Append(html, "lang", value);
                break;
            case "id":
                Append(html, "id", IdPrefix + value);
                break;
            case "name" when element is "a":
                Append(html, "id", IdPrefix + value);
                break;
            case "href" when element is "a" && value.StartsWith('#'):
                Append(html, name, "#" + IdPrefix + value[1..]);
                break;
            case "href" when element is "a" && NarrativeAddress.SafeLink(value) is { } link:
                Append(html, name, link);
                Append(html, "rel", "noopener noreferrer nofollow");
                break;
            default:
                if (Harmless.Contains(name))
                {
                    Append(html, name, value);
                }

                break;
        }
    }

    private static void WriteImage(StringBuilder html, ref XhtmlScanner scanner)
    {
        string? source = null;
        var alternative = "";
        var attributes = scanner.Attributes;
        while (attributes.Read())
        {
            if (attributes.Name.SequenceEqual("src"u8))
            {
                source = NarrativeAddress.SafeImage(XhtmlText.Decode(attributes.Value));
            }
            else if (attributes.Name.SequenceEqual("alt"u8))
            {
                alternative = XhtmlText.Decode(attributes.Value);
            }
        }

        if (source is null)
        {
            XhtmlText.AppendEscaped(html, alternative);
            return;
        }

        html.Append("<img");
        Append(html, "src", source);
        Append(html, "alt", alternative);
        html.Append('>');
    }

    private static void Append(StringBuilder html, string name, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        html.Append(' ').Append(name).Append("=\"");
        XhtmlText.AppendEscaped(html, value);
        html.Append('"');
    }

    // HTML does not tell cases apart, so SCRIPT is script.
    private static string LocalName(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name[(name.LastIndexOf((byte)':') + 1)..]).ToLowerInvariant();
}
