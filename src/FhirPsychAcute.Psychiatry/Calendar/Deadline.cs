using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Calendar;

/// <summary>When something is due: at a moment, or before midnight of a day in Danish time.</summary>
/// <param name="Passes">The moment from which on it is too late: what is done at this very moment is in time for a limit of hours, and too late for one of days.</param>
/// <param name="Day">The last day, for limits in days; null for those of hours and minutes.</param>
public readonly record struct Deadline(DateTimeOffset Passes, DateOnly? Day)
{
    /// <summary>Holidays that are not verified and were counted as working days, and where the limit would lie without them; null where there are none.</summary>
    public WorkingDayCount? Doubt { get; private init; }

    /// <summary>A moment.</summary>
    public static Deadline At(DateTimeOffset moment) => new(moment, null);

    /// <summary>Before midnight of a day.</summary>
    public static Deadline OnDay(DateOnly day) => new(DanishTime.StartOf(day.AddDays(1)), day);

    /// <summary>So long after a start.</summary>
    /// <param name="start">Where counting begins; for days, the day in Denmark at that moment.</param>
    /// <param name="length">How long.</param>
    /// <param name="count">How it is counted.</param>
    /// <param name="calendar">Which days are working days.</param>
    public static Deadline After(DateTimeOffset start, TimeSpanOfLaw length, TimeCount count, WorkingDays calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        switch (count)
        {
            case TimeCount.Clock when length.Elapsed is { } elapsed:
                return At(start + elapsed);
            case TimeCount.WorkingDays:
                var working = calendar.After(DanishTime.Day(start), length.Unit == "wk" ? length.Count * 5 : length.Count);
                return OnDay(working.Last) with { Doubt = working.Doubtful.Count > 0 ? working : null };
            default:
                return OnDay(length.After(DanishTime.Day(start)));
        }
    }

    /// <summary>Whether something done at that time was in time.</summary>
    public bool IsKeptBy(DateTimeOffset done) => Day is null ? done <= Passes : done < Passes;

    /// <summary>Whether it has passed at that time.</summary>
    public bool HasPassed(DateTimeOffset now) => !IsKeptBy(now);

    /// <summary>The first moment, to the second, at which it has passed.</summary>
    public DateTimeOffset ChangesAt => Day is null ? Passes.AddSeconds(1) : Passes;

    /// <summary>As FHIR date or dateTime in Danish time.</summary>
    public string Fhir => Day is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : DanishTime.Text(Passes);

    /// <summary>For people, in their language: <c>13. januar 2026 kl. 02.00</c>, <c>13 January 2026</c>.</summary>
    public TranslatedText Words => Day is { } day ? DanishWords.Of(day) : DanishWords.Of(Passes);
}
