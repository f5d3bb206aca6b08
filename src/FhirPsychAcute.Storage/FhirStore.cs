namespace FhirPsychAcute.Storage;

/// <summary>Where resources live: versions, current state and search index in one database. Safe for any number of threads.</summary>
public abstract class FhirStore : IAsyncDisposable
{
    /// <summary>The current version, a deletion included; null when the id was never used.</summary>
    public abstract ValueTask<StoredVersion?> ReadAsync(string type, string id, CancellationToken cancellationToken);

    /// <summary>One particular version; null when there is none.</summary>
    public abstract ValueTask<StoredVersion?> ReadVersionAsync(string type, string id, long version, CancellationToken cancellationToken);

    /// <summary>Stores a unit together with others that arrive at the same time in one durable commit (DESIGN 6). Completes after the commit is on disk.</summary>
    public abstract Task<WriteOutcome> WriteAsync(WriteUnit unit, CancellationToken cancellationToken);

    /// <summary>Runs a search and gives one page.</summary>
    public abstract ValueTask<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>One page of the history of a resource, a type or the whole server, newest first.</summary>
    public abstract ValueTask<HistoryPage> HistoryAsync(HistoryRequest request, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>Which history is asked for.</summary>
/// <param name="Type">Resource type; null for the whole server.</param>
/// <param name="Id">Logical id; null for a type.</param>
/// <param name="Count">Entries a page.</param>
/// <param name="Since">Only versions written at or after this time (_since).</param>
/// <param name="At">Only versions that were current at some time in this period (_at).</param>
/// <param name="Cursor">Where the page begins, from <see cref="HistoryPage.NextCursor"/>.</param>
public sealed record HistoryRequest(
    string? Type, string? Id, int Count, DateTimeOffset? Since, (DateTimeOffset From, DateTimeOffset To)? At, string? Cursor);

/// <summary>A page of history.</summary>
/// <param name="Versions">Versions, newest first.</param>
/// <param name="Total">How many versions there are in all.</param>
/// <param name="NextCursor">Opaque start of the next page; null on the last.</param>
public sealed record HistoryPage(IReadOnlyList<StoredVersion> Versions, long Total, string? NextCursor);

/// <summary>Why an entry is in a search result (http://hl7.org/fhir/search-entry-mode).</summary>
public enum SearchEntryMode : byte
{
    /// <summary>match.</summary>
    Match,
    /// <summary>include.</summary>
    Include,
}

/// <summary>A page of search results.</summary>
/// <param name="Entries">Matches in sort order, then what was included.</param>
/// <param name="Total">Number of matches in all, where it was asked for or is known anyway; otherwise null.</param>
/// <param name="NextCursor">Opaque start of the next page, null on the last.</param>
public sealed record SearchPage(IReadOnlyList<(StoredVersion Version, SearchEntryMode Mode)> Entries, long? Total, string? NextCursor);
