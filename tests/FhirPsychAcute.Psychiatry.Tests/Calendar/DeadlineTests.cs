using FhirPsychAcute.Psychiatry.Calendar;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests.Calendar;

/// <summary>Deadlines over the nights in which the clock is changed, leap days and ends of months.</summary>
public sealed class DeadlineTests
{
    private static readonly WorkingDays Days = new(new RuleFolder().Read("holidays"));

    [Theory]
    // The night to 29 March 2026 has 23 hours: 02:00 is 03:00.
    [InlineData("2026-03-28T22:00:00+01:00", "10 h", TimeCount.Clock, "2026-03-29T09:00:00+02:00")]
    [InlineData("2026-03-29T01:30:00+01:00", "30 min", TimeCount.Clock, "2026-03-29T03:00:00+02:00")]
    // The night to 25 October 2026 has 25 hours: the hour from 02:00 comes twice.
    [InlineData("2026-10-24T22:00:00+02:00", "10 h", TimeCount.Clock, "2026-10-25T07:00:00+01:00")]
    [InlineData("2026-10-25T02:10:00+02:00", "30 min", TimeCount.Clock, "2026-10-25T02:40:00+02:00")]
    [InlineData("2026-10-25T02:50:00+02:00", "30 min", TimeCount.Clock, "2026-10-25T02:20:00+01:00")]
    [InlineData("2026-10-24T12:00:00+02:00", "24 h", TimeCount.Clock, "2026-10-25T11:00:00+01:00")]
    // Days are those of the calendar, also where the moment lies on another day in UTC.
    [InlineData("2026-10-24T12:00:00+02:00", "1 d", TimeCount.CalendarDays, "2026-10-25")]
    [InlineData("2026-01-12T23:30:00Z", "3 d", TimeCount.CalendarDays, "2026-01-16")]
    [InlineData("2024-02-28T10:00:00+01:00", "1 d", TimeCount.CalendarDays, "2024-02-29")]
    [InlineData("2023-02-28T10:00:00+01:00", "1 d", TimeCount.CalendarDays, "2023-03-01")]
    [InlineData("2026-01-27T14:00:00+01:00", "4 wk", TimeCount.CalendarDays, "2026-02-24")]
    [InlineData("2026-04-10T13:00:00+02:00", "3 mo", TimeCount.CalendarDays, "2026-07-10")]
    [InlineData("2025-11-30T13:00:00+01:00", "3 mo", TimeCount.CalendarDays, "2026-02-28")]
    [InlineData("2027-11-30T13:00:00+01:00", "3 mo", TimeCount.CalendarDays, "2028-02-29")]
    [InlineData("2026-03-30T14:00:00+02:00", "7 d", TimeCount.WorkingDays, "2026-04-13")]
    public void A_deadline_falls_where_the_clock_or_the_calendar_has_it(string start, string length, TimeCount count, string due) =>
        Assert.Equal(due, Deadline.After(DateTimeOffset.Parse(start, null), TimeSpanOfLaw.Parse(length)!.Value, count, Days).Fhir);

    [Fact]
    public void In_the_hour_that_comes_twice_the_words_say_which() => Assert.Equal(
        ("25. oktober 2026 kl. 02.20 (vintertid)", "25 October 2026 at 02:20 (winter time)"),
        (DanishWords.Of(new DateTimeOffset(2026, 10, 25, 1, 20, 0, TimeSpan.Zero)).Danish, DanishWords.Of(new DateTimeOffset(2026, 10, 25, 1, 20, 0, TimeSpan.Zero)).English));

    [Theory]
    [InlineData("00:01:40", "1 minut 40 sekunder", "1 minute 40 seconds")]
    [InlineData("1.02:15:00", "1 døgn 2 timer", "1 day 2 hours")]
    [InlineData("00:30:00", "30 minutter", "30 minutes")]
    [InlineData("00:00:00", "0 sekunder", "0 seconds")]
    public void Lengths_are_told_by_their_two_greatest_units(string length, string danish, string english)
    {
        var words = DanishWords.Of(TimeSpan.Parse(length, null));

        Assert.Equal((danish, english), (words.Danish, words.English));
    }

    [Fact]
    public void What_is_done_at_the_last_moment_of_an_hours_limit_is_in_time()
    {
        var due = Deadline.At(new DateTimeOffset(2026, 1, 13, 2, 0, 0, TimeSpan.FromHours(1)));

        Assert.True(due.IsKeptBy(due.Passes));
        Assert.True(due.HasPassed(due.Passes.AddSeconds(1)));
    }
}
