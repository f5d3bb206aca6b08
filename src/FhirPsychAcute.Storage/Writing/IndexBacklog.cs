using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Writing;

/// <summary>
/// Index rows that are durable in their version rows but not in the index tables yet. Writing the rows of thousands of resources together, in key order, touches each page
/// of the tables once instead of once a commit, which is most of what a write costs. Nobody can tell: a search has the backlog written first, and what a
/// crash leaves behind is found again from <c>indexed_seq</c> when the store opens. Belongs to the writer's thread; <see cref="Count"/> may be read by any.
/// </summary>
internal sealed class IndexBacklog(FlushStepSize stepSize)
{
    private readonly List<IndexChange> added = [];
    private readonly IndexRowLists flushLists = new();
    private readonly IndexRowLists transactionLists = new();
    private Dictionary<long, IndexChange> waiting = [];
    private IndexFlush? flush;
    private bool writtenInTransaction;
    private volatile int count;

    /// <summary>Resources whose rows are not all in the tables.</summary>
    public int Count => count;

    /// <summary>Resources that wait for a flush to begin.</summary>
    public int Waiting => waiting.Count;

    /// <summary>Memory that their rows take.</summary>
    public long WaitingBytes { get; private set; }

    /// <summary>The flush that is under way.</summary>
    public IndexFlush? Flush => flush;

    /// <summary>Notes a change of the open transaction.</summary>
    public void Add(in IndexChange change) => added.Add(change);

    /// <summary>Begins to write what waits to the tables; done in steps by the caller.</summary>
    /// <param name="lastSeq">Newest version committed.</param>
    public void BeginFlush(long lastSeq)
    {
        flush = new IndexFlush(waiting.Values, lastSeq, flushLists, stepSize);
        waiting = [];
        WaitingBytes = 0;
    }

    /// <summary>Brings the index tables up to date within the open transaction, its own changes included.</summary>
    /// <param name="connection">The writer's connection.</param>
    /// <param name="lastSeq">Newest version that the transaction has written or found.</param>
    public void WriteTables(StoreConnection connection, long lastSeq)
    {
        Dictionary<long, IndexChange> merged;
        if (writtenInTransaction)
        {
            merged = [];
        }
        else
        {
            // What is under way must be finished before later changes of the same resources.
            flush?.WriteRest(connection);
            merged = new Dictionary<long, IndexChange>(waiting);
        }

        Merge(added, merged);
        added.Clear();
        writtenInTransaction = true;
        if (merged.Count > 0)
        {
            new IndexFlush(merged.Values, lastSeq, transactionLists, stepSize).WriteRest(connection);
        }
    }

    /// <summary>The transaction is durable.</summary>
    public void Committed()
    {
        if (writtenInTransaction)
        {
            flush = null;
            waiting = [];
            WaitingBytes = 0;
            writtenInTransaction = false;
        }

        if (flush is not null)
        {
            flush.Committed();
            flush = flush.IsDone ? null : flush;
        }

        WaitingBytes += Merge(added, waiting);
        added.Clear();
        count = waiting.Count + (flush?.Count ?? 0);
    }

    /// <summary>The transaction was undone.</summary>
    public void RolledBack()
    {
        added.Clear();
        writtenInTransaction = false;
        flush?.RolledBack();
    }

    // The first change of a resource knows what the tables hold, the last one what they shall hold. Gives the bytes added.
    private static long Merge(List<IndexChange> from, Dictionary<long, IndexChange> into)
    {
        long bytes = 0;
        foreach (var change in from)
        {
            bytes += change.Entries.Length;
            if (into.TryGetValue(change.ResourceKey, out var earlier))
            {
                bytes -= earlier.Entries.Length;
                into[change.ResourceKey] = earlier.FollowedBy(change);
            }
            else
            {
                into.Add(change.ResourceKey, change);
            }
        }

        return bytes;
    }
}
