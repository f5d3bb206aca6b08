using System.Text.Json;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// Writes Bundles (http://hl7.org/fhir/R4/bundle.html) straight into the buffer of the response; stored resources are copied in as they are.
/// Not thread-safe. <see cref="Finish"/> gives the buffer to the caller.
/// </summary>
internal sealed class BundleWriter : IDisposable
{
    private readonly OutputBuffer buffer = new();
    private readonly Utf8JsonWriter json;
    private bool hasEntries;
    private bool finished;

    public BundleWriter(ReadOnlySpan<byte> type)
    {
        json = new Utf8JsonWriter(buffer, OperationOutcomeWriter.WriterOptions);
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "Bundle"u8);
        json.WriteString("type"u8, type);
    }

    /// <summary>Bytes written so far, apart from the last few that are still on their way.</summary>
    public long Length => buffer.Length;

    /// <summary>Bundle.total.</summary>
    public void Total(long total) => json.WriteNumber("total"u8, total);

    /// <summary>Bundle.link; each pair is relation and url.</summary>
    public void Links(params ReadOnlySpan<(string Relation, string Url)> links)
    {
        json.WriteStartArray("link"u8);
        foreach (var (relation, url) in links)
        {
            json.WriteStartObject();
            json.WriteString("relation"u8, relation);
            json.WriteString("url"u8, url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One entry of a search set.</summary>
    /// <param name="root">The FHIR base.</param>
    /// <param name="version">The resource.</param>
    /// <param name="content">Its JSON, or the part of it that was asked for.</param>
    /// <param name="mode">Why it is there.</param>
    public void SearchEntry(string root, StoredVersion version, ReadOnlySpan<byte> content, SearchEntryMode mode)
    {
        StartEntry();
        FullUrl(root, version);
        Resource(content);
        json.WriteStartObject("search"u8);
        json.WriteString("mode"u8, mode == SearchEntryMode.Match ? "match"u8 : "include"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>An entry of a search set with remarks on the search.</summary>
    public void OutcomeEntry(IReadOnlyList<OutcomeIssue> issues, Language language)
    {
        StartEntry();
        json.WritePropertyName("resource"u8);
        OperationOutcomeWriter.Write(json, issues, language);
        json.WriteStartObject("search"u8);
        json.WriteString("mode"u8, "outcome"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>One entry of a history: how the version came to be, and the resource unless it was deleted.</summary>
    public void HistoryEntry(string root, StoredVersion version, ReadOnlySpan<byte> content)
    {
        StartEntry();
        FullUrl(root, version);
        if (!version.IsDeleted)
        {
            Resource(content);
        }

        json.WriteStartObject("request"u8);
        json.WriteString("method"u8, version.Method switch
        {
            VersionMethod.Post => "POST"u8,
            VersionMethod.Put => "PUT"u8,
            VersionMethod.Patch => "PATCH"u8,
            _ => "DELETE"u8,
        });
        json.WriteString("url"u8, version.Method == VersionMethod.Post ? version.Type : $"{version.Type}/{version.Id}");
        json.WriteEndObject();
        json.WriteStartObject("response"u8);
        json.WriteString("status"u8, version.Method switch
        {
            VersionMethod.Delete => "204 No Content"u8,
            _ when version.Version == 1 => "201 Created"u8,
            _ => "200 OK"u8,
        });
        Headers(version, hasLocation: false);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>One entry of a batch or transaction response.</summary>
    /// <param name="root">The FHIR base.</param>
    /// <param name="answer">What came of the entry's request.</param>
    /// <param name="language">Language of texts.</param>
    public void ResponseEntry(string root, Answer answer, Language language)
    {
        StartEntry();
        if (!answer.Content.IsEmpty)
        {
            if (answer.Version is { } shown)
            {
                FullUrl(root, shown);
            }

            Resource(answer.Content.Span);
        }
        else if (answer.Bundle is { } bundle)
        {
            Resource(bundle.ToArray());
        }

        json.WriteStartObject("response"u8);
        json.WriteString("status"u8, StatusLine.Of(answer.Status));
        if (answer.Version is { } version)
        {
            Headers(version, answer.HasLocation);
        }

        if (answer.Issues is { } issues)
        {
            json.WritePropertyName("outcome"u8);
            OperationOutcomeWriter.Write(json, issues, language);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Ends the Bundle and hands over the buffer, which the caller disposes.</summary>
    public OutputBuffer Finish()
    {
        if (hasEntries)
        {
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Dispose();
        finished = true;
        return buffer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        json.Dispose();
        if (!finished)
        {
            buffer.Dispose();
        }
    }

    private void StartEntry()
    {
        if (!hasEntries)
        {
            hasEntries = true;
            json.WriteStartArray("entry"u8);
        }

        json.WriteStartObject();
    }

    private void FullUrl(string root, StoredVersion version) => json.WriteString("fullUrl"u8, $"{root}/{version.Type}/{version.Id}");

    private void Resource(ReadOnlySpan<byte> content)
    {
        json.WritePropertyName("resource"u8);
        json.WriteRawValue(content, skipInputValidation: true);
    }

    private void Headers(StoredVersion version, bool hasLocation)
    {
        if (hasLocation)
        {
            json.WriteString("location"u8, FormattableString.Invariant($"{version.Type}/{version.Id}/_history/{version.Version}"));
        }

        json.WriteString("etag"u8, EntityTag.Of(version.Version));
        json.WriteString("lastModified"u8, FhirTime.Instant(version.LastUpdated));
    }
}
