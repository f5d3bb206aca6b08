using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Times as people say them, by the Danish clock: 22:00, i morgen 07:00, man 16. mar 07:00.</summary>
internal static class SpokenTime
{
    private static readonly string[] DanishDays = ["søn", "man", "tirs", "ons", "tors", "fre", "lør"];
    private static readonly string[] EnglishDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly string[] DanishMonths = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    private static readonly string[] EnglishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>A time as seen from another; without the day when it is the same.</summary>
    public static TranslatedText Of(DateTimeOffset time, DateTimeOffset seenFrom)
    {
        var local = DanishTime.Local(time);
        var clock = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        var (danish, english) = (DanishTime.Day(time).DayNumber - DanishTime.Day(seenFrom).DayNumber) switch
        {
            0 => (clock, clock),
            1 => ($"i morgen {clock}", $"tomorrow {clock}"),
            -1 => ($"i går {clock}", $"yesterday {clock}"),
            _ => ($"{DanishDays[(int)local.DayOfWeek]} {DayOf(local, DanishMonths, seenFrom)} {clock}", $"{EnglishDays[(int)local.DayOfWeek]} {DayOf(local, EnglishMonths, seenFrom)} {clock}"),
        };
        return new TranslatedText(english, english, danish);
    }

    /// <summary>A day: 16. mar 2026, 16 Mar 2026.</summary>
    public static TranslatedText Day(DateTimeOffset time)
    {
        var local = DanishTime.Local(time);
        var english = string.Create(CultureInfo.InvariantCulture, $"{local.Day} {EnglishMonths[local.Month - 1]} {local.Year}");
        return new TranslatedText(english, english, string.Create(CultureInfo.InvariantCulture, $"{local.Day}. {DanishMonths[local.Month - 1]} {local.Year}"));
    }

    private static string DayOf(DateTimeOffset local, string[] months, DateTimeOffset seenFrom) => string.Create(
        CultureInfo.InvariantCulture,
        $"{local.Day}{(months == DanishMonths ? "." : "")} {months[local.Month - 1]}{(local.Year == DanishTime.Local(seenFrom).Year ? "" : " " + local.Year.ToString(CultureInfo.InvariantCulture))}");
}
