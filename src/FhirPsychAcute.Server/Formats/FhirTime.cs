using System.Globalization;

namespace FhirPsychAcute.Server;

/// <summary>Instants and dates as FHIR writes them (http://hl7.org/fhir/R4/datatypes.html#instant).</summary>
internal static class FhirTime
{
    /// <summary>An instant in UTC with milliseconds.</summary>
    public static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// The period that a date or time of any FHIR precision covers, its end exclusive. Without a zone it is read in <paramref name="zone"/>.
    /// </summary>
    /// <param name="text">A year, month, day, or time to the minute, second or below.</param>
    /// <param name="zone">Zone of texts that name none.</param>
    /// <param name="period">The period.</param>
    public static bool TryParsePeriod(string text, TimeZoneInfo zone, out (DateTimeOffset From, DateTimeOffset To) period)
    {
        period = default;
        ReadOnlySpan<string> days = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];
        for (var i = 0; i < days.Length; i++)
        {
            if (DateTime.TryParseExact(text, days[i], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                if (day.Year is < 2 or > 9997)
                {
                    return false;
                }

                period = (Local(day, zone), Local(i == 0 ? day.AddYears(1) : i == 1 ? day.AddMonths(1) : day.AddDays(1), zone));
                return true;
            }
        }

        ReadOnlySpan<(string Format, long Ticks)> times =
        [
            ("yyyy-MM-dd'T'HH:mm", TimeSpan.TicksPerMinute), ("yyyy-MM-dd'T'HH:mm:ss", TimeSpan.TicksPerSecond),
            ("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", TimeSpan.TicksPerMillisecond),
        ];
        foreach (var (format, ticks) in times)
        {
            if (DateTimeOffset.TryParseExact(text, format + "K", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                var zoned = text.EndsWith('Z') || text.AsSpan(text.IndexOf('T', StringComparison.Ordinal)).IndexOfAny('+', '-') > 0;
                if (time.Year is < 2 or > 9997)
                {
                    return false;
                }

                var from = zoned ? time.ToUniversalTime() : Local(time.DateTime, zone);
                period = (from, from.AddTicks(ticks));
                return true;
            }
        }

        return false;
    }

    private static DateTimeOffset Local(DateTime time, TimeZoneInfo zone) =>
        new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), zone.GetUtcOffset(time)).ToUniversalTime();
}
