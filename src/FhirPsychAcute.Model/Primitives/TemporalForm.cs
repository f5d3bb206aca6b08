namespace FhirPsychAcute.Model;

/// <summary>The lexical forms of date, dateTime, instant and time (R4 datatypes 2.24.0.1), with the days that the calendar has.</summary>
internal static class TemporalForm
{
    public static bool IsDate(ReadOnlySpan<byte> value) => value.Length is 4 or 7 or 10 && HasDate(value);

    public static bool IsDateTime(ReadOnlySpan<byte> value) => value.Length <= 10 ? IsDate(value) : IsInstant(value);

    public static bool IsInstant(ReadOnlySpan<byte> value)
    {
        // 2015-02-07T13:28:17Z is the shortest.
        if (value.Length < 20 || value[10] != 'T' || !HasDate(value[..10]))
        {
            return false;
        }

        var used = TimeLength(value[11..]);
        return used > 0 && IsZone(value[(11 + used)..]);
    }

    public static bool IsTime(ReadOnlySpan<byte> value) => TimeLength(value) is > 0 and var used && used == value.Length;

    private static bool HasDate(ReadOnlySpan<byte> value)
    {
        if (!Digits(value, 0, out var first) || !Digits(value, 2, out var second))
        {
            return false;
        }

        var year = (first * 100) + second;
        if (year == 0)
        {
            return false;
        }

        if (value.Length == 4)
        {
            return true;
        }

        if (value[4] != '-' || !Digits(value, 5, out var month) || month is < 1 or > 12)
        {
            return false;
        }

        return value.Length == 7 || (value[7] == '-' && Digits(value, 8, out var day) && day >= 1 && day <= DateTime.DaysInMonth(year, month));
    }

    /// <summary>Length of hh:mm:ss with its fraction at the beginning of the text; 0 when there is none. A leap second is 60.</summary>
    private static int TimeLength(ReadOnlySpan<byte> value)
    {
        if (value.Length < 8 || value[2] != ':' || value[5] != ':'
            || !Digits(value, 0, out var hour) || hour > 23
            || !Digits(value, 3, out var minute) || minute > 59
            || !Digits(value, 6, out var second) || second > 60)
        {
            return 0;
        }

        if (value.Length == 8 || value[8] != '.')
        {
            return 8;
        }

        var at = 9;
        while (at < value.Length && char.IsAsciiDigit((char)value[at]))
        {
            at++;
        }

        return at > 9 ? at : 0;
    }

    private static bool IsZone(ReadOnlySpan<byte> value)
    {
        if (value.Length == 1)
        {
            return value[0] == 'Z';
        }

        return value.Length == 6 && value[0] is (byte)'+' or (byte)'-' && value[3] == ':'
            && Digits(value, 1, out var hours) && Digits(value, 4, out var minutes)
            && (hours <= 13 ? minutes <= 59 : hours == 14 && minutes == 0);
    }

    private static bool Digits(ReadOnlySpan<byte> value, int at, out int number)
    {
        var tens = value[at] - '0';
        var ones = value[at + 1] - '0';
        number = (tens * 10) + ones;
        return (uint)tens <= 9 && (uint)ones <= 9;
    }
}
