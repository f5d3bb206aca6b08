using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Writing;

/// <summary>
/// Index rows that are durable in their version rows but not in the index tables yet. Writing the rows of thousands of resources together, in key order, touches each page
/// of the tables once instead of once a commit, which is most of what a write costs. Nobody can tell: a search has the backlog written first, and what a
/// crash leaves behind is found again from <c>indexed_seq</c> when the store opens. Belongs to the writer's thread; <see cref="Count"/> may be read by any.
/// </summary>
internal sealed class IndexBacklog
{
    private readonly IndexChangeWriter changes = new();
    private readonly List<IndexChange> added = [];
    private Dictionary<long, IndexChange> committed = [];
    private bool writtenInTransaction;
    private volatile int count;

    /// <summary>Resources whose rows wait.</summary>
    public int Count => count;

    /// <summary>Memory that the waiting rows take.</summary>
    public long Bytes { get; private set; }

    /// <summary>Notes a change of the open transaction.</summary>
    public void Add(in IndexChange change) => added.Add(change);

    /// <summary>Brings the index tables up to date within the open transaction, its own changes included.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="lastSeq">Newest version that the transaction has written or found.</param>
    public void WriteTables(StoreConnection connection, long lastSeq)
    {
        var merged = writtenInTransaction ? [] : new Dictionary<long, IndexChange>(committed);
        Merge(added, merged);
        added.Clear();
        writtenInTransaction = true;
        if (merged.Count == 0)
        {
            return;
        }

        changes.Write(connection, merged.Values);
        using var state = connection.Prepare("UPDATE store_state SET value = ? WHERE name = 'indexed_seq'");
        state.Bind(1, lastSeq);
        state.Execute();
    }

    /// <summary>The transaction is durable.</summary>
    public void Committed()
    {
        if (writtenInTransaction)
        {
            committed = [];
            Bytes = 0;
            writtenInTransaction = false;
        }

        Bytes += Merge(added, committed);
        added.Clear();
        count = committed.Count;
    }

    /// <summary>The transaction was undone.</summary>
    public void RolledBack()
    {
        added.Clear();
        writtenInTransaction = false;
    }

    // The first change of a resource knows what the tables hold, the last one what they shall hold. Gives the bytes added.
    private static long Merge(List<IndexChange> from, Dictionary<long, IndexChange> into)
    {
        long bytes = 0;
        foreach (var change in from)
        {
            var appliedSeq = change.AppliedSeq;
            if (into.TryGetValue(change.ResourceKey, out var earlier))
            {
                appliedSeq = earlier.AppliedSeq;
                bytes -= earlier.Entries.Length;
            }

            into[change.ResourceKey] = change with { AppliedSeq = appliedSeq };
            bytes += change.Entries.Length;
        }

        return bytes;
    }
}

/// <summary>What the index tables shall hold for a resource.</summary>
/// <param name="ResourceKey">The resource.</param>
/// <param name="AppliedSeq">The version whose rows the tables hold; 0 when they hold none.</param>
/// <param name="Entries">The rows that they shall hold (<see cref="IndexEntries"/>).</param>
internal readonly record struct IndexChange(long ResourceKey, long AppliedSeq, byte[] Entries);
