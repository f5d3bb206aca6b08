using System.Buffers;
using System.Text;

namespace FhirPsychAcute.Model.Tests.Xml;

/// <summary>Reading and writing XML with the shipped definitions.</summary>
internal static class R4Xml
{
    public static ParseResult Read(string xml, ParseLimits? limits = null) => ResourceDocument.ParseXml(Encoding.UTF8.GetBytes(xml), R4.Schema, limits);

    /// <summary>The document; the test fails with the issues when there are any.</summary>
    public static ResourceDocument Document(string xml)
    {
        Assert.Empty(Issues(xml));
        return Read(xml).Document!;
    }

    /// <summary>The document's JSON.</summary>
    public static string Json(string xml) => Encoding.UTF8.GetString(Document(xml).Bytes.Span);

    /// <summary>Issues as lines: code, path, line:column, message.</summary>
    public static string[] Issues(string xml, ParseLimits? limits = null) => Lines(Read(xml, limits));

    public static string[] Lines(ParseResult result) =>
        [.. result.Issues.Select(issue => $"{issue.Code} {issue.Path} {issue.Position.Line}:{issue.Position.Column} {issue.Message}")];

    /// <summary>XML of a resource.</summary>
    public static string Write(Element resource, bool pretty = false) => Encoding.UTF8.GetString(Bytes(resource, pretty));

    public static byte[] Bytes(Element resource, bool pretty = false)
    {
        var output = new ArrayBufferWriter<byte>();
        XmlResourceWriter.Write(resource, output, pretty);
        return output.WrittenSpan.ToArray();
    }
}
