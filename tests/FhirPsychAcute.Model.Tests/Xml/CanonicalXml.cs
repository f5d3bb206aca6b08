using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace FhirPsychAcute.Model.Tests.Xml;

/// <summary>
/// What a resource says, as one text: two resources that say the same have the same text. Left out: comments, instructions, declarations of namespaces, how
/// a character is written, order of attributes and of JSON's properties, white space between FHIR's elements, and the amount of white space in XHTML.
/// </summary>
internal static class CanonicalXml
{
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>Canonical text of a resource in XML.</summary>
    public static string OfXml(byte[] xml)
    {
        using var reader = XmlReader.Create(new MemoryStream(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var text = new StringBuilder();
        Write(XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!, text, "\n");
        return text.ToString();
    }

    /// <summary>Canonical text of a resource in JSON; numbers as they are written.</summary>
    public static string OfJson(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
        var text = new StringBuilder();
        Write(document.RootElement, text, "\n");
        return text.ToString();
    }

    private static void Write(XElement element, StringBuilder text, string line)
    {
        var isXhtml = element.Name.Namespace == Xhtml;
        text.Append(line).Append(element.Name);
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal))
        {
            text.Append(line).Append(" @").Append(attribute.Name).Append('=').Append(attribute.Value);
        }

        var content = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText characters:
                    content.Append(characters.Value);
                    break;
                case XElement child:
                    WriteText(content, text, line, isXhtml);
                    Write(child, text, line + " ");
                    break;
            }
        }

        WriteText(content, text, line, isXhtml);
    }

    private static void WriteText(StringBuilder content, StringBuilder text, string line, bool isXhtml)
    {
        var words = string.Join(' ', content.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        content.Clear();
        if (words.Length > 0)
        {
            text.Append(line).Append(isXhtml ? " text " : " TEXT ").Append(words);
        }
    }

    private static void Write(JsonElement value, StringBuilder text, string line)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    text.Append(line).Append(property.Name).Append(':');
                    if (property is { Name: "div", Value.ValueKind: JsonValueKind.String })
                    {
                        Write(XElement.Parse(property.Value.GetString()!, LoadOptions.PreserveWhitespace), text, line + " ");
                    }
                    else
                    {
                        Write(property.Value, text, line + " ");
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    text.Append(line).Append('-');
                    Write(item, text, line + " ");
                }

                break;
            case JsonValueKind.String:
                text.Append('"').Append(value.GetString()).Append('"');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }
}
