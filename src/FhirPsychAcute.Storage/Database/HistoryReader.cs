using System.Globalization;
using System.Text;

namespace FhirPsychAcute.Storage.Database;

/// <summary>Pages of history (R4 http 3.1.0.13), newest first. A cursor is the seq of the last version given, so pages stay put while others write.</summary>
internal static class HistoryReader
{
    /// <summary>Reads a page.</summary>
    /// <param name="connection">A connection in a read transaction.</param>
    /// <param name="names">Names of types.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="pageBytes">Content after which the page ends, however few entries it has.</param>
    /// <exception cref="ArgumentException">The cursor is not one of ours.</exception>
    public static HistoryPage Read(StoreConnection connection, StoreNames names, HistoryRequest request, long pageBytes)
    {
        var before = ParseCursor(request.Cursor);
        long scope = 0;
        if (request.Type is not null)
        {
            scope = names.TypeId(request.Type);
            if (scope != 0 && request.Id is not null)
            {
                scope = ResourceKey(connection, (int)scope, request.Id);
            }

            if (scope == 0)
            {
                return new HistoryPage([], 0, null);
            }
        }

        var total = Total(connection, request, scope);
        var versions = new List<StoredVersion>(Math.Min(request.Count, 1000));
        string? next = null;
        using var select = connection.Prepare(PageSql(request));
        var parameter = BindFilter(select, request, scope);
        select.Bind(parameter++, before);
        select.Bind(parameter, request.Count + 1L);
        var lastSeq = 0L;
        var bytes = 0L;
        while (select.Read())
        {
            if (versions.Count == request.Count || bytes >= pageBytes)
            {
                next = request.Count == 0 ? null : Cursor(lastSeq);
                break;
            }

            lastSeq = select.GetInt64(6);
            var type = request.Type ?? names.TypeName(select.GetInt32(4));
            versions.Add(VersionReader.Row(select, type, request.Id ?? select.GetString(5)));
            bytes += versions[^1].Content.Length;
        }

        return new HistoryPage(versions, total, next);
    }

    private static string PageSql(HistoryRequest request)
    {
        var sql = new StringBuilder("SELECT v.version, v.last_updated, v.method, v.content, v.type_id, r.id, v.seq FROM resource_version v JOIN resource r ON r.resource_key = v.resource_key WHERE ");
        AppendFilter(sql, request);

        // An instance's versions come from its own index, in version order; with _since the versions since then are few and sorted, otherwise seq itself is walked.
        return sql.Append(request.Id is not null ? "v.seq < ? ORDER BY v.version DESC LIMIT ?"
            : request.Since is not null ? "+v.seq < ? ORDER BY +v.seq DESC LIMIT ?"
            : "v.seq < ? ORDER BY v.seq DESC LIMIT ?").ToString();
    }

    private static long Total(StoreConnection connection, HistoryRequest request, long scope)
    {
        // Versions are numbered without gaps.
        if (request is { Type: null, Since: null, At: null })
        {
            using var newest = connection.Prepare("SELECT coalesce(max(seq), 0) FROM resource_version");
            return newest.Read() ? newest.GetInt64(0) : 0;
        }

        var sql = new StringBuilder("SELECT count(*) FROM resource_version v WHERE ");
        AppendFilter(sql, request);
        using var count = connection.Prepare(sql.Append("1 = 1").ToString());
        BindFilter(count, request, scope);
        return count.Read() ? count.GetInt64(0) : 0;
    }

    private static void AppendFilter(StringBuilder sql, HistoryRequest request)
    {
        if (request.Id is not null)
        {
            sql.Append("v.resource_key = ? AND ");
        }
        else if (request.Type is not null)
        {
            // The plus keeps the planner from the type's index, where every version would be visited.
            sql.Append(request.Since is null ? "v.type_id = ? AND " : "+v.type_id = ? AND ");
        }

        if (request.Since is not null)
        {
            sql.Append("v.last_updated >= ? AND ");
        }

        if (request.At is not null)
        {
            sql.Append("v.last_updated < ? AND NOT EXISTS (SELECT 1 FROM resource_version n WHERE n.resource_key = v.resource_key AND n.version = v.version + 1 AND n.last_updated <= ?) AND ");
        }
    }

    private static int BindFilter(StoreStatement statement, HistoryRequest request, long scope)
    {
        var parameter = 1;
        if (request.Type is not null)
        {
            statement.Bind(parameter++, scope);
        }

        if (request.Since is { } since)
        {
            statement.Bind(parameter++, StoreTime.From(since));
        }

        if (request.At is { } at)
        {
            statement.Bind(parameter++, StoreTime.From(at.To));
            statement.Bind(parameter++, StoreTime.From(at.From));
        }

        return parameter;
    }

    private static long ResourceKey(StoreConnection connection, int typeId, string id)
    {
        using var select = connection.Prepare("SELECT resource_key FROM resource WHERE type_id = ? AND id = ?");
        select.Bind(1, typeId);
        select.Bind(2, id);
        return select.Read() ? select.GetInt64(0) : 0;
    }

    private static string Cursor(long seq) => "h" + seq.ToString("x", CultureInfo.InvariantCulture);

    private static long ParseCursor(string? cursor)
    {
        if (cursor is null)
        {
            return long.MaxValue;
        }

        return cursor.Length is > 1 and <= 17 && cursor[0] == 'h'
            && long.TryParse(cursor.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var seq) && seq > 0
            ? seq
            : throw new ArgumentException("The page link is not one that this server made.", nameof(cursor));
    }
}
