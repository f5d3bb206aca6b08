using System.Collections.Concurrent;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Calendar;

/// <summary>
/// Danish working days: Monday to Friday that is no public holiday of <c>holidays.csv</c>. Holidays whose row is not verified (Constitution Day, Christmas Eve, New Year's Eve)
/// count as working days, because a deadline then comes earlier: a patient who waits for a decision is told too early rather than too late that it is due. The deadline says so.
/// Safe for any number of threads.
/// </summary>
public sealed class WorkingDays
{
    // A deadline of years in working days is no deadline but a mistake in a table.
    private const int Most = 2_000;

    private readonly Holiday[] holidays;
    private readonly ConcurrentDictionary<int, Dictionary<DateOnly, Holiday>> years = new();

    /// <summary>By the rows of <c>holidays.csv</c>.</summary>
    /// <exception cref="RuleException">A row has no day.</exception>
    public WorkingDays(IEnumerable<RuleRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        holidays = [.. rows.Select(static row => new Holiday(row))];
    }

    /// <summary>The holiday on a day; null when there is none.</summary>
    public Holiday? HolidayOn(DateOnly day) => years.GetOrAdd(day.Year, OfYear).GetValueOrDefault(day);

    /// <summary>Whether it is a working day; a holiday that is not verified is one.</summary>
    public bool IsWorkingDay(DateOnly day) => IsWorkingDay(day, unverifiedToo: false);

    /// <summary>The last of so many working days after a day, which does not count itself.</summary>
    /// <param name="day">The day from which is counted.</param>
    /// <param name="count">1 to 2,000.</param>
    public WorkingDayCount After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        var last = Count(day, count, unverifiedToo: false);
        var otherwise = Count(day, count, unverifiedToo: true);
        var doubtful = new List<Holiday>();
        for (var passed = day.AddDays(1); passed <= last; passed = passed.AddDays(1))
        {
            if (!IsWeekend(passed) && HolidayOn(passed) is { IsVerified: false } holiday)
            {
                doubtful.Add(holiday);
            }
        }

        return new WorkingDayCount(last, otherwise, doubtful);
    }

    private DateOnly Count(DateOnly day, int count, bool unverifiedToo)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day, unverifiedToo))
            {
                count--;
            }
        }

        return day;
    }

    private bool IsWorkingDay(DateOnly day, bool unverifiedToo) =>
        !IsWeekend(day) && (HolidayOn(day) is not { } holiday || (!holiday.IsVerified && !unverifiedToo));

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private Dictionary<DateOnly, Holiday> OfYear(int year)
    {
        var found = new Dictionary<DateOnly, Holiday>();
        foreach (var holiday in holidays)
        {
            // Where two fall on one day, the one that is settled decides.
            if (holiday.In(year) is { } day && (!found.TryGetValue(day, out var other) || !other.IsVerified))
            {
                found[day] = holiday;
            }
        }

        return found;
    }
}
