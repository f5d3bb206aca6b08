namespace FhirPsychAcute.FhirPath.Values;

/// <summary>Dates and times plus or minus a time-valued quantity (N1 6.6.7, 6.6.8).</summary>
internal static class DateArithmetic
{
    public static bool TryAdd(in FhirPathValue moment, in FhirPathValue quantity, bool subtract, out FhirPathValue result)
    {
        result = default;
        var unit = UnitOf(quantity);

        // Parts of a unit do not count; only whole units are added.
        var amount = decimal.Truncate(quantity.AsDecimal) * (subtract ? -1 : 1);
        if (amount is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        var value = moment.AsDateTime;
        if (moment.Kind == FhirPathKind.Time)
        {
            return TryAddToTime(value, unit, (long)amount, out result);
        }

        long ticks;
        try
        {
            ticks = Add(value, unit, (long)amount);
        }
        catch (ArgumentOutOfRangeException)
        {
            // Beyond the years 1 to 9999 there is no date.
            return false;
        }

        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        var sum = value.WithTicks(ticks);
        result = moment.Kind == FhirPathKind.Date ? FhirPathValue.OfDate(sum) : FhirPathValue.OfDateTime(sum);
        return true;
    }

    private static string UnitOf(in FhirPathValue quantity)
    {
        if (quantity.Kind == FhirPathKind.CalendarQuantity)
        {
            return Quantities.Singular(quantity.AsString);
        }

        return quantity.AsString switch
        {
            "wk" => "week",
            "d" => "day",
            "h" => "hour",
            "min" => "minute",
            "s" => "second",
            "ms" => "millisecond",
            "a" or "mo" => throw new FhirPathException($"'{quantity.AsString}' is a length of time, not a calendar unit; dates take year or month"),
            var word when Quantities.IsCalendarWord(word) => Quantities.Singular(word),
            _ => throw new FhirPathException("dates and times take quantities of time only"),
        };
    }

    private static bool TryAddToTime(PartialDateTime time, string unit, long amount, out FhirPathValue result)
    {
        if (unit is "year" or "month" or "week" or "day")
        {
            throw new FhirPathException($"a time of day takes hours, minutes, seconds and milliseconds, not {unit}s");
        }

        // A time of day goes round the clock.
        var moved = (time.Ticks + (ToPrecision(time.Precision, amount * TicksPer(unit)) % TimeSpan.TicksPerDay) + TimeSpan.TicksPerDay) % TimeSpan.TicksPerDay;
        result = FhirPathValue.OfTime(time.WithTicks(moved));
        return true;
    }

    private static long Add(PartialDateTime value, string unit, long amount)
    {
        var moment = new DateTime(value.Ticks);
        switch (unit)
        {
            case "year":
                return moment.AddYears((int)amount).Ticks;
            case "month":
                var months = value.Precision == DateTimePrecision.Year ? amount / 12 * 12 : amount;
                return moment.AddMonths((int)months).Ticks;
            default:
                var ticks = checked(amount * TicksPer(unit));
                return value.Precision switch
                {
                    // A value given to the year or month only counts 365 days for a year and 30 for a month (N1 6.6.7).
                    DateTimePrecision.Year => moment.AddYears((int)(ticks / TimeSpan.TicksPerDay / 365)).Ticks,
                    DateTimePrecision.Month => moment.AddMonths((int)(ticks / TimeSpan.TicksPerDay / 30)).Ticks,
                    var precision => value.Ticks + ToPrecision(precision, ticks),
                };
        }
    }

    private static long ToPrecision(DateTimePrecision precision, long ticks) => precision switch
    {
        DateTimePrecision.Day => ticks / TimeSpan.TicksPerDay * TimeSpan.TicksPerDay,
        DateTimePrecision.Hour => ticks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour,
        DateTimePrecision.Minute => ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute,
        DateTimePrecision.Second => ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond,
        _ => ticks,
    };

    private static long TicksPer(string unit) => unit switch
    {
        "week" => 7 * TimeSpan.TicksPerDay,
        "day" => TimeSpan.TicksPerDay,
        "hour" => TimeSpan.TicksPerHour,
        "minute" => TimeSpan.TicksPerMinute,
        "second" => TimeSpan.TicksPerSecond,
        _ => TimeSpan.TicksPerMillisecond,
    };
}
