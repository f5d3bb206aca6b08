using System.Buffers;

namespace FhirPsychAcute.Model;

/// <summary>
/// Writes a resource as XML (R4 xml 2.6.1), UTF-8 without byte order mark: elements in the order of their definitions whatever the order in the source, ids and
/// the url of extensions as attributes, the narrative's XHTML in place. Values stay as written, apart from characters that XML does not have, which become
/// U+FFFD. What JSON can say of an attribute but XML cannot (extensions of an id) is left out.
/// </summary>
public static class XmlResourceWriter
{
    /// <summary>Writes a resource: a document's root, or one that is contained or in a Bundle entry, which then stands by itself.</summary>
    /// <param name="resource">An element for which <see cref="Element.IsResource"/> holds.</param>
    /// <param name="output">Takes the text.</param>
    /// <param name="pretty">Whether each element stands on a line of its own, indented by two spaces for each level.</param>
    /// <exception cref="ArgumentException">The element is no resource.</exception>
    public static void Write(Element resource, IBufferWriter<byte> output, bool pretty)
    {
        if (!resource.Exists || !resource.IsResource)
        {
            throw new ArgumentException("The element is not a resource.", nameof(resource));
        }

        var writing = new XmlWriting(resource.Document, output, pretty);
        try
        {
            writing.WriteDocument(resource.Index);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Writes a resource, or those of its elements that a filter keeps: then it is marked by the tag SUBSETTED, as in JSON.</summary>
    /// <param name="document">The resource.</param>
    /// <param name="output">Takes the text.</param>
    /// <param name="pretty">Whether each element stands on a line of its own, indented by two spaces for each level.</param>
    /// <param name="filter">Which elements; all when null.</param>
    public static void Write(ResourceDocument document, IBufferWriter<byte> output, bool pretty, ElementFilter? filter)
    {
        if (filter is null || filter.IsAll)
        {
            Write(document.Root, output, pretty);
            return;
        }

        var json = new ArrayBufferWriter<byte>(document.Bytes.Length + 256);
        ResourceWriter.Write(document, json, JsonStyle.AsWritten, filter);
        // What is left of a document that has faults can have them too; it is written all the same.
        if (ResourceDocument.Parse(json.WrittenMemory, document.Schema).Document is { } subset)
        {
            Write(subset.Root, output, pretty);
        }
    }

    /// <summary>Writes a resource to a stream, which stays open.</summary>
    /// <param name="resource">An element for which <see cref="Element.IsResource"/> holds.</param>
    /// <param name="output">Takes the text.</param>
    /// <param name="pretty">Whether each element stands on a line of its own, indented by two spaces for each level.</param>
    /// <exception cref="ArgumentException">The element is no resource.</exception>
    public static void Write(Element resource, Stream output, bool pretty)
    {
        var text = new ArrayBufferWriter<byte>(resource.Exists ? resource.Document.Bytes.Length + 256 : 256);
        Write(resource, text, pretty);
        output.Write(text.WrittenSpan);
    }
}
