using System.Text.Json;

namespace FhirPsychAcute.Model;

/// <summary>
/// A Bundle taken apart in one pass over its JSON, its resources left unread, so that several threads can read them.
/// </summary>
public sealed class BundleFrame
{
    private BundleFrame(string type, ReadOnlyMemory<byte> source, IReadOnlyList<BundleFrameEntry> entries)
    {
        Type = type;
        Source = source;
        Entries = entries;
    }

    /// <summary>Bundle.type as it stands; it may be no code of R4.</summary>
    public string Type { get; }

    /// <summary>The JSON text of the whole Bundle.</summary>
    public ReadOnlyMemory<byte> Source { get; }

    /// <summary>The entries in order.</summary>
    public IReadOnlyList<BundleFrameEntry> Entries { get; }

    /// <summary>Cuts a Bundle of the usual shape: resourceType, type, entries with fullUrl, resource and request, and in the request nothing rare.</summary>
    /// <param name="source">JSON text; kept by the entries, so the caller must not change it afterwards.</param>
    /// <param name="limits">Bounds of depth.</param>
    /// <returns>Null when the text is of another shape, or wrong in any way: then <see cref="ResourceDocument.Parse"/> tells what it is. What the resources hold is not looked at.</returns>
    public static BundleFrame? Cut(ReadOnlyMemory<byte> source, ParseLimits limits)
    {
        var reader = new Utf8JsonReader(source.Span, new JsonReaderOptions { MaxDepth = limits.MaxDepth });
        try
        {
            return Cut(ref reader, source);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static BundleFrame? Cut(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source)
    {
        var entries = new List<BundleFrameEntry>();
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
                if (!CutEntries(ref reader, source, entries))
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
        return isBundle && type is not null && !reader.Read() ? new BundleFrame(type, source, entries) : null;
    }

    private static bool CutEntries(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source, List<BundleFrameEntry> entries)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var entry = new BundleFrameEntry();
            if (!CutEntry(ref reader, source, entry))
            {
                return false;
            }

            entries.Add(entry);
        }

        return reader.TokenType == JsonTokenType.EndArray && entries.Count > 0;
    }

    private static bool CutEntry(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source, BundleFrameEntry entry)
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
                entry.Resource = source[entry.ResourceOffset..(int)reader.BytesConsumed];
            }
            else if (!reader.ValueTextEquals("request"u8) || entry.Method is not null || entry.Url is not null || !CutRequest(ref reader, entry))
            {
                return false;
            }
        }

        return true;
    }

    private static bool CutRequest(ref Utf8JsonReader reader, BundleFrameEntry entry)
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
