using System.Buffers;
using System.Text.Json;

namespace FhirPsychAcute.Model;

/// <summary>A definition as a package holds it, read far enough to file it: what it is, and its text without what people read only.</summary>
public sealed class DefinitionSource
{
    private readonly ReadOnlyMemory<byte> json;

    private DefinitionSource(ReadOnlyMemory<byte> json, string resourceType)
    {
        this.json = json;
        ResourceType = resourceType;
    }

    /// <summary>The resource's type.</summary>
    public string ResourceType { get; }

    /// <summary>Logical id; null when it has none.</summary>
    public string? Id { get; private init; }

    /// <summary>Canonical url; null when it has none.</summary>
    public string? Url { get; private init; }

    /// <summary>Business version; null when it has none.</summary>
    public string? Version { get; private init; }

    /// <summary>What is said in <c>kind</c> (of a StructureDefinition: resource, complex-type ...); null when nothing is.</summary>
    public string? Kind { get; private init; }

    /// <summary>What is said in <c>type</c> where it is a code (of a StructureDefinition: the type constrained or defined); null when nothing is.</summary>
    public string? DefinedType { get; private init; }

    /// <summary>The code system that a supplement adds to; null when it is none.</summary>
    public string? Supplements { get; private init; }

    /// <summary>Reads the head of a resource; null when the text is a JSON object without resourceType.</summary>
    /// <param name="json">One resource, UTF-8, with or without byte order mark.</param>
    /// <exception cref="JsonException">The text is not a JSON object.</exception>
    public static DefinitionSource? Read(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        string? resourceType = null, id = null, url = null, version = null, kind = null, type = null, supplements = null;
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The text is not a JSON object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("resourceType"u8))
            {
                resourceType = Text(ref reader);
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                id = Text(ref reader);
            }
            else if (reader.ValueTextEquals("url"u8))
            {
                url = Text(ref reader);
            }
            else if (reader.ValueTextEquals("version"u8))
            {
                version = Text(ref reader);
            }
            else if (reader.ValueTextEquals("kind"u8))
            {
                kind = Text(ref reader);
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                type = Text(ref reader);
            }
            else if (reader.ValueTextEquals("supplements"u8))
            {
                supplements = Text(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        // What follows the object is refused here too.
        reader.Read();
        return resourceType is null
            ? null
            : new DefinitionSource(json, resourceType) { Id = id, Url = url, Version = version, Kind = kind, DefinedType = type, Supplements = supplements };
    }

    /// <summary>The resource's JSON without its narrative (the <c>text</c> of the resource itself) and without space between tokens; values as written.</summary>
    public byte[] WithoutNarrative()
    {
        var output = new ArrayBufferWriter<byte>(json.Length);
        var reader = new Utf8JsonReader(json.Span);
        var previous = JsonTokenType.None;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("text"u8))
            {
                reader.Skip();
                continue;
            }

            var isEnd = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            if (!isEnd && previous is not (JsonTokenType.None or JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName))
            {
                output.Write(","u8);
            }

            WriteToken(output, ref reader);
            previous = reader.TokenType;
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WriteToken(ArrayBufferWriter<byte> output, ref Utf8JsonReader reader)
    {
        var quoted = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String;
        if (quoted)
        {
            output.Write("\""u8);
        }

        output.Write(reader.ValueSpan);
        if (quoted)
        {
            output.Write("\""u8);
        }

        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            output.Write(":"u8);
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            try
            {
                return reader.GetString();
            }
            catch (InvalidOperationException fault)
            {
                // Tokens are not looked into before they are asked for: bytes that are not UTF-8, half a surrogate pair.
                throw new JsonException(fault.Message, fault);
            }
        }

        reader.Skip();
        return null;
    }
}
