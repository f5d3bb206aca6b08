using System.Globalization;

namespace FhirPsychAcute.Psychiatry.Calendar;

/// <summary>A length of time as the law's tables write it: a number and a unit of UCUM.</summary>
/// <param name="Count">How many.</param>
/// <param name="Unit"><c>min</c>, <c>h</c>, <c>d</c>, <c>wk</c>, <c>mo</c> or <c>a</c>.</param>
public readonly record struct TimeSpanOfLaw(int Count, string Unit)
{
    /// <summary>Reads <c>4 wk</c>; null where it is none.</summary>
    public static TimeSpanOfLaw? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && int.TryParse(text.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Of(count, text[(space + 1)..]) : null;
    }

    /// <summary>From a number and a unit; null where it is not a length of time of at most a century.</summary>
    public static TimeSpanOfLaw? Of(decimal count, string unit)
    {
        var length = count is > 0 and <= 1_000_000 && count == decimal.Truncate(count) ? new TimeSpanOfLaw((int)count, unit) : default;
        var most = unit switch { "min" => 1_000_000, "h" => 100_000, "d" => 36_525, "wk" => 5_200, "mo" => 1_200, "a" => 100, _ => 0 };
        return length.Count is > 0 && length.Count <= most ? length : null;
    }

    /// <summary>Elapsed time; null for units that are of the calendar.</summary>
    public TimeSpan? Elapsed => Unit switch
    {
        "min" => TimeSpan.FromMinutes(Count),
        "h" => TimeSpan.FromHours(Count),
        "d" => TimeSpan.FromDays(Count),
        "wk" => TimeSpan.FromDays(7L * Count),
        _ => null,
    };

    /// <summary>The day so much later; a month or year that lacks the day ends on its last one. Hours and minutes count as the days that they fill.</summary>
    public DateOnly After(DateOnly day) => Unit switch
    {
        "mo" => day.AddMonths(Count),
        "a" => day.AddYears(Count),
        _ => day.AddDays((int)Elapsed!.Value.TotalDays),
    };

    /// <summary>So many times as long.</summary>
    public TimeSpanOfLaw Times(int factor) => this with { Count = Count * factor };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {Unit}");
}
