namespace FhirPsychAcute.Storage.Database.Entities;

/// <summary>What is known of a logical id (<c>resource.state</c>).</summary>
internal enum ResourceState : short
{
    /// <summary>Other resources refer to it; it was never written.</summary>
    Placeholder = 0,
    /// <summary>It exists.</summary>
    Current = 1,
    /// <summary>It was deleted.</summary>
    Deleted = 2,
}

/// <summary>A logical id and its newest version. Times are microseconds since 1970.</summary>
internal sealed class ResourceRow
{
    public long ResourceKey { get; set; }

    public int TypeId { get; set; }

    public required string Id { get; set; }

    public ResourceState State { get; set; }

    public long Version { get; set; }

    public long Seq { get; set; }

    public long LastUpdated { get; set; }
}

/// <summary>One version of a resource.</summary>
internal sealed class ResourceVersionRow
{
    public long Seq { get; set; }

    public long ResourceKey { get; set; }

    public int TypeId { get; set; }

    public long Version { get; set; }

    public long LastUpdated { get; set; }

    public VersionMethod Method { get; set; }

    /// <summary>The version's index rows in the writer's own form (Writing/IndexEntries.cs).</summary>
    public required byte[] Entries { get; set; }

    public required byte[] Content { get; set; }
}

/// <summary>A number that belongs to the store as a whole.</summary>
internal sealed class StoreStateRow
{
    public required string Name { get; set; }

    public long Value { get; set; }
}
