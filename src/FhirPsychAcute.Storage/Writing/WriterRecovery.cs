using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Writing;

/// <summary>What a store held when it was opened.</summary>
/// <param name="ResourceKeys">Highest resource key.</param>
/// <param name="Versions">Newest version's seq.</param>
internal readonly record struct RecoveredState(long ResourceKeys, long Versions);

/// <summary>Reads what the writer keeps in memory: names, the last numbers given, and the versions whose index rows a crash kept from the tables.</summary>
internal static class WriterRecovery
{
    /// <summary>Loads everything.</summary>
    public static RecoveredState Load(StoreConnection connection, StoreNames names, IndexBacklog backlog, UnitWriter units)
    {
        LoadNames(connection, names);
        var lastKey = Number(connection, "SELECT coalesce(max(resource_key), 0) FROM resource");
        var lastSeq = Number(connection, "SELECT coalesce(max(seq), 0) FROM resource_version");
        units.StartAfter(lastKey, lastSeq);

        var indexedSeq = Number(connection, "SELECT value FROM store_state WHERE name = 'indexed_seq'");
        using var missing = connection.Prepare("SELECT resource_key, entries FROM resource_version WHERE seq > ? ORDER BY seq");
        missing.Bind(1, indexedSeq);
        while (missing.Read())
        {
            var key = missing.GetInt64(0);

            // The crash may have come amid writing any of these versions' rows.
            backlog.Add(new IndexChange(key, AppliedSeq(connection, key, indexedSeq), missing.GetBytes(1), Doubtful: []));
        }

        backlog.Committed();
        return new RecoveredState(lastKey, lastSeq);
    }

    private static void LoadNames(StoreConnection connection, StoreNames names)
    {
        using var types = connection.Prepare("SELECT id, name FROM resource_type");
        while (types.Read())
        {
            names.AddType(types.GetString(1), types.GetInt32(0));
        }

        using var systems = connection.Prepare("SELECT id, url FROM index_system");
        while (systems.Read())
        {
            names.AddSystem(systems.GetString(1), systems.GetInt64(0));
        }
    }

    // The version whose rows the index tables hold for a resource.
    private static long AppliedSeq(StoreConnection connection, long key, long indexedSeq)
    {
        using var select = connection.Prepare("SELECT coalesce(max(seq), 0) FROM resource_version WHERE resource_key = ? AND seq <= ?");
        select.Bind(1, key);
        select.Bind(2, indexedSeq);
        return select.Read() ? select.GetInt64(0) : 0;
    }

    private static long Number(StoreConnection connection, string sql)
    {
        using var select = connection.Prepare(sql);
        return select.Read() ? select.GetInt64(0) : throw new StoreException(StoreFault.Damaged, "The store lacks its state row.");
    }
}
