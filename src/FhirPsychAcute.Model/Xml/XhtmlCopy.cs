using System.Buffers;
using System.Text;
using System.Xml;

namespace FhirPsychAcute.Model;

/// <summary>
/// Writes an XHTML element that an <see cref="XmlReader"/> stands at as markup that stands by itself: elements without prefix, the namespace declared on the
/// first, CDATA as text, instructions left out. White space, comments and character data stay.
/// </summary>
internal sealed class XhtmlCopy(XmlReader xml, IBufferWriter<byte> output)
{
    private readonly List<string> namespaces = [];

    /// <summary>Copies the element; the reader is at its end tag afterwards, or still at the tag of an empty element. An element in no or another namespace at the root is taken to be XHTML.</summary>
    public void CopyElement()
    {
        var rootNamespace = xml.NamespaceURI;
        do
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    CopyStartTag(string.Equals(xml.NamespaceURI, rootNamespace, StringComparison.Ordinal) ? FhirXml.Xhtml : xml.NamespaceURI);
                    break;
                case XmlNodeType.EndElement:
                    namespaces.RemoveAt(namespaces.Count - 1);
                    Write("</"u8);
                    Write(xml.LocalName);
                    Write(">"u8);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    WriteEscaped(xml.Value, quoted: false);
                    break;
                case XmlNodeType.Comment:
                    Write("<!--"u8);
                    Write(xml.Value);
                    Write("-->"u8);
                    break;
            }
        }
        while (namespaces.Count > 0 && xml.Read());
    }

    private void CopyStartTag(string space)
    {
        Write("<"u8);
        Write(xml.LocalName);
        if (!string.Equals(space, namespaces.Count > 0 ? namespaces[^1] : null, StringComparison.Ordinal))
        {
            WriteAttribute("xmlns", space);
        }

        var isEmpty = xml.IsEmptyElement;
        if (xml.MoveToFirstAttribute())
        {
            HashSet<string>? declared = null;
            do
            {
                CopyAttribute(ref declared);
            }
            while (xml.MoveToNextAttribute());
            xml.MoveToElement();
        }

        if (isEmpty)
        {
            Write("/>"u8);
            return;
        }

        Write(">"u8);
        namespaces.Add(space);
    }

    private void CopyAttribute(ref HashSet<string>? declared)
    {
        if (xml.NamespaceURI is FhirXml.NamespaceDeclarations)
        {
            return;
        }

        if (xml.Prefix is { Length: > 0 } prefix and not "xml" && (declared ??= new HashSet<string>(StringComparer.Ordinal)).Add(prefix))
        {
            WriteAttribute("xmlns:" + prefix, xml.NamespaceURI);
        }

        WriteAttribute(xml.Name, xml.Value);
    }

    private void WriteAttribute(string name, string value)
    {
        Write(" "u8);
        Write(name);
        Write("=\""u8);
        WriteEscaped(value, quoted: true);
        Write("\""u8);
    }

    private void WriteEscaped(ReadOnlySpan<char> text, bool quoted)
    {
        var special = quoted ? "<&\"\t\r\n" : "<&>\r";
        while (text.IndexOfAny(special) is >= 0 and var run)
        {
            Write(text[..run]);
            Write(text[run] switch
            {
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '&' => "&amp;"u8,
                '"' => "&quot;"u8,
                '\t' => "&#x9;"u8,
                '\n' => "&#xA;"u8,
                _ => "&#xD;"u8,
            });
            text = text[(run + 1)..];
        }

        Write(text);
    }

    private void Write(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            Encoding.UTF8.GetBytes(text, output);
        }
    }

    private void Write(ReadOnlySpan<byte> text) => output.Write(text);
}
