namespace FhirPsychAcute.Model;

/// <summary>Reads JSON into a <see cref="ResourceDocument"/> (R4 json 2.6.2).</summary>
internal static class JsonResourceReader
{
    public static ParseResult Read(ReadOnlyMemory<byte> utf8, SchemaCatalog schema, ParseLimits limits) =>
        throw new NotSupportedException();
}
