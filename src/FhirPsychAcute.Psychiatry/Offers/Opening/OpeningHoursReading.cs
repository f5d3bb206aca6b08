using System.Globalization;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Reads opening hours as HealthcareService writes them (http://hl7.org/fhir/R4/healthcareservice.html).</summary>
internal static class OpeningHoursReading
{
    private const int Day = 24 * 60 * 60;
    private const byte EveryDay = 0b111_1111;

    /// <summary>The hours of a HealthcareService.</summary>
    /// <param name="service">The resource.</param>
    /// <param name="isStaffedAlways">Whether it says in another place that staff are present day and night: then it is open where no hours are told.</param>
    public static OpeningHours Read(Element service, bool isStaffedAlways)
    {
        var windows = new List<OpeningWindow>();
        foreach (var time in service.ChildrenNamed("availableTime"))
        {
            if (Window(time) is { } window)
            {
                windows.Add(window);
            }
        }

        if (windows.Count == 0 && isStaffedAlways)
        {
            windows.Add(new OpeningWindow(EveryDay, 0, Day));
        }

        var closures = new List<Closure>();
        foreach (var closed in service.ChildrenNamed("notAvailable"))
        {
            // Without a period it is a remark for people, and shown as one.
            if (closed.Child("during") is { Exists: true } during)
            {
                var from = during.TimeIn("start")?.UtcTicks ?? DateTimeOffset.MinValue.UtcTicks;
                closures.Add(new Closure(from, EndOf(during), closed.ChildValue("description")));
            }
        }

        return new OpeningHours(windows, closures, windows.Count > 0);
    }

    private static OpeningWindow? Window(Element time)
    {
        byte days = 0;
        foreach (var day in time.ChildrenNamed("daysOfWeek"))
        {
            days |= (byte)(day.Value switch { "sun" => 1, "mon" => 2, "tue" => 4, "wed" => 8, "thu" => 16, "fri" => 32, "sat" => 64, _ => 0 });
        }

        days = days == 0 ? EveryDay : days;
        var (from, to) = (Seconds(time.ChildValue("availableStartTime")), Seconds(time.ChildValue("availableEndTime")));
        if (time.Child("allDay") is { Exists: true } allDay && allDay.TryGetBoolean(out var whole) && whole)
        {
            return new OpeningWindow(days, 0, Day);
        }

        return (from, to) switch
        {
            // Days without hours say nothing that anybody could rely on.
            (null, null) => null,
            ({ } start, null) => new OpeningWindow(days, start, Day),
            (null, { } end) => new OpeningWindow(days, 0, UntilMidnight(end)),
            // 22-06 ends the day after, and 08-08 is a whole day from eight.
            ({ } start, { } end) when end <= start => new OpeningWindow(days, start, end + Day),
            ({ } start, { } end) => new OpeningWindow(days, start, UntilMidnight(end)),
        };
    }

    // A time cannot be 24:00 in FHIR, so the last minute of the day is how people write midnight.
    private static int UntilMidnight(int end) => end >= Day - 60 ? Day : end;

    private static int? Seconds(string? time) =>
        TimeOnly.TryParse(time, CultureInfo.InvariantCulture, out var read) ? (int)(read.Ticks / TimeSpan.TicksPerSecond) : null;

    // Period.end is inclusive: a day is closed until its end; a time of day is when it opens again.
    private static long EndOf(Element during) =>
        during.RangeIn("end") is not { } end ? DateTimeOffset.MaxValue.UtcTicks
        : (end.To - end.From) <= TimeSpan.FromMinutes(1) ? end.From.UtcTicks
        : end.To.UtcTicks;
}
