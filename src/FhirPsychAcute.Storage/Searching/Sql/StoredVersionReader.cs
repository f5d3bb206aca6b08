using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>Reads rows of <see cref="SearchSql.VersionColumns"/>.</summary>
internal static class StoredVersionReader
{
    /// <summary>The version in the current row.</summary>
    public static StoredVersion Read(StoreStatement row, StoreNames names) => new(
        names.TypeName(row.GetInt32(2)),
        row.GetString(3),
        row.GetInt64(4),
        DateTimeOffset.UnixEpoch.AddTicks(row.GetInt64(5) * TimeSpan.TicksPerMicrosecond),
        (VersionMethod)row.GetInt64(6),
        row.GetBytes(7));
}
