using System.Text.Json;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// Which part of a resource is asked for: <c>_summary</c> and <c>_elements</c> (http://hl7.org/fhir/R4/search.html#summary, #elements).
/// What is left out is marked by the tag SUBSETTED; mandatory and modifier elements always stay.
/// </summary>
internal sealed class Subset
{
    private enum Kind : byte
    {
        Whole,
        Summary,
        Text,
        Data,
        Elements,
    }

    private static readonly byte[] Tag = """{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationValue","code":"SUBSETTED"}"""u8.ToArray();
    private static readonly Subset All = new(Kind.Whole, []);

    private readonly Kind kind;
    private readonly List<(string? Type, string Element)> elements;

    private Subset(Kind kind, List<(string? Type, string Element)> elements)
    {
        this.kind = kind;
        this.elements = elements;
    }

    /// <summary>Whether everything is asked for.</summary>
    public bool IsWhole => kind == Kind.Whole;

    /// <summary>Reads <c>_summary</c> and <c>_elements</c>. <c>_summary=count</c> is the search's own affair and leaves the resource whole.</summary>
    /// <returns>400 when <c>_summary</c> has an unknown value, or both are given.</returns>
    public static Result<Subset> FromQuery(QueryParameters query)
    {
        var summary = query["_summary"];
        var names = query["_elements"];
        if (!string.IsNullOrEmpty(names))
        {
            return summary is null or "false" or "count"
                ? new Subset(Kind.Elements, ReadNames(query))
                : FhirError.At("_elements", StatusCodes.Status400BadRequest, IssueCode.Invalid, "summary-and-elements");
        }

        return summary switch
        {
            null or "" or "false" or "count" => All,
            "true" => new Subset(Kind.Summary, []),
            "text" => new Subset(Kind.Text, []),
            "data" => new Subset(Kind.Data, []),
            _ => FhirError.At("_summary", StatusCodes.Status400BadRequest, IssueCode.Value, "summary-unknown", summary),
        };
    }

    /// <summary>The part of a resource that is asked for, as JSON of its own.</summary>
    /// <param name="resource">JSON of a resource that was checked before.</param>
    /// <param name="type">Its type.</param>
    public byte[] Of(ReadOnlyMemory<byte> resource, TypeSchema type)
    {
        using var output = new OutputBuffer();
        using (var json = new Utf8JsonWriter(output, OperationOutcomeWriter.WriterOptions))
        {
            var reader = new Utf8JsonReader(resource.Span, new JsonReaderOptions { MaxDepth = ParseLimits.Default.MaxDepth });
            reader.Read();
            WriteResource(ref reader, json, type);
        }

        return output.ToArray();
    }

    private static List<(string? Type, string Element)> ReadNames(QueryParameters query)
    {
        var names = new List<(string?, string)>();
        foreach (var (name, value) in query.Items)
        {
            if (name != "_elements")
            {
                continue;
            }

            foreach (var element in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var dot = element.IndexOf('.', StringComparison.Ordinal);
                names.Add(dot < 0 ? (null, element) : (element[..dot], element[(dot + 1)..]));
            }
        }

        return names;
    }

    private void WriteResource(ref Utf8JsonReader reader, Utf8JsonWriter json, TypeSchema type)
    {
        var tagged = false;
        json.WriteStartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            if (name.SequenceEqual("resourceType"u8))
            {
                Copy(ref reader, json);
                continue;
            }

            var property = type.FindProperty(name is [(byte)'_', .. var twin] ? twin : name);
            if (property is null || !Keeps(type, property.Element))
            {
                reader.Read();
                reader.Skip();
            }
            else if (property.Element.Name == "meta" && !tagged)
            {
                tagged = true;
                WriteMeta(ref reader, json);
            }
            else if (kind == Kind.Summary)
            {
                WriteSummary(ref reader, json, property);
            }
            else
            {
                Copy(ref reader, json);
            }
        }

        if (!tagged)
        {
            json.WriteStartObject("meta"u8);
            WriteTags(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private bool Keeps(TypeSchema type, ElementSchema element)
    {
        if (element.Name is "id" or "meta" || element.Min > 0)
        {
            return true;
        }

        return kind switch
        {
            Kind.Summary => element.IsSummary,
            Kind.Text => element.Name == "text",
            Kind.Data => element.Name != "text",
            _ => element.IsModifier || elements.Exists(asked => (asked.Type is null || asked.Type == type.Name) && asked.Element == element.Name),
        };
    }

    // Below the first level only a summary leaves anything out.
    private static void WriteSummary(ref Utf8JsonReader reader, Utf8JsonWriter json, ElementType property)
    {
        if (property.Type.IsPrimitive || property.Type.IsResource || property.Type.Kind == TypeKind.Complex)
        {
            Copy(ref reader, json);
            return;
        }

        json.WritePropertyName(reader.ValueSpan);
        reader.Read();
        WriteValue(ref reader, json, property.Type);
    }

    private static void WriteValue(ref Utf8JsonReader reader, Utf8JsonWriter json, TypeSchema type)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            json.WriteStartArray();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                WriteValue(ref reader, json, type);
            }

            json.WriteEndArray();
            return;
        }

        json.WriteStartObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            var property = type.FindProperty(name is [(byte)'_', .. var twin] ? twin : name);
            if (property is not null && (property.Element.IsSummary || property.Element.Min > 0 || property.Element.Name == "id"))
            {
                WriteSummary(ref reader, json, property);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        json.WriteEndObject();
    }

    private static void WriteMeta(ref Utf8JsonReader reader, Utf8JsonWriter json)
    {
        var tagged = false;
        json.WriteStartObject("meta"u8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueSpan.SequenceEqual("tag"u8))
            {
                Copy(ref reader, json);
                continue;
            }

            tagged = true;
            json.WriteStartArray("tag"u8);
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                CopyValue(ref reader, json);
            }

            json.WriteRawValue(Tag, skipInputValidation: true);
            json.WriteEndArray();
        }

        if (!tagged)
        {
            WriteTags(json);
        }

        json.WriteEndObject();
    }

    private static void WriteTags(Utf8JsonWriter json)
    {
        json.WriteStartArray("tag"u8);
        json.WriteRawValue(Tag, skipInputValidation: true);
        json.WriteEndArray();
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter json)
    {
        json.WritePropertyName(reader.ValueSpan);
        reader.Read();
        CopyValue(ref reader, json);
    }

    // Values keep their bytes: 1.50 stays 1.50.
    private static void CopyValue(ref Utf8JsonReader reader, Utf8JsonWriter json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                json.WriteStartObject();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    Copy(ref reader, json);
                }

                json.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                json.WriteStartArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    CopyValue(ref reader, json);
                }

                json.WriteEndArray();
                break;
            case JsonTokenType.String:
                json.WriteStringValue(reader.GetString());
                break;
            default:
                json.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }
}
