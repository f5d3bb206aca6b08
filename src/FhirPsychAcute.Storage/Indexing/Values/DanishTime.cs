namespace FhirPsychAcute.Storage;

/// <summary>The Danish clock.</summary>
public static class DanishTime
{
    private const string Id = "Europe/Copenhagen";

    /// <summary>Europe/Copenhagen; where the machine has no time zone data, a zone with the rules in force since 1996.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(Id, out var known) ? known : Rules();

    /// <summary>Summer time from 02:00 on the last Sunday of March to 03:00 on the last Sunday of October (directive 2000/84/EC).</summary>
    internal static TimeZoneInfo Rules()
    {
        var starts = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 5, DayOfWeek.Sunday);
        var ends = TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 5, DayOfWeek.Sunday);
        var summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(new DateTime(1980, 1, 1), DateTime.MaxValue.Date, TimeSpan.FromHours(1), starts, ends);
        return TimeZoneInfo.CreateCustomTimeZone(Id, TimeSpan.FromHours(1), Id, "CET", "CEST", [summer]);
    }
}
