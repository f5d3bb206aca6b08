using FhirPsychAcute.Psychiatry.Calendar;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests.Calendar;

/// <summary>Danish holidays and deadlines in working days, held against years that anybody can look up.</summary>
public sealed class WorkingDayTests
{
    private static readonly WorkingDays Days = new(new RuleFolder().Read("holidays"));

    [Theory]
    [InlineData(2020, "2020-04-12")]
    [InlineData(2022, "2022-04-17")]
    [InlineData(2023, "2023-04-09")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2028, "2028-04-16")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_falls_on_its_day(int year, string day) => Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", null), Easter.Of(year));

    [Fact]
    public void The_holidays_of_2023_on_working_weekdays_have_great_prayer_day() => Assert.Equal(
        ["2023-04-06 Skærtorsdag", "2023-04-07 Langfredag", "2023-04-10 2. påskedag", "2023-05-05 Store bededag", "2023-05-18 Kristi himmelfartsdag", "2023-05-29 2. pinsedag",
            "2023-12-25 Juledag", "2023-12-26 2. juledag"],
        Weekdays(2023));

    [Fact]
    public void The_holidays_of_2024_have_it_no_more() => Assert.Equal(
        ["2024-01-01 Nytårsdag", "2024-03-28 Skærtorsdag", "2024-03-29 Langfredag", "2024-04-01 2. påskedag", "2024-05-09 Kristi himmelfartsdag", "2024-05-20 2. pinsedag",
            "2024-12-25 Juledag", "2024-12-26 2. juledag"],
        Weekdays(2024));

    [Theory]
    [InlineData("2026-03-30", 7, "2026-04-13", "")] // over Easter: 31, 1, then 7, 8, 9, 10, 13
    [InlineData("2026-03-30", 6, "2026-04-10", "")]
    [InlineData("2024-02-27", 3, "2024-03-01", "")] // 28 and 29 February, 1 March
    [InlineData("2023-02-27", 3, "2023-03-02", "")]
    [InlineData("2023-05-04", 1, "2023-05-08", "")] // Great Prayer Day and a weekend
    [InlineData("2024-04-25", 1, "2024-04-26", "")] // the Friday that was Great Prayer Day until 2023
    [InlineData("2026-06-04", 1, "2026-06-05", "Grundlovsdag 2026-06-08")]
    [InlineData("2026-12-21", 7, "2026-12-31", "Juleaftensdag, Nytårsaftensdag 2027-01-05")]
    [InlineData("2026-08-08", 5, "2026-08-14", "")] // from a Saturday
    public void Working_days_are_counted_from_the_day_after(string from, int count, string last, string doubt)
    {
        var counted = Days.After(DateOnly.ParseExact(from, "yyyy-MM-dd", null), count);

        Assert.Equal(last, counted.Last.ToString("yyyy-MM-dd", null));
        Assert.Equal(doubt, counted.Doubtful.Count == 0 ? "" : $"{string.Join(", ", counted.Doubtful.Select(static holiday => holiday.Name.Danish))} {counted.Otherwise:yyyy-MM-dd}");
    }

    private static List<string> Weekdays(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
            .Select(day => new DateOnly(year, 1, 1).AddDays(day))
            .Where(static day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Days.IsWorkingDay(day))
            .Select(static day => $"{day:yyyy-MM-dd} {Days.HolidayOn(day)!.Name.Danish}")
            .ToList();
}
