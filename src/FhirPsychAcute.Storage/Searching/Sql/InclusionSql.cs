using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>Finds what _include and _revinclude add (R4 search 3.1.1.5.4), a round of inclusions for all resources at once.</summary>
internal sealed class InclusionSql(SearchRequest request, StoreNames names, StoreConnection connection)
{
    private const int KeysPerStatement = 512;

    /// <summary>Adds to the matches of a page what is included.</summary>
    /// <param name="matches">Keys and type numbers of the matches.</param>
    /// <param name="found">Receives the versions included, none that is a match.</param>
    /// <returns>Whether some were left out, because they are more than the limit.</returns>
    public bool Find(IReadOnlyList<(long Key, int TypeId)> matches, List<StoredVersion> found)
    {
        var seen = matches.Select(static match => match.Key).ToHashSet();
        var from = matches;
        for (var round = 0; from.Count > 0 && round <= request.Options.MaxIncludeRounds; round++)
        {
            var next = new List<long>();
            foreach (var inclusion in request.Inclusions)
            {
                // The first round begins at the matches, later ones at what was included, for :iterate only.
                if (round == 0 || inclusion.Iterate)
                {
                    Follow(inclusion, from, seen, next);
                }
            }

            var cut = found.Count + next.Count > request.Options.MaxIncluded;
            if (cut)
            {
                next.RemoveRange(request.Options.MaxIncluded - found.Count, next.Count - (request.Options.MaxIncluded - found.Count));
            }

            from = Read(next, found);
            if (cut || !request.Inclusions.Any(static inclusion => inclusion.Iterate))
            {
                return cut;
            }
        }

        return false;
    }

    private void Follow(Inclusion inclusion, IReadOnlyList<(long Key, int TypeId)> from, HashSet<long> seen, List<long> next)
    {
        var startTypes = TypeIds(inclusion.Reverse ? inclusion.TargetTypes : inclusion.SourceTypes);
        var keys = from.Where(start => startTypes.Count == 0 || startTypes.Contains(start.TypeId)).Select(static start => start.Key).ToList();
        for (var at = 0; at < keys.Count; at += KeysPerStatement)
        {
            var batch = keys.GetRange(at, Math.Min(KeysPerStatement, keys.Count - at));
            Collect(inclusion.Reverse ? Referring(inclusion, batch) : Referred(inclusion, batch), seen, next);
            if (inclusion.CanonicalColumns.Count > 0)
            {
                Collect(inclusion.Reverse ? CanonicallyReferring(inclusion, batch) : CanonicallyReferred(inclusion, batch), seen, next);
            }
        }
    }

    private SqlText Referred(Inclusion inclusion, List<long> keys)
    {
        var sql = new SqlText();
        sql.Add("SELECT DISTINCT a.target_key FROM index_reference a JOIN resource t ON t.resource_key = a.target_key WHERE ").In("a.resource_key", keys);
        Columns(sql, inclusion, "+a.param");
        if (inclusion.TargetTypes.Count > 0)
        {
            sql.Add(" AND ").In("t.type_id", TypeIds(inclusion.TargetTypes));
        }

        return sql.Add(" AND t.state = 1 ORDER BY a.target_key");
    }

    private static SqlText Referring(Inclusion inclusion, List<long> keys)
    {
        var sql = new SqlText();
        sql.Add("SELECT DISTINCT a.resource_key FROM index_reference a WHERE ").In("a.target_key", keys).Add(" AND a.url = ''");
        Columns(sql, inclusion, "a.param");
        return sql.Add(" ORDER BY a.resource_key");
    }

    private static SqlText CanonicallyReferred(Inclusion inclusion, List<long> keys)
    {
        var sql = new SqlText();
        sql.Add("SELECT DISTINCT u.resource_key FROM index_reference a JOIN index_uri u ON u.value = a.url WHERE ").In("a.resource_key", keys);
        Columns(sql, inclusion, "+a.param");
        return sql.Add(" AND a.target_key = 0 AND ").Columns("u.param", inclusion.CanonicalColumns).Add(" ORDER BY u.resource_key");
    }

    private static SqlText CanonicallyReferring(Inclusion inclusion, List<long> keys)
    {
        var sql = new SqlText();
        sql.Add("SELECT DISTINCT a.resource_key FROM index_uri u JOIN index_reference a ON a.url = u.value WHERE ").Columns("u.param", inclusion.CanonicalColumns)
            .Add(" AND ").In("u.resource_key", keys).Add(" AND a.target_key = 0");
        Columns(sql, inclusion, "a.param");
        return sql.Add(" ORDER BY a.resource_key");
    }

    // With the referring resources known, a plus keeps the planner from reading every reference of the parameter instead.
    private static void Columns(SqlText sql, Inclusion inclusion, string column)
    {
        if (inclusion.Columns.Count > 0)
        {
            sql.Add(" AND ").Columns(column, inclusion.Columns);
        }
    }

    private void Collect(SqlText sql, HashSet<long> seen, List<long> next)
    {
        using var statement = sql.Prepare(connection);
        while (statement.Read())
        {
            var key = statement.GetInt64(0);
            if (seen.Add(key))
            {
                next.Add(key);
            }
        }
    }

    private List<(long Key, int TypeId)> Read(List<long> keys, List<StoredVersion> found)
    {
        var read = new List<(long, int)>(keys.Count);
        for (var at = 0; at < keys.Count; at += KeysPerStatement)
        {
            var batch = keys.GetRange(at, Math.Min(KeysPerStatement, keys.Count - at));
            var sql = new SqlText();
            sql.Add("SELECT ").Add(SearchSql.VersionColumns).Add(" FROM resource r JOIN resource_version v ON v.seq = r.seq WHERE ").In("r.resource_key", batch).Add(" AND r.state = 1 ORDER BY r.resource_key");
            using var statement = sql.Prepare(connection);
            while (statement.Read())
            {
                read.Add((statement.GetInt64(0), statement.GetInt32(2)));
                found.Add(StoredVersionReader.Read(statement, names));
            }
        }

        return read;
    }

    private List<int> TypeIds(IReadOnlyList<string> types) => [.. types.Select(names.TypeId)];
}
