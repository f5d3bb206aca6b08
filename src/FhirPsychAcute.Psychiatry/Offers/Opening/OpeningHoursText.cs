using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Weekly hours in words: <c>man-fre 08:00-22:00; lør 10:00-14:00; søn lukket</c>.</summary>
internal static class OpeningHoursText
{
    private const int Day = 24 * 60 * 60;
    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The hours; null when they are not told.</summary>
    public static string? Of(OpeningHours hours, Language language)
    {
        if (!hours.IsTold)
        {
            return null;
        }

        var days = Array.ConvertAll(Week, day => OfDay(hours, day, language));
        if (days.All(text => text == days[0]))
        {
            return DirectoryMessages.Get(language, "every-day", days[0]);
        }

        var parts = new List<string>();
        for (var i = 0; i < Week.Length;)
        {
            var last = i;
            while (last + 1 < Week.Length && days[last + 1] == days[i])
            {
                last++;
            }

            var name = DayName(Week[i], language) + (last > i ? "-" + DayName(Week[last], language) : "");
            parts.Add($"{name} {days[i]}");
            i = last + 1;
        }

        return string.Join("; ", parts);
    }

    private static string OfDay(OpeningHours hours, DayOfWeek day, Language language)
    {
        var windows = hours.Windows.Where(window => (window.Days & (1 << (int)day)) != 0).OrderBy(static window => window.From).ToList();
        return windows.Count == 0 ? DirectoryMessages.Get(language, "closed")
            : windows.Any(static window => window.From == 0 && window.To >= Day) ? DirectoryMessages.Get(language, "all-day")
            : string.Join(DirectoryMessages.Get(language, "and"), windows.Select(static window => $"{Clock(window.From)}-{Clock(window.To)}"));
    }

    private static string Clock(int seconds)
    {
        var inDay = seconds > Day ? seconds - Day : seconds;
        return string.Create(CultureInfo.InvariantCulture, $"{inDay / 3600:00}:{inDay / 60 % 60:00}");
    }

    private static string DayName(DayOfWeek day, Language language) => DirectoryMessages.Get(language, "day-" + day.ToString().ToLowerInvariant());
}
