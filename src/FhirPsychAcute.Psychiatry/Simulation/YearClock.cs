using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>The hours of a Danish year: 8760 or 8784, of which the day in March has 23 and the day in October 25.</summary>
internal sealed class YearClock
{
    /// <summary>The hours from 1 January 00:00 to the next 1 January 00:00, Danish time.</summary>
    public YearClock(int year)
    {
        Start = DanishTime.StartOf(new DateOnly(year, 1, 1));
        End = DanishTime.StartOf(new DateOnly(year + 1, 1, 1));
        var hours = (int)(End - Start).TotalHours;
        LocalHours = new DateTime[hours];
        for (var i = 0; i < hours; i++)
        {
            LocalHours[i] = DanishTime.Local(Start.AddHours(i)).DateTime;
        }
    }

    /// <summary>When the year begins.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When it is over.</summary>
    public DateTimeOffset End { get; }

    /// <summary>What the Danish clock shows at the beginning of each hour.</summary>
    public DateTime[] LocalHours { get; }

    /// <summary>Whole seconds in the year.</summary>
    public int Seconds => (int)(End - Start).TotalSeconds;

    /// <summary>The moment so many seconds into the year.</summary>
    public DateTimeOffset At(long seconds) => Start.AddSeconds(seconds);

    /// <summary>That time of day in Denmark; where the clock jumps over it in March, an hour later.</summary>
    public static DateTimeOffset At(DateOnly day, int hour, int minute)
    {
        var local = day.ToDateTime(new TimeOnly(hour, minute));
        var offset = DanishTime.Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <summary>The weight of each hour: of the hour of day, the weekday and the month.</summary>
    public Weighted<int> Hours(SimulationRules rules, string scope)
    {
        var hour = Numbers(rules, "hour", scope);
        var weekday = Numbers(rules, "weekday", scope);
        var month = Numbers(rules, "month", scope);
        return new Weighted<int>([.. LocalHours.Select((time, index) =>
            (index, hour[time.Hour] * weekday[time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek] * month[time.Month] / 100))]);
    }

    private static Dictionary<int, int> Numbers(SimulationRules rules, string table, string scope) =>
        rules.Rows(table, scope).ToDictionary(row => int.Parse(row.Text("key"), CultureInfo.InvariantCulture), row => rules.Number(table, scope, row.Text("key")));
}
