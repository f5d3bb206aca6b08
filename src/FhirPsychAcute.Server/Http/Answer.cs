using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>What came of an interaction, before it becomes an HTTP response or an entry of a response Bundle. Disposing frees the buffer of a Bundle.</summary>
internal sealed class Answer : IDisposable
{
    private Answer(int status) => Status = status;

    /// <summary>HTTP status.</summary>
    public int Status { get; }

    /// <summary>The version that the answer is about: gives ETag, Last-Modified, Location.</summary>
    public StoredVersion? Version { get; private init; }

    /// <summary>A resource that is the body.</summary>
    public ReadOnlyMemory<byte> Content { get; private init; }

    /// <summary>A Bundle that is the body.</summary>
    public OutputBuffer? Bundle { get; private init; }

    /// <summary>Issues that are the body, as an OperationOutcome; null when the body is something else.</summary>
    public IReadOnlyList<OutcomeIssue>? Issues { get; private init; }

    /// <summary>What validation found in a resource that was stored; counted in a header.</summary>
    public IReadOnlyList<OutcomeIssue> Findings { get; set; } = [];

    /// <summary>Whether a Location header points at <see cref="Version"/>.</summary>
    public bool HasLocation { get; private init; }

    /// <summary>The methods for an Allow header; none when there shall be none.</summary>
    public HttpVerb Allow { get; private init; }

    /// <summary>ETag of something that is not a stored version; otherwise null.</summary>
    public string? ETag { get; private init; }

    /// <summary>Whether the interaction did what was asked.</summary>
    public bool IsSuccess => Status < 400;

    /// <summary>A stored version with its content as body.</summary>
    public static Answer Resource(int status, StoredVersion version, bool hasLocation = false) =>
        new(status) { Version = version, Content = version.Content, HasLocation = hasLocation };

    /// <summary>Another representation of a stored version (a subset of it).</summary>
    public static Answer Representation(int status, StoredVersion version, ReadOnlyMemory<byte> content) =>
        new(status) { Version = version, Content = content };

    /// <summary>The headers of a stored version without a body.</summary>
    public static Answer Headers(int status, StoredVersion version, bool hasLocation = false) =>
        new(status) { Version = version, HasLocation = hasLocation };

    /// <summary>The headers of a stored version, and an OperationOutcome.</summary>
    public static Answer Outcome(int status, StoredVersion? version, bool hasLocation, params IReadOnlyList<OutcomeIssue> issues) =>
        new(status) { Version = version, HasLocation = hasLocation, Issues = issues };

    /// <summary>A status alone.</summary>
    public static Answer Empty(int status) => new(status);

    /// <summary>A Bundle made for this answer.</summary>
    public static Answer OfBundle(OutputBuffer bundle) => new(StatusCodes.Status200OK) { Bundle = bundle };

    /// <summary>A resource that is not stored (CapabilityStatement), with its tag.</summary>
    public static Answer Unstored(ReadOnlyMemory<byte> content, string? etag) => new(StatusCodes.Status200OK) { Content = content, ETag = etag };

    /// <summary>Not modified, for something that is not stored.</summary>
    public static Answer NotModified(string etag) => new(StatusCodes.Status304NotModified) { ETag = etag };

    /// <summary>A refusal.</summary>
    public static Answer Refusal(FhirError error) => new(error.Status) { Issues = error.Issues };

    /// <summary>A refusal that tells where the resource stands now (stale If-Match) or what a deleted one was.</summary>
    public static Answer Refusal(FhirError error, StoredVersion version) => new(error.Status) { Issues = error.Issues, Version = version };

    /// <summary>The method means nothing on this path; which do is in the Allow header (RFC 9110 15.5.6).</summary>
    public static Answer MethodNotAllowed(HttpVerb allow, FhirError error) => new(error.Status) { Issues = error.Issues, Allow = allow };

    /// <inheritdoc/>
    public void Dispose() => Bundle?.Dispose();
}
