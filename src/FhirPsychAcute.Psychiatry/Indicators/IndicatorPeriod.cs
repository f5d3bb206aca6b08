using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Indicators;

/// <summary>The time that a question covers: what begins in it is counted.</summary>
/// <param name="Start">The first moment.</param>
/// <param name="End">The first moment after.</param>
public readonly record struct IndicatorPeriod(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>A calendar year in Denmark.</summary>
    public static IndicatorPeriod OfYear(int year) => new(DanishTime.StartOf(new DateOnly(year, 1, 1)), DanishTime.StartOf(new DateOnly(year + 1, 1, 1)));

    /// <summary>From the first moment of one date to the last of another; each as precise as it is written (<c>2023</c>, <c>2023-06</c>, <c>2023-06-30</c>, a time).</summary>
    /// <returns>Null where one of them is no date, or the end lies before the start.</returns>
    public static IndicatorPeriod? Parse(string from, string to) =>
        DateRange.TryParse(from, DanishTime.Zone, out var first) && DateRange.TryParse(to, DanishTime.Zone, out var last) && last.To > first.From
            ? new IndicatorPeriod(first.From, last.To)
            : null;

    /// <summary>Whether a moment lies in it.</summary>
    public bool Holds(DateTimeOffset moment) => moment >= Start && moment < End;

    /// <summary>The year whose population figures and target hold: that of the last moment.</summary>
    public int Year => DanishTime.Day(End.AddTicks(-1)).Year;

    /// <summary>Whether it is one whole calendar year.</summary>
    public bool IsYear => this == OfYear(Year);

    /// <summary>A search for what may begin in it, with some days on both sides.</summary>
    /// <param name="parameter">A date search parameter.</param>
    /// <param name="margin">Added before and after.</param>
    internal (string, string)[] Search(string parameter, TimeSpan margin = default) =>
        [(parameter, "ge" + Text(Start - margin)), (parameter, "lt" + Text(End + margin))];

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
