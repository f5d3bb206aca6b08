using FhirPsychAcute.Storage.Database;
using FhirPsychAcute.Storage.Database.Sqlite;
using FhirPsychAcute.Storage.Searching;
using FhirPsychAcute.Storage.Writing;

namespace FhirPsychAcute.Storage;

/// <summary>
/// Tells which of some versions fulfil a search, whatever has become of the resources since: the versions are indexed in a database of their own in memory, and the search runs
/// there as it runs everywhere else, so that both always agree. Searches that look at other resources (<see cref="SearchRequest.LooksElsewhere"/>) cannot be answered so.
/// Used by one thread at a time.
/// </summary>
public sealed class ChangeMatcher : IDisposable
{
    private static readonly byte[] NoContent = "{}"u8.ToArray();

    private readonly StoreNames names = new();
    private readonly SqliteConnection connection;
    private readonly IndexBacklog backlog = new(FlushStepSize.Usual);
    private readonly SearchExecutor search;
    private readonly UnitWriter units;

    /// <summary>Makes one.</summary>
    public ChangeMatcher()
    {
        connection = new SqliteConnection(":memory:", SqliteNative.OpenReadWrite | SqliteNative.OpenCreate, busyTimeoutMilliseconds: 0);
        connection.Run("PRAGMA journal_mode = MEMORY; PRAGMA temp_store = MEMORY");
        connection.Run(SqliteProvider.SchemaScript());
        search = new SearchExecutor(names);
        units = new UnitWriter(connection, backlog, search);
        units.StartAfter(0, 0);
    }

    /// <summary>The ids that each search finds among the versions.</summary>
    /// <param name="versions">Versions of different resources with their index rows; not deletions. Contents are not read.</param>
    /// <param name="searches">Searches that look at nothing else.</param>
    /// <returns>For each search, <c>Type/id</c> of what it matches.</returns>
    /// <exception cref="StoreException">There is no memory.</exception>
    public IReadOnlyList<IReadOnlySet<string>> Match(IReadOnlyList<(StoredVersion Version, IndexRows Rows)> versions, IReadOnlyList<SearchRequest> searches)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(searches);
        var unit = PreparedUnit.From(
            new WriteUnit(
                [.. versions.Select(static item => new WriteOperation(item.Version.Type, item.Version.Id, 0, item.Version.LastUpdated, VersionMethod.Put, NoContent, item.Rows))], []),
            names,
            CancellationToken.None);
        KeepNames();
        try
        {
            connection.BeginWrite();
            units.Write(unit);
            backlog.WriteTables(connection, units.LastSeq);
            var found = new IReadOnlySet<string>[searches.Count];
            for (var i = 0; i < found.Length; i++)
            {
                found[i] = search.FindIds(connection, searches[i], versions.Count).Select(id => $"{searches[i].Type}/{id}").ToHashSet(StringComparer.Ordinal);
            }

            return found;
        }
        finally
        {
            // Nothing of it is kept: the next versions find the tables empty.
            units.RolledBack();
            backlog.RolledBack();
            connection.Rollback();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private void KeepNames()
    {
        connection.BeginWrite();
        var written = NewNames.None;
        try
        {
            written = names.WriteNew(connection);
            connection.Commit();
        }
        catch
        {
            names.Restore(written);
            connection.Rollback();
            throw;
        }
    }
}
