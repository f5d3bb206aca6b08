using FhirPsychAcute.Model;
using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>Runs searches as SQL on a connection that the store lends: a reader for pages, the writer for preconditions of a <see cref="WriteUnit"/>.</summary>
internal sealed class SearchExecutor(StoreNames names)
{
    /// <summary>Numbers of types and systems.</summary>
    public StoreNames Names { get; } = names;

    /// <summary>One page of a search. The store holds a read transaction around the call, so all statements see one moment.</summary>
    /// <exception cref="ArgumentException">The search's cursor names a version that is no longer kept.</exception>
    public SearchPage Search(StoreConnection connection, SearchRequest request)
    {
        var sql = new SearchSql(request, Names, connection);
        if (request.IsCountOnly)
        {
            return new SearchPage([], Count(connection, sql), null);
        }

        var entries = new List<(StoredVersion, SearchEntryMode)>(request.Count);
        var matches = new List<(long Key, int TypeId)>(request.Count);
        var last = default(SearchCursor);
        var more = false;
        foreach (var page in sql.Page(request.Count + 1, Position(connection, request)))
        {
            using var statement = page.Prepare(connection);
            while (statement.Read())
            {
                if (entries.Count == request.Count)
                {
                    more = true;
                    break;
                }

                entries.Add((StoredVersionReader.Read(statement, Names), SearchEntryMode.Match));
                matches.Add((statement.GetInt64(0), statement.GetInt32(2)));
                last = new SearchCursor(statement.GetInt64(0), statement.GetInt64(1));
            }

            if (more)
            {
                break;
            }
        }

        long? total = (request.Total, Known: request.Cursor is null && !more) switch
        {
            (SearchTotal.None, _) => null,
            (_, true) => entries.Count,
            (SearchTotal.Accurate, _) => Count(connection, sql),
            // Not asked for: given where it is cheap.
            _ => sql.CountIfCheap(),
        };
        var cut = false;
        if (request.Inclusions.Count > 0)
        {
            var included = new List<StoredVersion>();
            cut = new InclusionSql(request, Names, connection).Find(matches, included);
            entries.AddRange(included.Select(static version => (version, SearchEntryMode.Include)));
        }

        return new SearchPage(entries, total, more ? last.Write(request) : null) { IsIncludedCut = cut };
    }

    /// <summary>The content of every match, in the order in which resources were first written, which is nearly the order in which they lie in the file.</summary>
    public void Scan(StoreConnection connection, SearchRequest request, Action<ReadOnlyMemory<byte>> read)
    {
        using var statement = new SearchSql(request, Names, connection).Everything().Prepare(connection);
        while (statement.Read())
        {
            read(statement.GetBytes(0));
        }
    }

    /// <summary>Logical ids of the first <paramref name="limit"/> matches, in any order; sees what the open write transaction has written.</summary>
    public IReadOnlyList<string> FindIds(StoreConnection connection, SearchRequest request, int limit)
    {
        using var statement = new SearchSql(request, Names, connection).Ids(limit).Prepare(connection);
        var ids = new List<string>();
        while (statement.Read())
        {
            ids.Add(statement.GetString(0));
        }

        return ids;
    }

    private static long Count(StoreConnection connection, SearchSql sql)
    {
        using var statement = sql.Total().Prepare(connection);
        return statement.Read() ? statement.GetInt64(0) : 0;
    }

    /// <summary>The place that the cursor names, with the sort values of the version that stood there, whatever has become of the resource since.</summary>
    private static SortPosition? Position(StoreConnection connection, SearchRequest request)
    {
        if (request.Cursor is not { } cursor)
        {
            return null;
        }

        if (request.Sort.Count == 0)
        {
            return new SortPosition(cursor.ResourceKey, []);
        }

        using var statement = connection.Prepare(
            "SELECT r.id, v.last_updated, v.content FROM resource_version v JOIN resource r ON r.resource_key = v.resource_key WHERE v.seq = ? AND v.resource_key = ?");
        statement.Bind(1, cursor.Seq);
        statement.Bind(2, cursor.ResourceKey);
        if (!statement.Read() ||
            ResourceDocument.Parse(statement.GetBytes(2), request.Indexer!.Schema).Document is not { } document)
        {
            throw new ArgumentException("The page that the link continues is no longer known: begin the search again.", nameof(request));
        }

        var rows = new IndexRows();
        request.Indexer.Index(document, rows);
        return SortSql.Position(request.Sort, cursor.ResourceKey, statement.GetString(0), statement.GetInt64(1), rows);
    }
}
