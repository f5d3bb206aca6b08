using FhirPsychAcute.Storage.Database;
using FhirPsychAcute.Storage.Database.Entities;
using FhirPsychAcute.Storage.Searching;

namespace FhirPsychAcute.Storage.Writing;

/// <summary>
/// Checks a unit and writes it in the open transaction. Everything that can refuse a unit is checked before its first write, so a refused unit leaves nothing to undo.
/// Belongs to the writer's thread.
/// </summary>
internal sealed class UnitWriter(StoreConnection connection, IndexBacklog backlog, SearchExecutor search)
{
    // Keys of resources that were lately written or referred to: a patient is referred to by every one of their observations.
    private const int KnownKeys = 20_000;

    private readonly Dictionary<(int TypeId, string Id), long> keys = [];
    private long lastKey;
    private long lastKeyCommitted;
    private long lastSeqCommitted;

    /// <summary>Newest version, that of the open transaction included.</summary>
    public long LastSeq { get; private set; }

    /// <summary>Goes on after the newest key and version that the store holds.</summary>
    public void StartAfter(long key, long seq)
    {
        lastKey = lastKeyCommitted = key;
        LastSeq = lastSeqCommitted = seq;
    }

    /// <summary>Checks and writes a unit.</summary>
    public WriteOutcome Write(PreparedUnit unit)
    {
        foreach (var operation in unit.Operations)
        {
            operation.Head = Find(operation.TypeId, operation.Id);
            if (operation.Head.Version != operation.ExpectedVersion)
            {
                return WriteOutcome.VersionConflict;
            }
        }

        foreach (var precondition in unit.Preconditions)
        {
            if (!Holds(precondition))
            {
                return WriteOutcome.PreconditionFailed;
            }
        }

        // All resources get their keys before any reference is resolved, because the resources of a unit refer to each other.
        foreach (var operation in unit.Operations)
        {
            WriteHead(operation);
        }

        foreach (var operation in unit.Operations)
        {
            WriteVersion(operation);
        }

        return WriteOutcome.Committed;
    }

    /// <summary>The transaction is durable.</summary>
    public void Committed()
    {
        lastKeyCommitted = lastKey;
        lastSeqCommitted = LastSeq;
    }

    /// <summary>The transaction was undone.</summary>
    public void RolledBack()
    {
        lastKey = lastKeyCommitted;
        LastSeq = lastSeqCommitted;
        keys.Clear();
    }

    private bool Holds(WritePrecondition precondition)
    {
        // The search must see what this transaction has written so far, and everything before it.
        backlog.WriteTables(connection, LastSeq);
        var found = search.FindIds(connection, precondition.Search, limit: precondition.ExpectedIds.Count + 1);
        return found.Count == precondition.ExpectedIds.Count && found.All(id => precondition.ExpectedIds.Contains(id, StringComparer.Ordinal));
    }

    private ResourceHead Find(int typeId, string id)
    {
        using var select = connection.Prepare("SELECT resource_key, state, version, seq FROM resource WHERE type_id = ? AND id = ?");
        select.Bind(1, typeId);
        select.Bind(2, id);
        return select.Read()
            ? new ResourceHead(select.GetInt64(0), (ResourceState)select.GetInt64(1), select.GetInt64(2), select.GetInt64(3))
            : default;
    }

    private void WriteHead(PreparedOperation operation)
    {
        var seq = ++LastSeq;
        var state = operation.Method == VersionMethod.Delete ? ResourceState.Deleted : ResourceState.Current;
        if (operation.Head.Key == 0)
        {
            var key = Insert(operation.TypeId, operation.Id, state, operation.NewVersion, seq, operation.LastUpdated);
            backlog.Add(new IndexChange(key, 0, operation.Entries));
            operation.Head = new ResourceHead(key, state, operation.NewVersion, seq);
            return;
        }

        using var update = connection.Prepare("UPDATE resource SET state = ?, version = ?, seq = ?, last_updated = ? WHERE resource_key = ?");
        update.Bind(1, (long)state);
        update.Bind(2, operation.NewVersion);
        update.Bind(3, seq);
        update.Bind(4, operation.LastUpdated);
        update.Bind(5, operation.Head.Key);
        update.Execute();
        backlog.Add(new IndexChange(operation.Head.Key, operation.Head.Seq, operation.Entries));
        operation.Head = new ResourceHead(operation.Head.Key, state, operation.NewVersion, seq);
    }

    private void WriteVersion(PreparedOperation operation)
    {
        foreach (var place in operation.Targets)
        {
            IndexEntries.PutTarget(operation.Entries, place, KeyOf(place.TypeId, place.Id));
        }

        using var insert = connection.Prepare(
            "INSERT INTO resource_version (seq, resource_key, type_id, version, last_updated, method, entries, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        insert.Bind(1, operation.Head.Seq);
        insert.Bind(2, operation.Head.Key);
        insert.Bind(3, operation.TypeId);
        insert.Bind(4, operation.NewVersion);
        insert.Bind(5, operation.LastUpdated);
        insert.Bind(6, (long)operation.Method);
        insert.Bind(7, operation.Entries);
        insert.Bind(8, operation.Content);
        insert.Execute();
    }

    // The key of a reference's target; one that does not exist yet gets a placeholder, which its creation fills later.
    private long KeyOf(int typeId, string id)
    {
        if (keys.TryGetValue((typeId, id), out var key))
        {
            return key;
        }

        key = Find(typeId, id).Key;
        if (key == 0)
        {
            return Insert(typeId, id, ResourceState.Placeholder, version: 0, seq: 0, lastUpdated: 0);
        }

        Remember(typeId, id, key);
        return key;
    }

    private long Insert(int typeId, string id, ResourceState state, long version, long seq, long lastUpdated)
    {
        var key = ++lastKey;
        using var insert = connection.Prepare(
            "INSERT INTO resource (resource_key, type_id, id, state, version, seq, last_updated) VALUES (?, ?, ?, ?, ?, ?, ?)");
        insert.Bind(1, key);
        insert.Bind(2, typeId);
        insert.Bind(3, id);
        insert.Bind(4, (long)state);
        insert.Bind(5, version);
        insert.Bind(6, seq);
        insert.Bind(7, lastUpdated);
        insert.Execute();
        Remember(typeId, id, key);
        return key;
    }

    private void Remember(int typeId, string id, long key)
    {
        if (keys.Count >= KnownKeys)
        {
            keys.Clear();
        }

        keys[(typeId, id)] = key;
    }
}
