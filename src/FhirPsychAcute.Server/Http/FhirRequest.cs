using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>One interaction as asked for, by HTTP or by an entry of a batch or transaction; checked as far as its form goes.</summary>
internal sealed class FhirRequest
{
    /// <summary>The method.</summary>
    public required HttpVerb Verb { get; init; }

    /// <summary>What the path stands for.</summary>
    public required FhirRoute Route { get; init; }

    /// <summary>The FHIR base as the caller sees it, without trailing slash.</summary>
    public required string Base { get; init; }

    /// <summary>Parameters of the URL, then those of a POSTed form.</summary>
    public QueryParameters Query { get; init; } = QueryParameters.Empty;

    /// <summary>The body of a write; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Form of <see cref="Body"/>.</summary>
    public ContentFormat BodyFormat { get; init; }

    /// <summary>The resource of <see cref="Body"/> where it has been read already; its structure is right.</summary>
    public ResourceDocument? Document { get; init; }

    /// <summary>Prefer header.</summary>
    public Preferences Prefer { get; init; }

    /// <summary>Language for texts.</summary>
    public Language Language { get; init; }

    /// <summary>If-Match header or entry.request.ifMatch; null when absent.</summary>
    public string? IfMatch { get; init; }

    /// <summary>If-None-Match header or entry.request.ifNoneMatch; null when absent.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>If-Modified-Since header or entry.request.ifModifiedSince; null when absent.</summary>
    public DateTimeOffset? IfModifiedSince { get; init; }

    /// <summary>If-None-Exist header or entry.request.ifNoneExist: a search query without question mark; null when absent.</summary>
    public string? IfNoneExist { get; init; }

    /// <summary>The Provenance of the X-Provenance header, still without target; null when absent.</summary>
    public ResourceDocument? Provenance { get; init; }

    /// <summary>What an operation of the server's own stores along with the resource.</summary>
    public IReadOnlyList<Psychiatry.Writing.Companion> Along { get; init; } = [];

    /// <summary>The resource type of the route, for routes that have one.</summary>
    public string Type => Route.Type!;

    /// <summary>The logical id of the route, for routes that have one.</summary>
    public string Id => Route.Id!;
}
