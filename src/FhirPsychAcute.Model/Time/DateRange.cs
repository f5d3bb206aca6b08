using System.Buffers;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>
/// The period that a FHIR date, dateTime or instant covers by its precision: <c>2026</c> is a year, <c>2026-03-29T02:30:00Z</c> a second.
/// Microseconds since 1970-01-01T00:00:00Z; the end is exclusive (R4 search 3.1.1.4.7).
/// </summary>
/// <param name="Start">First microsecond.</param>
/// <param name="End">First microsecond after.</param>
public readonly record struct DateRange(long Start, long End)
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    /// <summary>The first moment, in UTC.</summary>
    public DateTimeOffset From => Time(Start);

    /// <summary>The first moment after, in UTC.</summary>
    public DateTimeOffset To => Time(End);

    /// <summary>The point in time that is so many microseconds after 1970-01-01T00:00:00Z; within the years 1 to 9999.</summary>
    public static DateTimeOffset Time(long microseconds) =>
        new(Math.Clamp((microseconds * TicksPerMicrosecond) + DateTime.UnixEpoch.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    /// <summary>Microseconds since 1970-01-01T00:00:00Z of a point in time.</summary>
    public static long Microseconds(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TicksPerMicrosecond;

    /// <summary>
    /// Reads <c>YYYY[-MM[-DD[Thh:mm[:ss[.fff]][Z|±hh:mm]]]]</c>. Seconds may be missing, as in search values. A value without time zone is read in <paramref name="zone"/>:
    /// a time that the clock shows twice (the end of summer time) covers both readings; a time that it skips is read with the offset before the skip.
    /// </summary>
    /// <param name="text">ASCII; a space stands for the plus of an offset that URL decoding took.</param>
    /// <param name="zone">Time zone of values that name none.</param>
    /// <param name="range">The period.</param>
    /// <returns>Whether the text is a date that exists in the calendar.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, TimeZoneInfo zone, out DateRange range)
    {
        range = default;
        if (!TryDigits(text, 0, 4, out var year) || year == 0)
        {
            return false;
        }

        if (text.Length == 4)
        {
            range = new(StartOf(new DateTime(year, 1, 1), zone), year == 9999 ? EndOfTime : StartOf(new DateTime(year + 1, 1, 1), zone));
            return true;
        }

        if (text[4] != '-' || !TryDigits(text, 5, 2, out var month) || month is 0 or > 12)
        {
            return false;
        }

        if (text.Length == 7)
        {
            var first = new DateTime(year, month, 1);
            range = new(StartOf(first, zone), Following(first, zone, month: true));
            return true;
        }

        if (text.Length < 10 || text[7] != '-' || !TryDigits(text, 8, 2, out var day) || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var date = new DateTime(year, month, day);
        if (text.Length == 10)
        {
            range = new(StartOf(date, zone), Following(date, zone, month: false));
            return true;
        }

        return text[10] == 'T' && TryTime(text, date, zone, out range);
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, TimeZoneInfo, out DateRange)"/>
    public static bool TryParse(ReadOnlySpan<char> text, TimeZoneInfo zone, out DateRange range)
    {
        Span<byte> ascii = stackalloc byte[64];
        if (text.Length > ascii.Length || Ascii.FromUtf16(text, ascii, out var length) != OperationStatus.Done)
        {
            range = default;
            return false;
        }

        return TryParse(ascii[..length], zone, out range);
    }

    private static readonly long EndOfTime = ToMicroseconds(DateTime.MaxValue.Ticks);

    private static bool TryTime(ReadOnlySpan<byte> text, DateTime date, TimeZoneInfo zone, out DateRange range)
    {
        range = default;
        if (text.Length < 16 || text[13] != ':' || !TryDigits(text, 11, 2, out var hour) || hour > 23 || !TryDigits(text, 14, 2, out var minute) || minute > 59)
        {
            return false;
        }

        var ticks = date.Ticks + (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        var precision = TimeSpan.TicksPerMinute;
        var at = 16;
        if (at < text.Length && text[at] == ':')
        {
            // The specification allows 60 for leap seconds.
            if (!TryDigits(text, 17, 2, out var second) || second > 60)
            {
                return false;
            }

            ticks += second * TimeSpan.TicksPerSecond;
            precision = TimeSpan.TicksPerSecond;
            at = 19;
            if (at < text.Length && text[at] == '.')
            {
                at++;
                var digits = 0;
                while (at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
                {
                    // Beyond microseconds digits are dropped.
                    if (precision > TicksPerMicrosecond)
                    {
                        precision /= 10;
                        ticks += precision * (text[at] - '0');
                    }

                    digits++;
                    at++;
                }

                if (digits == 0)
                {
                    return false;
                }
            }
        }

        if (ticks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay)
        {
            return false;
        }

        if (at == text.Length)
        {
            range = InZone(new DateTime(ticks), precision, zone);
            return true;
        }

        if (!TryOffset(text[at..], out var offset))
        {
            return false;
        }

        var start = ToMicroseconds(ticks - offset);
        range = new(start, start + (precision / TicksPerMicrosecond));
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out long offset)
    {
        offset = 0;
        if (text.Length == 1)
        {
            return text[0] == 'Z';
        }

        if (text.Length != 6 || text[3] != ':' || !TryDigits(text, 1, 2, out var hours) || hours > 14 || !TryDigits(text, 4, 2, out var minutes) || minutes > 59)
        {
            return false;
        }

        offset = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        switch (text[0])
        {
            case (byte)'+' or (byte)' ':
                return true;
            case (byte)'-':
                offset = -offset;
                return true;
            default:
                return false;
        }
    }

    private static DateRange InZone(DateTime local, long precision, TimeZoneInfo zone)
    {
        if (zone.IsAmbiguousTime(local))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(local);
            var first = ToMicroseconds(local.Ticks - offsets.Max().Ticks);
            var last = ToMicroseconds(local.Ticks - offsets.Min().Ticks);
            return new(first, last + (precision / TicksPerMicrosecond));
        }

        var start = ToMicroseconds(local.Ticks - OffsetOf(local, zone).Ticks);
        return new(start, start + (precision / TicksPerMicrosecond));
    }

    // The calendar ends with the year 9999; what reaches its end has no following unit.
    private static long Following(DateTime start, TimeZoneInfo zone, bool month)
    {
        var length = month ? DateTime.DaysInMonth(start.Year, start.Month) : 1;
        return DateTime.MaxValue - start < TimeSpan.FromDays(length) ? EndOfTime : StartOf(start.AddDays(length), zone);
    }

    /// <summary>When a local day, month or year begins: the first moment with that date, also where midnight is skipped or comes twice.</summary>
    private static long StartOf(DateTime local, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local)
            ? ToMicroseconds(local.Ticks - zone.GetAmbiguousTimeOffsets(local).Max().Ticks)
            : ToMicroseconds(local.Ticks - OffsetOf(local, zone).Ticks);

    private static TimeSpan OffsetOf(DateTime local, TimeZoneInfo zone) =>
        zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-3)) : zone.GetUtcOffset(local);

    private static long ToMicroseconds(long utcTicks) => (utcTicks - DateTime.UnixEpoch.Ticks) / TicksPerMicrosecond;

    private static bool TryDigits(ReadOnlySpan<byte> text, int at, int count, out int value)
    {
        value = 0;
        if (text.Length < at + count)
        {
            return false;
        }

        for (var i = at; i < at + count; i++)
        {
            var digit = text[i] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        return true;
    }
}
