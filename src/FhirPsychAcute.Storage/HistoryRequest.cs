namespace FhirPsychAcute.Storage;

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
