namespace FhirPsychAcute.Cli;

/// <summary>One thing that was read and is to be sent.</summary>
/// <param name="Location">Where it was read.</param>
/// <param name="SourceBytes">How much of the input it accounts for, for the progress.</param>
internal abstract record LoadItem(SourceLocation Location, long SourceBytes);

/// <summary>A resource that goes in a batch with others: by PUT when it has an id, by POST otherwise.</summary>
/// <param name="Location">Where it was read.</param>
/// <param name="SourceBytes">How much of the input it accounts for.</param>
/// <param name="Type">Resource type.</param>
/// <param name="Id">Logical id; null when the server is to give one.</param>
/// <param name="Json">The resource.</param>
/// <param name="FullUrl">JSON string of the entry's fullUrl, kept where other entries point at it; empty otherwise.</param>
internal sealed record ResourceItem(
    SourceLocation Location, long SourceBytes, string Type, string? Id, ReadOnlyMemory<byte> Json, ReadOnlyMemory<byte> FullUrl = default)
    : LoadItem(Location, SourceBytes)
{
    /// <summary>Address of the request below the server's base.</summary>
    public string Url => Id is null ? Type : $"{Type}/{Id}";

    /// <summary>Whether a resource that the server has already under that id is left as it is (<c>If-None-Match: *</c>).</summary>
    public bool OnlyNew { get; init; }

    /// <summary>HTTP method of the request.</summary>
    public string Method => Id is null ? "POST" : "PUT";
}

/// <summary>A transaction or batch that is posted as it is.</summary>
/// <param name="Location">Where it was read.</param>
/// <param name="SourceBytes">How much of the input it accounts for.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Json">The Bundle.</param>
internal sealed record BundleItem(SourceLocation Location, long SourceBytes, int Entries, ReadOnlyMemory<byte> Json) : LoadItem(Location, SourceBytes);

/// <summary>Resources of one Bundle that point at each other by urn: they go in one transaction, so that the server can resolve them.</summary>
/// <param name="Location">Where the Bundle was read.</param>
/// <param name="SourceBytes">How much of the input it accounts for.</param>
/// <param name="Resources">The resources, each with its fullUrl.</param>
internal sealed record LinkedItem(SourceLocation Location, long SourceBytes, IReadOnlyList<ResourceItem> Resources) : LoadItem(Location, SourceBytes);

/// <summary>Something that is not sent because it is no resource.</summary>
/// <param name="Location">Where it was read.</param>
/// <param name="SourceBytes">How much of the input it accounts for.</param>
/// <param name="Reason">What is wrong, with line and column.</param>
internal sealed record UnreadableItem(SourceLocation Location, long SourceBytes, string Reason) : LoadItem(Location, SourceBytes);
