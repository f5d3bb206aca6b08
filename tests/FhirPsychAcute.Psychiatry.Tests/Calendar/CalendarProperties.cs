using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Calendar;
using FhirPsychAcute.Psychiatry.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Psychiatry.Tests.Calendar;

/// <summary>What holds for every day and every deadline.</summary>
public sealed class CalendarProperties
{
    private static readonly WorkingDays Days = new(new RuleFolder().Read("holidays"));

    private static readonly Arbitrary<DateOnly> AnyDay = Arb.From(Gen.Choose(0, 365 * 300).Select(static day => new DateOnly(1800, 1, 1).AddDays(day)));

    [Fact]
    public void Easter_is_a_Sunday_from_22_March_to_25_April() => Prop.ForAll(
        Arb.From(Gen.Choose(1583, 9999)),
        static year => Easter.Of(year) is var day && day.DayOfWeek == DayOfWeek.Sunday && day >= new DateOnly(year, 3, 22) && day <= new DateOnly(year, 4, 25)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_deadline_in_working_days_is_a_working_day_with_exactly_so_many_before_it() => Prop.ForAll(
        AnyDay,
        Arb.From(Gen.Choose(1, 60)),
        static (from, count) =>
        {
            var last = Days.After(from, count).Last;
            return Days.IsWorkingDay(last) && Enumerable.Range(1, last.DayNumber - from.DayNumber).Count(day => Days.IsWorkingDay(from.AddDays(day))) == count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_on_from_a_deadline_is_counting_both_at_once() => Prop.ForAll(
        AnyDay,
        Arb.From(Gen.Choose(1, 30)),
        Arb.From(Gen.Choose(1, 30)),
        static (from, one, other) => Days.After(Days.After(from, one).Last, other).Last == Days.After(from, one + other).Last).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_unverified_holidays_no_deadline_is_earlier() => Prop.ForAll(
        AnyDay,
        Arb.From(Gen.Choose(1, 60)),
        static (from, count) => Days.After(from, count) is var counted && counted.Otherwise >= counted.Last && counted.Doubtful.Count > 0 == (counted.Otherwise > counted.Last)
            || Days.After(from, count).Doubtful.Count > 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Elapsed_time_is_elapsed_whatever_the_clock_shows() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 60 * 24 * 366 * 2)),
        Arb.From(Gen.Choose(1, 100)),
        static (minute, hours) =>
        {
            var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
            var due = Deadline.After(start, new TimeSpanOfLaw(hours, "h"), TimeCount.Clock, Days);
            return due.Passes - start == TimeSpan.FromHours(hours) && due.Day is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_deadline_of_days_passes_at_a_Danish_midnight() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 60 * 24 * 366 * 2)),
        Arb.From(Gen.Choose(1, 100)),
        static (minute, days) =>
        {
            var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
            var due = Deadline.After(start, new TimeSpanOfLaw(days, "d"), TimeCount.CalendarDays, Days);
            return due.Day == DanishTime.Day(start).AddDays(days) && DanishTime.Local(due.Passes).TimeOfDay == TimeSpan.Zero && due.IsKeptBy(due.Passes.AddTicks(-1)) && due.HasPassed(due.Passes);
        }).QuickCheckThrowOnFailure();
}
