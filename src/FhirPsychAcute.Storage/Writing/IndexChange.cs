namespace FhirPsychAcute.Storage.Writing;

/// <summary>What the index tables shall hold for a resource.</summary>
/// <param name="ResourceKey">The resource.</param>
/// <param name="AppliedSeq">The version whose rows the tables hold; 0 when they hold none.</param>
/// <param name="Entries">The rows that they shall hold (<see cref="IndexEntries"/>).</param>
/// <param name="Doubtful">
/// After a crash amid writing rows: entries of versions some of whose rows may be in the tables, and likewise some of <paramref name="Entries"/> themselves;
/// null when the tables hold exactly the applied version's.
/// </param>
internal readonly record struct IndexChange(long ResourceKey, long AppliedSeq, byte[] Entries, IReadOnlyList<byte[]>? Doubtful = null)
{
    /// <summary>This change with a later one of the same resource, made before this one came into the tables.</summary>
    public IndexChange FollowedBy(in IndexChange later) => new(
        ResourceKey,
        AppliedSeq,
        later.Entries,
        Doubtful is null ? null : [.. Doubtful, Entries]);
}
