using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Calendar;

/// <summary>Days, times and lengths as people read them, in Danish and English, always in Danish time.</summary>
public static class DanishWords
{
    private static readonly string[] DanishMonths = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

    /// <summary><c>13. januar 2026</c>, <c>13 January 2026</c>.</summary>
    public static TranslatedText Of(DateOnly day) => Text(
        string.Create(CultureInfo.InvariantCulture, $"{day:d MMMM yyyy}"),
        string.Create(CultureInfo.InvariantCulture, $"{day.Day}. {DanishMonths[day.Month - 1]} {day.Year}"));

    /// <summary><c>13. januar 2026 kl. 02.00</c>, <c>13 January 2026 at 02:00</c>; in the hour that comes twice the offset is told.</summary>
    public static TranslatedText Of(DateTimeOffset time)
    {
        var local = DanishTime.Local(time);
        var day = Of(DateOnly.FromDateTime(local.DateTime));
        var twice = DanishTime.Zone.IsAmbiguousTime(local.DateTime);
        var summer = local.Offset == TimeSpan.FromHours(2);
        var seconds = local.Second > 0;
        return Text(
            string.Create(CultureInfo.InvariantCulture, $"{day.English} at {local.ToString(seconds ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture)}{(twice ? summer ? " (summer time)" : " (winter time)" : "")}"),
            string.Create(CultureInfo.InvariantCulture, $"{day.Danish} kl. {local.ToString(seconds ? "HH.mm.ss" : "HH.mm", CultureInfo.InvariantCulture)}{(twice ? summer ? " (sommertid)" : " (vintertid)" : "")}"));
    }

    /// <summary>A length of time by its two greatest units: <c>1 døgn 2 timer</c>, <c>30 minutter</c>, <c>1 minut 40 sekunder</c>.</summary>
    public static TranslatedText Of(TimeSpan length)
    {
        var parts = new List<(long Count, string One, string Many, string EnOne, string EnMany)>
        {
            ((long)length.TotalDays, "døgn", "døgn", "day", "days"),
            (length.Hours, "time", "timer", "hour", "hours"),
            (length.Minutes, "minut", "minutter", "minute", "minutes"),
            (length.Seconds, "sekund", "sekunder", "second", "seconds"),
        };
        var first = parts.FindIndex(static part => part.Count > 0);
        if (first < 0)
        {
            return Text("0 seconds", "0 sekunder");
        }

        var told = parts.Skip(first).Take(2).Where(static part => part.Count > 0).ToList();
        return Text(
            string.Join(' ', told.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {(part.Count == 1 ? part.EnOne : part.EnMany)}"))),
            string.Join(' ', told.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {(part.Count == 1 ? part.One : part.Many)}"))));
    }

    private static TranslatedText Text(string english, string danish) => new(english, english, danish);
}
