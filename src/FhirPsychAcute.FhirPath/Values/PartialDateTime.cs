using System.Globalization;
using System.Text;

namespace FhirPsychAcute.FhirPath.Values;

/// <summary>
/// A date, a date-time or a time of day, as far as it was given: 2015-02, 2015-02-04T14:34+01:00, 14:30. Parts that were not given stand at their least
/// value in <see cref="Ticks"/>. Sixteen bytes; compares and adds as FHIRPath N1 sections 6.1, 6.2 and 6.7 say.
/// </summary>
public readonly struct PartialDateTime : IEquatable<PartialDateTime>
{
    private const short NoOffset = short.MinValue;

    /// <summary>Makes one from parts; a time of day counts its ticks from midnight of 0001-01-01.</summary>
    /// <param name="ticks">Local time in ticks of 100 ns since 0001-01-01T00:00, parts not given at their least value.</param>
    /// <param name="precision">How far it is given.</param>
    /// <param name="offsetMinutes">Offset from UTC in minutes; null when none was given.</param>
    /// <param name="fractionDigits">Digits behind the second, 0 to 9.</param>
    public PartialDateTime(long ticks, DateTimePrecision precision, int? offsetMinutes = null, int fractionDigits = 0)
    {
        Ticks = ticks;
        Precision = precision;
        offset = (short)(offsetMinutes ?? NoOffset);
        FractionDigits = (byte)fractionDigits;
    }

    private readonly short offset;

    /// <summary>Local time in ticks of 100 ns since 0001-01-01T00:00; parts not given are at their least value.</summary>
    public long Ticks { get; }

    /// <summary>How far it is given.</summary>
    public DateTimePrecision Precision { get; }

    /// <summary>Digits behind the second, as written.</summary>
    public byte FractionDigits { get; }

    /// <summary>Whether a time zone was given.</summary>
    public bool HasOffset => offset != NoOffset;

    /// <summary>Offset from UTC in minutes; 0 when none was given.</summary>
    public int OffsetMinutes => HasOffset ? offset : 0;

    /// <summary>The instant in UTC ticks when a time zone was given, otherwise local ticks.</summary>
    public long UtcTicks => Ticks - (OffsetMinutes * TimeSpan.TicksPerMinute);

    internal ulong Packed => (ushort)offset | ((ulong)Precision << 16) | ((ulong)FractionDigits << 24);

    internal static PartialDateTime Unpack(ulong ticks, ulong packed) => new(
        (long)ticks,
        (DateTimePrecision)(byte)(packed >> 16),
        (short)(ushort)packed is var offset && offset == NoOffset ? null : offset,
        (byte)(packed >> 24));

    /// <summary>Reads <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    public static bool TryParseDate(ReadOnlySpan<char> text, out PartialDateTime value) =>
        DateTimeParser.TryParse(text, out value, allowTime: false);

    /// <summary>Reads a date with or without a time behind <c>T</c>, with or without zone; <c>YYYYT</c> is allowed as in literals.</summary>
    public static bool TryParseDateTime(ReadOnlySpan<char> text, out PartialDateTime value) =>
        DateTimeParser.TryParse(text, out value, allowTime: true);

    /// <summary>Reads <c>hh</c>, <c>hh:mm</c>, <c>hh:mm:ss</c> or <c>hh:mm:ss.fff</c>.</summary>
    public static bool TryParseTime(ReadOnlySpan<char> text, out PartialDateTime value) => DateTimeParser.TryParseTime(text, out value);

    /// <summary>
    /// Compares part by part from the greatest: below zero, zero or above; null when that cannot be told, because one is given further than the other
    /// or only one has a time zone and the difference is within what zones can make (N1 6.2).
    /// </summary>
    public static int? Compare(in PartialDateTime left, in PartialDateTime right)
    {
        var least = (DateTimePrecision)Math.Min((byte)Level(left.Precision), (byte)Level(right.Precision));
        if (least > DateTimePrecision.Day && left.HasOffset != right.HasOffset)
        {
            return CompareAcrossZones(left, right);
        }

        var useUtc = left.HasOffset && right.HasOffset && least > DateTimePrecision.Day;
        var leftTicks = Truncate(useUtc ? left.UtcTicks : left.Ticks, least);
        var rightTicks = Truncate(useUtc ? right.UtcTicks : right.Ticks, least);
        if (leftTicks != rightTicks)
        {
            return leftTicks < rightTicks ? -1 : 1;
        }

        return Level(left.Precision) == Level(right.Precision) ? 0 : null;
    }

    /// <summary>Whether both are given equally far and are the same (N1 6.1, equivalence).</summary>
    public static bool Equivalent(in PartialDateTime left, in PartialDateTime right) => Compare(left, right) == 0;

    /// <summary>First and last tick that the value can mean, zone disregarded; the end is inclusive.</summary>
    public (long First, long Last) Range() => (Ticks, EndOf(Ticks, Precision) - 1);

    /// <summary>Adds whole units; parts that are not given stay not given. Throws ArgumentOutOfRangeException beyond year 9999.</summary>
    internal PartialDateTime WithTicks(long ticks) => new(ticks, Precision, HasOffset ? offset : null, FractionDigits);

    /// <summary>As written, without the leading @ (or @T for a time of day).</summary>
    internal string Format(bool isTime)
    {
        var moment = new DateTime(Ticks);
        var text = new StringBuilder(30);
        var culture = CultureInfo.InvariantCulture;
        if (!isTime)
        {
            text.Append(culture, $"{moment.Year:D4}");
            if (Precision >= DateTimePrecision.Month)
            {
                text.Append(culture, $"-{moment.Month:D2}");
            }

            if (Precision >= DateTimePrecision.Day)
            {
                text.Append(culture, $"-{moment.Day:D2}");
            }

            if (Precision >= DateTimePrecision.Hour)
            {
                text.Append('T');
            }
        }

        if (Precision >= DateTimePrecision.Hour)
        {
            text.Append(culture, $"{moment.Hour:D2}");
        }

        if (Precision >= DateTimePrecision.Minute)
        {
            text.Append(culture, $":{moment.Minute:D2}");
        }

        if (Precision >= DateTimePrecision.Second)
        {
            text.Append(culture, $":{moment.Second:D2}");
        }

        if (Precision >= DateTimePrecision.Fraction)
        {
            var fraction = (Ticks % TimeSpan.TicksPerSecond).ToString("D7", culture);
            text.Append('.').Append(FractionDigits <= 7 ? fraction[..Math.Max((int)FractionDigits, 1)] : fraction.PadRight(FractionDigits, '0'));
        }

        if (HasOffset && Precision >= DateTimePrecision.Hour)
        {
            text.Append(offset == 0 ? "Z" : string.Create(culture, $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:D2}:{Math.Abs(offset) % 60:D2}"));
        }

        return text.ToString();
    }

    internal static long Truncate(long ticks, DateTimePrecision precision)
    {
        switch (precision)
        {
            case DateTimePrecision.Year:
                return new DateTime(new DateTime(Math.Max(ticks, 0)).Year, 1, 1).Ticks;
            case DateTimePrecision.Month:
                var month = new DateTime(Math.Max(ticks, 0));
                return new DateTime(month.Year, month.Month, 1).Ticks;
            case DateTimePrecision.Day:
                return ticks - (ticks % TimeSpan.TicksPerDay);
            case DateTimePrecision.Hour:
                return ticks - (ticks % TimeSpan.TicksPerHour);
            case DateTimePrecision.Minute:
                return ticks - (ticks % TimeSpan.TicksPerMinute);
            default:
                return ticks;
        }
    }

    private static long EndOf(long ticks, DateTimePrecision precision)
    {
        const int lastYear = 9999;
        var moment = new DateTime(ticks);
        return precision switch
        {
            DateTimePrecision.Year => moment.Year == lastYear ? DateTime.MaxValue.Ticks : moment.AddYears(1).Ticks,
            DateTimePrecision.Month => moment.Year == lastYear && moment.Month == 12 ? DateTime.MaxValue.Ticks : moment.AddMonths(1).Ticks,
            DateTimePrecision.Day => ticks + TimeSpan.TicksPerDay,
            DateTimePrecision.Hour => ticks + TimeSpan.TicksPerHour,
            DateTimePrecision.Minute => ticks + TimeSpan.TicksPerMinute,
            DateTimePrecision.Second => ticks + TimeSpan.TicksPerSecond,
            _ => ticks + 1,
        };
    }

    /// <summary>Seconds and fractions of them are one level of precision (N1 6.2).</summary>
    private static DateTimePrecision Level(DateTimePrecision precision) => precision == DateTimePrecision.Fraction ? DateTimePrecision.Second : precision;

    private static int? CompareAcrossZones(in PartialDateTime left, in PartialDateTime right)
    {
        // The one without zone may stand anywhere from 14 hours before UTC to 12 hours behind it.
        var (leftFirst, leftLast) = PossibleUtc(left);
        var (rightFirst, rightLast) = PossibleUtc(right);
        if (leftLast < rightFirst)
        {
            return -1;
        }

        return leftFirst > rightLast ? 1 : null;
    }

    private static (long First, long Last) PossibleUtc(in PartialDateTime value)
    {
        var end = value.Precision >= DateTimePrecision.Second ? value.Ticks : EndOf(value.Ticks, value.Precision) - 1;
        return value.HasOffset
            ? (value.UtcTicks, end - (value.OffsetMinutes * TimeSpan.TicksPerMinute))
            : (value.Ticks - (14 * TimeSpan.TicksPerHour), end + (12 * TimeSpan.TicksPerHour));
    }

    /// <inheritdoc/>
    public bool Equals(PartialDateTime other) => Ticks == other.Ticks && Packed == other.Packed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PartialDateTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Ticks, Packed);

    /// <summary>Whether both are written the same.</summary>
    public static bool operator ==(PartialDateTime left, PartialDateTime right) => left.Equals(right);

    /// <summary>Whether they are written differently.</summary>
    public static bool operator !=(PartialDateTime left, PartialDateTime right) => !left.Equals(right);

    /// <summary>As a date-time is written.</summary>
    public override string ToString() => Format(isTime: false);
}
