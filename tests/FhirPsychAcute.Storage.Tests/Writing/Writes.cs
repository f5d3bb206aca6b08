using System.Text;

namespace FhirPsychAcute.Storage.Tests.Writing;

/// <summary>Shorthand for the changes that these tests make; content is any text, since the store does not look into it.</summary>
internal static class Writes
{
    public static DateTimeOffset Morning { get; } = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static WriteOperation Put(string type, string id, long expectedVersion, string content, IndexRows? rows = null, DateTimeOffset? at = null) =>
        new(type, id, expectedVersion, at ?? Morning, VersionMethod.Put, Encoding.UTF8.GetBytes(content), rows ?? IndexRows.Empty);

    public static WriteOperation Delete(string type, string id, long expectedVersion, DateTimeOffset? at = null) =>
        new(type, id, expectedVersion, at ?? Morning, VersionMethod.Delete, default, IndexRows.Empty);

    public static Task<WriteOutcome> Write(this FhirStore store, params WriteOperation[] operations) =>
        store.WriteAsync(new WriteUnit(operations, []), CancellationToken.None);

    public static async Task<string?> Content(this FhirStore store, string type, string id) =>
        await store.ReadAsync(type, id, CancellationToken.None) is { } version ? Encoding.UTF8.GetString(version.Content.Span) : null;

    public static FhirStore Open(TemporaryFolder folder, string name = "store.db") =>
        FhirStore.Open(new StorageOptions { DataFile = folder.File(name) });
}
