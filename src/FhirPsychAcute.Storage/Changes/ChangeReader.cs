using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Changes;

/// <summary>Reads versions in the order of their commits. Which ones there are is read from the index of each type, so that a year of other types is not visited.</summary>
internal static class ChangeReader
{
    private const string SeqsSql = "SELECT seq FROM resource_version WHERE type_id = ? AND seq > ? ORDER BY seq LIMIT ?";

    // Without the resource's id, which a version that nobody wants does not need.
    private const string VersionSql = "SELECT version, last_updated, method, content, type_id, resource_key FROM resource_version WHERE seq = ?";

    /// <summary>Reads a page.</summary>
    /// <param name="connection">A connection in a read transaction.</param>
    /// <param name="names">Names of types.</param>
    /// <param name="types">Numbers of the types that are asked for.</param>
    /// <param name="after">Seq after which the page begins.</param>
    /// <param name="known">Newest version committed before the transaction began.</param>
    /// <param name="count">Most versions.</param>
    /// <param name="bytes">Content after which the page ends, however few versions it has.</param>
    /// <param name="filter">Leaves out versions by their text; null for none. Deletions always come.</param>
    public static ChangePage Page(
        StoreConnection connection, StoreNames names, ReadOnlySpan<int> types, long after, long known, int count, long bytes, ChangeFilter? filter)
    {
        var seqs = new List<long>();
        var isCut = false;
        foreach (var type in types)
        {
            isCut |= Seqs(connection, type, after, count, seqs) == count;
        }

        seqs.Sort();
        if (seqs.Count > count)
        {
            seqs.RemoveRange(count, seqs.Count - count);
            isCut = true;
        }

        var changes = new List<Change>(seqs.Count);
        foreach (var seq in seqs)
        {
            if (bytes <= 0)
            {
                return new ChangePage(changes, changes[^1].Seq);
            }

            if (One(connection, names, seq, filter) is { } version)
            {
                changes.Add(new Change(seq, version));
                bytes -= Math.Max(version.Content.Length, 1);
            }
        }

        var end = seqs.Count > 0 ? seqs[^1] : after;
        return new ChangePage(changes, isCut ? end : Math.Max(end, known));
    }

    /// <summary>The version of that seq; null when there is none, or the filter leaves it out.</summary>
    public static StoredVersion? One(StoreConnection connection, StoreNames names, long seq, ChangeFilter? filter = null)
    {
        using var select = connection.Prepare(VersionSql);
        select.Bind(1, seq);
        if (!select.Read())
        {
            return null;
        }

        var type = names.TypeName(select.GetInt32(4));
        if (filter is not null && (VersionMethod)select.GetInt64(2) != VersionMethod.Delete && !filter(type, select.GetSpan(3)))
        {
            return null;
        }

        using var id = connection.Prepare("SELECT id FROM resource WHERE resource_key = ?");
        id.Bind(1, select.GetInt64(5));
        return id.Read() ? VersionReader.Row(select, type, id.GetString(0)) : null;
    }

    private static int Seqs(StoreConnection connection, int type, long after, int count, List<long> seqs)
    {
        using var select = connection.Prepare(SeqsSql);
        select.Bind(1, type);
        select.Bind(2, after);
        select.Bind(3, count);
        var found = 0;
        while (select.Read())
        {
            seqs.Add(select.GetInt64(0));
            found++;
        }

        return found;
    }
}
