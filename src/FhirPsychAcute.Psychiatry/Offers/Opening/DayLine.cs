using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>
/// Some days in Denmark in a row, with the moments that their clock shows. A time that the clock skips (the night summer time begins) is the moment after the skip;
/// of a time that it shows twice (the night summer time ends) something opens at the first and closes at the last.
/// </summary>
internal sealed class DayLine
{
    private const int SecondsOfDay = 24 * 60 * 60;

    private readonly DateOnly first;
    private readonly long[] starts;

    /// <summary>Days from one before a moment to <paramref name="ahead"/> after it.</summary>
    public DayLine(DateTimeOffset time, int ahead)
    {
        first = DanishTime.Day(time).AddDays(-2);
        Days = ahead + 3;
        // What begins on the last day may end the day after, and its length must be known too.
        starts = new long[Days + 3];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = DanishTime.StartOf(first.AddDays(i)).UtcTicks;
        }
    }

    /// <summary>How many days.</summary>
    public int Days { get; }

    /// <summary>The moment after the last day, in ticks of UTC.</summary>
    public long End => starts[Days];

    /// <summary>A day of the week.</summary>
    public DayOfWeek WeekdayOf(int day) => first.AddDays(day).DayOfWeek;

    /// <summary>When something opens, in ticks of UTC.</summary>
    /// <param name="day">Index of the day.</param>
    /// <param name="seconds">Seconds after midnight by the clock on the wall; those of the next day included.</param>
    public long Opens(int day, int seconds) => Moment(day, seconds, first: true);

    /// <summary>When something closes, in ticks of UTC.</summary>
    /// <inheritdoc cref="Opens"/>
    public long Closes(int day, int seconds) => Moment(day, seconds, first: false);

    private long Moment(int day, int seconds, bool first)
    {
        day += seconds / SecondsOfDay;
        seconds %= SecondsOfDay;
        return starts[day + 1] - starts[day] == TimeSpan.TicksPerDay
            ? starts[day] + (seconds * TimeSpan.TicksPerSecond)
            : OnTheNightOfAChange(this.first.AddDays(day).ToDateTime(TimeOnly.MinValue).AddSeconds(seconds), first);
    }

    private static long OnTheNightOfAChange(DateTime local, bool first)
    {
        var zone = DanishTime.Zone;
        if (zone.IsAmbiguousTime(local))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(local);
            return local.Ticks - (first ? offsets.Max() : offsets.Min()).Ticks;
        }

        if (!zone.IsInvalidTime(local))
        {
            return local.Ticks - zone.GetUtcOffset(local).Ticks;
        }

        // The clock goes past this time without showing it: the minute at which it shows a later one. The skip is an hour, and begins on the hour.
        var later = local;
        while (zone.IsInvalidTime(later))
        {
            later = later.AddSeconds(1);
        }

        return later.Ticks - zone.GetUtcOffset(later).Ticks;
    }
}
