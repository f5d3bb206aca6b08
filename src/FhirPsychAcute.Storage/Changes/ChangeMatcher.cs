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
    private readonly SearchExecutor executor;
    private readonly UnitWriter units;
    private bool isLoaded;

    /// <summary>Makes one.</summary>
    public ChangeMatcher()
    {
        connection = new SqliteConnection(":memory:", SqliteNative.OpenReadWrite | SqliteNative.OpenCreate, busyTimeoutMilliseconds: 0);
        connection.Run("PRAGMA journal_mode = MEMORY; PRAGMA temp_store = MEMORY");
        connection.Run(SqliteProvider.SchemaScript());
        executor = new SearchExecutor(names);
        units = new UnitWriter(connection, backlog, executor);
        units.StartAfter(0, 0);
    }

    /// <summary>Takes in versions, in place of those before.</summary>
    /// <param name="versions">Versions of different resources with their index rows; not deletions. Contents are not read.</param>
    /// <exception cref="StoreException">There is no memory.</exception>
    public void Load(IReadOnlyList<(StoredVersion Version, IndexRows Rows)> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        Unload();
        var unit = PreparedUnit.From(
            new WriteUnit(
                [.. versions.Select(static item => new WriteOperation(item.Version.Type, item.Version.Id, 0, item.Version.LastUpdated, VersionMethod.Put, NoContent, item.Rows))], []),
            names,
            CancellationToken.None);
        KeepNames();
        isLoaded = true;
        connection.BeginWrite();
        units.Write(unit);
        backlog.WriteTables(connection, units.LastSeq);
    }

    /// <summary>Logical ids of the loaded versions that a search finds.</summary>
    /// <param name="search">A search of one type that looks at nothing else.</param>
    public IReadOnlySet<string> Find(SearchRequest search) => executor.FindIds(connection, search, int.MaxValue).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    // Nothing of what was loaded is ever committed, so that the next versions find the tables empty.
    private void Unload()
    {
        if (isLoaded)
        {
            isLoaded = false;
            units.RolledBack();
            backlog.RolledBack();
            connection.Rollback();
        }
    }

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
