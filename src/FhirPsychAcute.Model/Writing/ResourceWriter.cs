using System.Buffers;

namespace FhirPsychAcute.Model;

/// <summary>Writes resources as JSON (R4 json 2.6.2), numbers and strings in the lexical form that they have in the source.</summary>
public static class ResourceWriter
{
    /// <summary>Writes a resource. Where nothing is filtered and the style is as written, the bytes are copied.</summary>
    /// <param name="document">The resource.</param>
    /// <param name="output">Where to.</param>
    /// <param name="style">White space.</param>
    /// <param name="filter">Which elements; all when null.</param>
    public static void Write(ResourceDocument document, IBufferWriter<byte> output, JsonStyle style = JsonStyle.AsWritten, ElementFilter? filter = null)
    {
        var root = document.Nodes[0];
        var source = document.Bytes.Span.Slice(root.Start, root.Length);
        if (filter is null || filter.IsAll)
        {
            Write(source, output, style);
            return;
        }

        var text = SpliceText.Rent(source.Length + 256);
        var formatter = new JsonFormatter(source, style == JsonStyle.Pretty, text, document.Schema, filter);
        formatter.WriteResource(document);
        output.Write(formatter.Text.Span);
        formatter.Text.Release();
    }

    /// <summary>Writes JSON text with other white space: a resource's, or a Bundle that was put together from bytes.</summary>
    /// <param name="json">JSON text that is known to be right.</param>
    /// <param name="output">Where to.</param>
    /// <param name="style">White space.</param>
    /// <exception cref="FormatException">It is not JSON after all.</exception>
    public static void Write(ReadOnlySpan<byte> json, IBufferWriter<byte> output, JsonStyle style)
    {
        if (style == JsonStyle.AsWritten)
        {
            output.Write(json);
            return;
        }

        var text = SpliceText.Rent(style == JsonStyle.Pretty ? json.Length * 2 : json.Length);
        var formatter = new JsonFormatter(json, style == JsonStyle.Pretty, text, null, null);
        var complete = formatter.WriteAll();
        if (complete)
        {
            output.Write(formatter.Text.Span);
        }

        formatter.Text.Release();
        if (!complete)
        {
            throw new FormatException("The text that was to be written is not JSON.");
        }
    }
}
