using FhirPsychAcute.Storage.Database;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FhirPsychAcute.Storage;

/// <summary>Where resources live: versions, current state and search index in one database. Safe for any number of threads.</summary>
public abstract class FhirStore : IAsyncDisposable
{
    /// <summary>Opens the store, creating or migrating the database where needed.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="logger">Receives what operators should know; never content of resources.</param>
    /// <exception cref="StoreException">The database cannot be opened; the message names file and cause.</exception>
    public static FhirStore Open(StorageOptions options, ILogger? logger = null) =>
        new DatabaseFhirStore(DatabaseProvider.For(options, logger ?? NullLogger.Instance), options, logger ?? NullLogger.Instance);

    /// <summary>
    /// Numbers of search parameters, the same for ever: each pair of resource type and url keeps the number it got first, new ones get the next free number in the order given.
    /// Called once at start with all parameters; the result stands in the order of the arguments.
    /// </summary>
    public abstract IReadOnlyList<int> NumberParameters(IReadOnlyList<(string ResourceType, string Url)> parameters);

    /// <summary>The current version, a deletion included; null when the id was never used.</summary>
    public abstract ValueTask<StoredVersion?> ReadAsync(string type, string id, CancellationToken cancellationToken);

    /// <summary>One particular version; null when there is none.</summary>
    public abstract ValueTask<StoredVersion?> ReadVersionAsync(string type, string id, long version, CancellationToken cancellationToken);

    /// <summary>Stores a unit together with others that arrive at the same time in one durable commit (DESIGN 6). Completes after the commit is on disk.</summary>
    /// <remarks>Cancellation is honoured until the unit is taken into a transaction; afterwards the outcome is reported.</remarks>
    /// <exception cref="StoreException">The database failed (disk full, input/output) or too many units wait: nothing of the unit is stored.</exception>
    /// <exception cref="ArgumentException">Two operations name the same resource, or a limit of <see cref="StorageOptions"/> is exceeded.</exception>
    public abstract Task<WriteOutcome> WriteAsync(WriteUnit unit, CancellationToken cancellationToken);

    /// <summary>Runs a search and gives one page.</summary>
    public abstract ValueTask<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Hands over the content of every match of a search, one after the other on the caller's thread, without pages, total and included resources, of one moment: for questions
    /// over more than fits in memory. The search's count and cursor mean nothing here, and no time limit but the caller's holds.
    /// </summary>
    /// <param name="request">What to find.</param>
    /// <param name="read">Takes the content as stored; may keep it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract ValueTask ScanAsync(SearchRequest request, Action<ReadOnlyMemory<byte>> read, CancellationToken cancellationToken);

    /// <summary>One page of the history of a resource, a type or the whole server, newest first.</summary>
    /// <exception cref="ArgumentException">The cursor is not one that this store gave.</exception>
    public abstract ValueTask<HistoryPage> HistoryAsync(HistoryRequest request, CancellationToken cancellationToken);

    /// <summary>Every version in the order of its commit, for those who follow what is written.</summary>
    public abstract ChangeFeed Changes { get; }

    /// <summary>Whether the database can be read and the last write did not fail (for /health/ready).</summary>
    public abstract bool IsHealthy { get; }

    /// <summary>Finishes the units that wait, then closes the database.</summary>
    public abstract ValueTask DisposeAsync();
}
