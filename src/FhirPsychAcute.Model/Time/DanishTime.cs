using System.Globalization;

namespace FhirPsychAcute.Model;

/// <summary>The Danish clock.</summary>
public static class DanishTime
{
    private const string Id = "Europe/Copenhagen";

    /// <summary>Europe/Copenhagen; where the machine has no time zone data, a zone with the rules in force since 1996.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(Id, out var known) ? known : Rules();

    /// <summary>The same moment as the clock in Denmark shows it, with its offset.</summary>
    public static DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone);

    /// <summary>The day in Denmark at that moment.</summary>
    public static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(Local(time).DateTime);

    /// <summary>The moment at which a day begins in Denmark.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    /// <summary>A FHIR dateTime in Danish local time with its offset, milliseconds only where there are any: <c>2026-03-12T21:40:00+01:00</c>.</summary>
    public static string Text(DateTimeOffset time)
    {
        var local = Local(time);
        return local.ToString(local.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
    }

    /// <summary>Summer time from 02:00 on the last Sunday of March to 03:00 on the last Sunday of October (directive 2000/84/EC).</summary>
    internal static TimeZoneInfo Rules()
    {
        var starts = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 5, DayOfWeek.Sunday);
        var ends = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 5, DayOfWeek.Sunday);
        var summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(new DateTime(1980, 1, 1), DateTime.MaxValue.Date, TimeSpan.FromHours(1), starts, ends);
        return TimeZoneInfo.CreateCustomTimeZone(Id, TimeSpan.FromHours(1), Id, "CET", "CEST", [summer]);
    }
}
