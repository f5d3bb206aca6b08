namespace FhirPsychAcute.FhirPath.Values;

/// <summary>Reads the lexical forms of dates, date-times and times of day without allocating.</summary>
internal static class DateTimeParser
{
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDateTime value, bool allowTime)
    {
        value = default;
        var rest = text;
        if (!Number(ref rest, 4, out var year) || year == 0)
        {
            return false;
        }

        var month = 1;
        var day = 1;
        var precision = DateTimePrecision.Year;
        if (Skip(ref rest, '-'))
        {
            precision = DateTimePrecision.Month;
            if (!Number(ref rest, 2, out month) || month is < 1 or > 12)
            {
                return false;
            }

            if (Skip(ref rest, '-'))
            {
                precision = DateTimePrecision.Day;
                if (!Number(ref rest, 2, out day) || day < 1 || day > DateTime.DaysInMonth(year, month))
                {
                    return false;
                }
            }
        }

        var ticks = new DateTime(year, month, day).Ticks;
        if (rest.IsEmpty)
        {
            value = new PartialDateTime(ticks, precision);
            return true;
        }

        if (!allowTime || !Skip(ref rest, 'T'))
        {
            return false;
        }

        if (rest.IsEmpty)
        {
            value = new PartialDateTime(ticks, precision);
            return true;
        }

        if (precision != DateTimePrecision.Day || !Time(ref rest, out var time, out precision, out var fractionDigits) || !Zone(rest, out var offset))
        {
            return false;
        }

        value = new PartialDateTime(ticks + time, precision, offset, fractionDigits);
        return true;
    }

    public static bool TryParseTime(ReadOnlySpan<char> text, out PartialDateTime value)
    {
        var rest = text;
        if (Skip(ref rest, 'T') | true && Time(ref rest, out var ticks, out var precision, out var fractionDigits) && rest.IsEmpty)
        {
            value = new PartialDateTime(ticks, precision, offsetMinutes: null, fractionDigits);
            return true;
        }

        value = default;
        return false;
    }

    private static bool Time(ref ReadOnlySpan<char> rest, out long ticks, out DateTimePrecision precision, out int fractionDigits)
    {
        ticks = 0;
        fractionDigits = 0;
        precision = DateTimePrecision.Hour;
        if (!Number(ref rest, 2, out var hour) || hour > 23)
        {
            return false;
        }

        ticks = hour * TimeSpan.TicksPerHour;
        if (!Skip(ref rest, ':'))
        {
            return true;
        }

        precision = DateTimePrecision.Minute;
        if (!Number(ref rest, 2, out var minute) || minute > 59)
        {
            return false;
        }

        ticks += minute * TimeSpan.TicksPerMinute;
        if (!Skip(ref rest, ':'))
        {
            return true;
        }

        precision = DateTimePrecision.Second;
        // FHIR allows 60 for a leap second; it counts as the first instant of the next minute.
        if (!Number(ref rest, 2, out var second) || second > 60)
        {
            return false;
        }

        ticks += second * TimeSpan.TicksPerSecond;
        if (!Skip(ref rest, '.'))
        {
            return true;
        }

        precision = DateTimePrecision.Fraction;
        var scale = TimeSpan.TicksPerSecond / 10;
        while (fractionDigits < rest.Length && char.IsAsciiDigit(rest[fractionDigits]))
        {
            ticks += (rest[fractionDigits] - '0') * scale;
            scale /= 10;
            fractionDigits++;
        }

        rest = rest[fractionDigits..];
        fractionDigits = Math.Min(fractionDigits, byte.MaxValue);
        return fractionDigits > 0;
    }

    private static bool Zone(ReadOnlySpan<char> rest, out int? offset)
    {
        offset = null;
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest is "Z")
        {
            offset = 0;
            return true;
        }

        var negative = rest[0] == '-';
        if (!Skip(ref rest, '+') && !Skip(ref rest, '-'))
        {
            return false;
        }

        if (!Number(ref rest, 2, out var hours) || !Skip(ref rest, ':') || !Number(ref rest, 2, out var minutes) || !rest.IsEmpty || hours > 14 || minutes > 59)
        {
            return false;
        }

        offset = (negative ? -1 : 1) * ((hours * 60) + minutes);
        return true;
    }

    private static bool Number(ref ReadOnlySpan<char> rest, int digits, out int number)
    {
        number = 0;
        if (rest.Length < digits)
        {
            return false;
        }

        for (var at = 0; at < digits; at++)
        {
            if (!char.IsAsciiDigit(rest[at]))
            {
                return false;
            }

            number = (number * 10) + (rest[at] - '0');
        }

        rest = rest[digits..];
        return true;
    }

    private static bool Skip(ref ReadOnlySpan<char> rest, char expected)
    {
        if (rest.IsEmpty || rest[0] != expected)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }
}
