using System.Buffers;

namespace FhirPsychAcute.Model;

/// <summary>Writes NDJSON: each resource on a line of its own, without white space outside of strings, ended by LF.</summary>
public static class NdjsonWriter
{
    /// <summary>Writes one resource as a line.</summary>
    /// <param name="document">The resource.</param>
    /// <param name="output">Where to.</param>
    /// <param name="filter">Which elements; all when null.</param>
    public static void Write(ResourceDocument document, IBufferWriter<byte> output, ElementFilter? filter = null)
    {
        ResourceWriter.Write(document, output, JsonStyle.Compact, filter);
        output.Write("\n"u8);
    }

    /// <summary>Writes the JSON text of one resource as a line.</summary>
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static void Write(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        ResourceWriter.Write(json, output, JsonStyle.Compact);
        output.Write("\n"u8);
    }
}
