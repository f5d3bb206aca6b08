namespace FhirPsychAcute.Storage.Database;

/// <summary>Times as the tables hold them: microseconds since 1970-01-01T00:00:00Z.</summary>
internal static class StoreTime
{
    /// <summary>The number for a time.</summary>
    public static long From(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time, UTC.</summary>
    public static DateTimeOffset To(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
