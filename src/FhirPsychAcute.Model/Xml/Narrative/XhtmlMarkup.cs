using System.Buffers;
using System.Text;
using System.Xml;

namespace FhirPsychAcute.Model;

/// <summary>
/// XHTML as it is put into XML. In JSON a narrative is a string, of which only the form is known; in XML it is part of the document, which it must not break.
/// </summary>
internal static class XhtmlMarkup
{
    // XhtmlForm looks for repeated attributes among this many.
    private const int MostAttributes = 32;

    private static readonly SearchValues<byte> PlainNameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."u8);

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Whether the markup, as it is, is one XHTML element that may stand inside any XML: what nearly all narratives are.</summary>
    public static bool CanStandInXml(ReadOnlySpan<byte> text)
    {
        if (XhtmlForm.Fault(text) is not null || text.IndexOf("\uFFFE"u8) >= 0 || text.IndexOf("\uFFFF"u8) >= 0 || HasControl(text))
        {
            return false;
        }

        var scanner = new XhtmlScanner(text);
        while (scanner.Read())
        {
            var stands = scanner.Token switch
            {
                XhtmlToken.StartTag => IsPlainName(scanner.Name) && HasPlainAttributes(scanner.Attributes),
                XhtmlToken.Comment => scanner.Content.IndexOf("--"u8) < 0 && !scanner.Content.EndsWith("-"u8),
                XhtmlToken.Instruction => false,
                _ => true,
            };
            if (!stands)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same content in markup that may stand inside any XML; markup that XML cannot have becomes the text that is seen.</summary>
    public static ReadOnlySpan<byte> Rewrite(scoped ReadOnlySpan<byte> text)
    {
        var rewritten = new ArrayBufferWriter<byte>(text.Length + 64);
        try
        {
            using var xml = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(text.Trim(" \t\r\n"u8))), Settings);
            xml.MoveToContent();
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "div", NamespaceURI: FhirXml.Xhtml })
            {
                new XhtmlCopy(xml, rewritten).CopyElement();
                while (xml.Read())
                {
                    // To the end, so that the whole is known to be XML.
                }

                return rewritten.WrittenSpan;
            }
        }
        catch (Exception fault) when (fault is XmlException or ArgumentException)
        {
            // Shown as text below.
        }

        rewritten.ResetWrittenCount();
        var xmlText = new XmlOutput(rewritten);
        xmlText.Write("<div xmlns=\"http://www.w3.org/1999/xhtml\">"u8);
        xmlText.WriteEscaped(text);
        xmlText.Write("</div>"u8);
        xmlText.Flush();
        return rewritten.WrittenSpan;
    }

    private static bool HasControl(ReadOnlySpan<byte> text)
    {
        while (text.IndexOfAnyInRange((byte)0, (byte)0x1F) is >= 0 and var at)
        {
            if (text[at] is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                return true;
            }

            text = text[(at + 1)..];
        }

        return false;
    }

    private static bool IsPlainName(ReadOnlySpan<byte> name) => !name.ContainsAnyExcept(PlainNameCharacters);

    private static bool HasPlainAttributes(XhtmlAttributes attributes)
    {
        var count = 0;
        while (attributes.Read())
        {
            var name = attributes.Name;
            if (++count > MostAttributes || !(IsPlainName(name) || name.SequenceEqual("xml:lang"u8) || name.SequenceEqual("xml:space"u8)))
            {
                return false;
            }
        }

        return true;
    }
}
