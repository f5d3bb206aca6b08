using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>Makes resources of bodies, in either form, within the server's limits. Safe for any number of threads.</summary>
internal sealed class BodyReader(SchemaCatalog schema, ServerOptions options)
{
    /// <summary>The limits that bodies are read under.</summary>
    public ParseLimits Limits { get; } = ParseLimits.Default with { MaxBytes = (int)Math.Min(options.MaxBodyBytes, int.MaxValue) };

    /// <summary>Reads a body.</summary>
    public ParseResult Parse(ReadOnlyMemory<byte> body, ContentFormat format) =>
        format == ContentFormat.Xml ? ResourceDocument.ParseXml(body, schema, Limits) : ResourceDocument.Parse(body, schema, Limits);
}
