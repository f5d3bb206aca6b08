using System.Text.Json;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>
/// Takes a batch or transaction apart. A Bundle of the usual shape is cut into entries in one pass over its JSON, and the resources are left for several
/// threads to read; anything unusual (extensions in entries, signatures, and every fault) goes through the reader for whole resources, which knows
/// all rules and names all faults.
/// </summary>
internal static class BundleReader
{
    /// <summary>Reads the Bundle's frame.</summary>
    /// <returns>The entries; 400 when this is no Bundle of type batch or transaction.</returns>
    public static Result<IncomingBundle> Read(ReadOnlyMemory<byte> body, SchemaCatalog schema, ParseLimits limits)
    {
        if (body.IsEmpty)
        {
            return FhirError.Of(StatusCodes.Status400BadRequest, IssueCode.Required, "body-missing");
        }

        if (Cut(body, limits) is { } cut)
        {
            return cut;
        }

        var parsed = ResourceDocument.Parse(body, schema, limits);
        return parsed.IsValid ? FromDocument(parsed.Document) : FhirError.FromStructure(parsed.Issues);
    }

    private static Result<IncomingBundle> FromDocument(ResourceDocument document)
    {
        if (document.Type.Name != "Bundle")
        {
            return FhirError.At(document.Type.Name, StatusCodes.Status400BadRequest, IssueCode.Invalid, "bundle-expected", document.Type.Name);
        }

        var type = document.Root.ChildValue("type");
        if (type is not ("batch" or "transaction"))
        {
            return FhirError.At("Bundle.type", StatusCodes.Status400BadRequest, IssueCode.Value, "bundle-type", type ?? "");
        }

        var entries = new List<IncomingEntry>();
        foreach (var element in document.Root.ChildrenNamed("entry"))
        {
            var entry = new IncomingEntry { Index = entries.Count, FullUrl = element.ChildValue("fullUrl") };
            if (element.Child("resource") is { Exists: true } resource)
            {
                entry.Resource = resource.RawJson;
                entry.ResourceOffset = resource.Position.Offset;
            }

            if (element.Child("request") is { Exists: true } request)
            {
                entry.Method = request.ChildValue("method");
                entry.Url = request.ChildValue("url");
                entry.IfMatch = request.ChildValue("ifMatch");
                entry.IfNoneMatch = request.ChildValue("ifNoneMatch");
                entry.IfModifiedSince = request.ChildValue("ifModifiedSince");
                entry.IfNoneExist = request.ChildValue("ifNoneExist");
            }

            entries.Add(entry);
        }

        return new IncomingBundle(type == "transaction", document.Bytes, entries);
    }

    // Null when the Bundle is not of the usual shape, or wrong.
    private static IncomingBundle? Cut(ReadOnlyMemory<byte> body, ParseLimits limits)
    {
        var reader = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = limits.MaxDepth });
        try
        {
            return Cut(ref reader, body);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IncomingBundle? Cut(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        var entries = new List<IncomingEntry>();
        bool isBundle = false, hasEntries = false;
        string? type = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("resourceType"u8) && !isBundle)
            {
                reader.Read();
                isBundle = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Bundle"u8);
                if (!isBundle)
                {
                    return null;
                }
            }
            else if (reader.ValueTextEquals("type"u8) && type is null)
            {
                reader.Read();
                type = reader.GetString();
            }
            else if (reader.ValueTextEquals("entry"u8) && !hasEntries)
            {
                hasEntries = true;
                if (!CutEntries(ref reader, body, entries))
                {
                    return null;
                }
            }
            else
            {
                return null;
            }
        }

        // Reading on past the end finds what stands behind the Bundle.
        return isBundle && type is "batch" or "transaction" && !reader.Read() ? new IncomingBundle(type == "transaction", body, entries) : null;
    }

    private static bool CutEntries(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, List<IncomingEntry> entries)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var entry = new IncomingEntry { Index = entries.Count };
            if (!CutEntry(ref reader, body, entry))
            {
                return false;
            }

            entries.Add(entry);
        }

        return reader.TokenType == JsonTokenType.EndArray && entries.Count > 0;
    }

    private static bool CutEntry(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body, IncomingEntry entry)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("fullUrl"u8) && entry.FullUrl is null)
            {
                if (!Text(ref reader, out var fullUrl))
                {
                    return false;
                }

                entry.FullUrl = fullUrl;
            }
            else if (reader.ValueTextEquals("resource"u8) && entry.Resource.IsEmpty)
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    return false;
                }

                entry.ResourceOffset = (int)reader.TokenStartIndex;
                reader.Skip();
                entry.Resource = body[entry.ResourceOffset..(int)reader.BytesConsumed];
            }
            else if (!reader.ValueTextEquals("request"u8) || entry.Method is not null || entry.Url is not null || !CutRequest(ref reader, entry))
            {
                return false;
            }
        }

        return true;
    }

    private static bool CutRequest(ref Utf8JsonReader reader, IncomingEntry entry)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("method"u8) && entry.Method is null && Text(ref reader, out var text))
            {
                entry.Method = text;
            }
            else if (reader.ValueTextEquals("url"u8) && entry.Url is null && Text(ref reader, out text))
            {
                entry.Url = text;
            }
            else if (reader.ValueTextEquals("ifNoneExist"u8) && entry.IfNoneExist is null && Text(ref reader, out text))
            {
                entry.IfNoneExist = text;
            }
            else if (reader.ValueTextEquals("ifMatch"u8) && entry.IfMatch is null && Text(ref reader, out text))
            {
                entry.IfMatch = text;
            }
            else
            {
                // The rest is rare (or a value of the wrong kind): the other reader takes it.
                return false;
            }
        }

        return true;
    }

    private static bool Text(ref Utf8JsonReader reader, out string? text)
    {
        reader.Read();
        text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return !string.IsNullOrWhiteSpace(text);
    }
}
