using FhirPsychAcute.Psychiatry.Coercion;

namespace FhirPsychAcute.Psychiatry.Tests.Coercion;

/// <summary>The clocks of the scenarios of <c>examples/</c>, as tables: rule, state, when it was due, when it was done.</summary>
public sealed class ScenarioClockTests
{
    [Fact]
    public void Ali_was_reviewed_in_time_and_his_belt_counts_as_somatic()
    {
        var belt = CoercionScenario.Status("scenario-3-ali", "ali-baelte", "2026-05-30");

        Assert.Equal(
            [
                "fixation-review-first: met 2026-05-20T19:05:12+02:00 done 2026-05-20T16:40:00+02:00",
                "fixation-review-next: not-needed 2026-05-21T02:40:00+02:00",
                "fixation-external-24: not-needed 2026-05-21T15:05:12+02:00",
                "fixation-hours: kept 2026-05-20T19:05:12+02:00",
                "fixation-24: kept 2026-05-21T15:05:12+02:00",
                "fixation-48: kept 2026-05-22T15:05:12+02:00",
                "notification: met done 2026-05-20T15:04:00+02:00",
                "adviser-appointed: met done 2026-05-20T16:00:00+02:00",
                "adviser-first-visit: met 2026-05-21T16:00:00+02:00 done 2026-05-21T10:30:00+02:00",
                "after-talk: met done 2026-05-20T19:00:00+02:00",
            ],
            CoercionScenario.Lines(belt));
        Assert.Equal((true, true, "somatic", 41), (belt.Count.IsCoercion, belt.Count.IsInTarget, belt.Count.Group, belt.Case.Age?.Years));
        Assert.Equal("belt-duration=1-4 belt-short-long=short", Bands(belt));
    }

    [Fact]
    public void Kirstens_second_review_was_half_an_hour_late_and_her_belt_passed_two_limits()
    {
        var belt = CoercionScenario.Status("scenario-4-kirsten", "kirsten-baelte", "2026-02-15");

        Assert.Equal(
            [
                "fixation-review-first: met 2026-01-12T16:20:00+01:00 done 2026-01-12T16:00:00+01:00",
                "fixation-review-next: met-late 2026-01-13T02:00:00+01:00 done 2026-01-13T02:30:00+01:00 late 00:30:00",
                "fixation-review-next: met 2026-01-13T12:30:00+01:00 done 2026-01-13T11:00:00+01:00",
                "fixation-review-next: met 2026-01-13T21:00:00+01:00 done 2026-01-13T14:35:00+01:00",
                "fixation-external-24: met 2026-01-13T12:20:00+01:00 done 2026-01-13T12:15:00+01:00",
                "fixation-external-4: not-needed 2026-01-16",
                "fixation-hours: passed 2026-01-12T16:20:00+01:00 late 22:15:00",
                "fixation-24: passed 2026-01-13T12:20:00+01:00 late 02:15:00",
                "fixation-48: kept 2026-01-14T12:20:00+01:00",
                "notification: met done 2026-01-12T12:25:00+01:00",
                "adviser-appointed: met done 2026-01-12T13:00:00+01:00",
                "adviser-first-visit: met 2026-01-13T13:00:00+01:00 done 2026-01-13T11:00:00+01:00",
                "adviser-weekly: not-needed 2026-01-20",
                "after-talk: met done 2026-01-13T15:00:00+01:00",
                "complaint-pkn: met 2026-01-28 done 2026-01-27T14:00:00+01:00",
                "complaint-court: met 2026-02-24 done 2026-02-10T09:00:00+01:00",
            ],
            CoercionScenario.Lines(belt));
        Assert.Equal("belt-duration=24-48 belt-over-24=gt24 belt-short-long=long", Bands(belt));
        Assert.Equal(
            "Næste lægelige vurdering af fikseringen højst 10 timer efter den forrige: skulle være sket senest 13. januar 2026 kl. 02.00, skete 13. januar 2026 kl. 02.30, 30 minutter for sent.",
            belt.Clocks.Single(static clock => clock.State == ClockState.MetLate).Sentence.Danish);
        Assert.Equal(
            "Next medical review of the fixation at most 10 hours after the last: was due 13 January 2026 at 02:00, done 13 January 2026 at 02:30, 30 minutes late.",
            belt.Clocks.Single(static clock => clock.State == ClockState.MetLate).Sentence.English);
        Assert.False(belt.Clocks.Single(static clock => clock.State == ClockState.MetLate).Rule.IsVerified);
    }

    [Fact]
    public void In_the_night_Kirstens_review_was_overdue()
    {
        var belt = CoercionScenario.Status("scenario-4-kirsten", "kirsten-baelte", "2026-01-13T02:10:00+01:00");

        Assert.Equal(
            [
                "fixation-review-first: met 2026-01-12T16:20:00+01:00 done 2026-01-12T16:00:00+01:00",
                "fixation-review-next: overdue 2026-01-13T02:00:00+01:00 late 00:10:00 ACT",
                "fixation-external-24: running 2026-01-13T12:20:00+01:00",
                "fixation-hours: passed 2026-01-12T16:20:00+01:00 late 09:50:00 ACT",
                "fixation-24: running 2026-01-13T12:20:00+01:00",
                "fixation-48: running 2026-01-14T12:20:00+01:00",
                "notification: met done 2026-01-12T12:25:00+01:00",
                "adviser-appointed: met done 2026-01-12T13:00:00+01:00",
                "adviser-first-visit: running 2026-01-13T13:00:00+01:00",
            ],
            CoercionScenario.Lines(belt));
        Assert.True(belt.Case.IsOpen);
        Assert.Equal(DateTimeOffset.Parse("2026-01-13T12:20:01+01:00", null), belt.ChangesAt);
    }

    [Fact]
    public void Kirstens_holding_and_sedation_count_and_were_followed_up()
    {
        var held = CoercionScenario.Status("scenario-4-kirsten", "kirsten-holdt", "2026-02-15");
        var sedated = CoercionScenario.Status("scenario-4-kirsten", "kirsten-beroligende", "2026-02-15");

        Assert.Equal(
            [
                "holding-30: kept 2026-01-12T12:28:20+01:00",
                "notification: met done 2026-01-12T12:25:00+01:00",
                "adviser-appointed: met done 2026-01-12T13:00:00+01:00",
                "adviser-first-visit: met 2026-01-13T13:00:00+01:00 done 2026-01-13T11:00:00+01:00",
                "after-talk: met done 2026-01-13T15:00:00+01:00",
            ],
            CoercionScenario.Lines(held));
        Assert.Equal("holding-duration=lt2", Bands(held));
        Assert.Equal((true, true, "", null), (sedated.Count.IsCoercion, sedated.Count.IsInTarget, Bands(sedated), sedated.Case.Length));
    }

    [Fact]
    public void Kirstens_detention_goes_on_and_nobody_came_back()
    {
        Assert.Equal(
            [
                "detention-review-3: running 2026-01-15",
                "exam-red: kept 2026-01-13T08:15:00+01:00 done 2026-01-12T10:20:00+01:00",
                "notification: met done 2026-01-12T12:25:00+01:00",
                "adviser-appointed: met done 2026-01-12T13:00:00+01:00",
                "adviser-first-visit: met 2026-01-13T13:00:00+01:00 done 2026-01-13T11:00:00+01:00",
                "adviser-weekly: running 2026-01-20",
            ],
            CoercionScenario.Lines(CoercionScenario.Status("scenario-4-kirsten", "kirsten-roede-papirer", "2026-01-13T15:00:00+01:00")));
        Assert.Equal(
            [
                "detention-review-3: missed 2026-01-15 late 63.00:00:00",
                "detention-review-10: missed 2026-01-22 late 56.00:00:00",
                "detention-review-20: missed 2026-02-01 late 46.00:00:00",
                "detention-review-30: missed 2026-02-11 late 36.00:00:00",
                "detention-review-weeks: overdue 2026-03-11 late 8.00:00:00 ACT",
                "detention-review-weeks: running 2026-04-08",
                "exam-red: kept 2026-01-13T08:15:00+01:00 done 2026-01-12T10:20:00+01:00",
                "notification: met done 2026-01-12T12:25:00+01:00",
                "adviser-appointed: met done 2026-01-12T13:00:00+01:00",
                "adviser-first-visit: met 2026-01-13T13:00:00+01:00 done 2026-01-13T11:00:00+01:00",
                "adviser-weekly: overdue 2026-01-20 late 58.00:00:00 ACT",
            ],
            CoercionScenario.Lines(CoercionScenario.Status("scenario-4-kirsten", "kirsten-roede-papirer", "2026-03-20T00:00:00+01:00")));
    }

    [Fact]
    public void Jonas_says_no_and_since_June_2024_that_is_coercion()
    {
        var now = CoercionScenario.Status("scenario-5-jonas", "jonas-holdt-1", "2026-04-01");
        var before = CoercionScenario.Status("scenario-5-jonas", "jonas-holdt-2024", "2026-04-01");

        Assert.Equal(
            [
                "holding-30: kept 2026-03-24T10:30:00+01:00",
                "notification: met done 2026-03-24T20:00:00+01:00",
                "adviser-appointed: met done 2026-03-24T11:00:00+01:00",
                "adviser-first-visit: met 2026-03-25T11:00:00+01:00 done 2026-03-25T09:30:00+01:00",
                "after-talk: met done 2026-03-24T20:00:00+01:00",
                "after-talk-custody: met done 2026-03-24T20:00:00+01:00",
            ],
            CoercionScenario.Lines(now));
        Assert.Equal((true, true, "minor-child-consent", 13, "holding-duration=2-30"), (now.Count.IsCoercion, now.Count.IsInTarget, now.Count.Rule?.Code, now.Case.Age?.Years, Bands(now)));
        Assert.Equal((false, false, "minor-custody-consent", 11), (before.Count.IsCoercion, before.Count.IsInTarget, before.Count.Rule?.Code, before.Case.Age?.Years));
        Assert.Equal("Forældremyndighedsindehavernes samtykke: foranstaltningen er ikke tvang.", before.Count.Reason.Danish);
        Assert.Empty(before.Clocks);
    }

    [Fact]
    public void Lones_complaint_suspends_and_is_due_on_the_seventh_working_day_over_Easter()
    {
        Assert.Equal(
            [
                "medication-reflection: kept 2026-03-30 done 2026-03-30T10:00:00+02:00",
                "notification: met done 2026-03-30T10:15:00+02:00",
                "adviser-appointed: met done 2026-03-20T10:00:00+01:00",
                "complaint-pkn-suspensive: running 2026-04-13",
                "medication-complaint-suspends: running",
            ],
            CoercionScenario.Lines(CoercionScenario.Status("scenario-6-lone", "lone-medicinering", "2026-04-03")));
        Assert.Equal(
            [
                "medication-offer: missed 2026-04-11 late 26.20:00:00 x27",
                "medication-offer: not-needed 2026-05-08",
                "medication-reflection: kept 2026-03-30 done 2026-03-30T10:00:00+02:00",
                "notification: met done 2026-03-30T10:15:00+02:00",
                "adviser-appointed: met done 2026-03-20T10:00:00+01:00",
                "adviser-first-visit: met 2026-03-21T10:00:00+01:00 done 2026-03-21T09:00:00+01:00",
                "adviser-weekly: missed 2026-03-28 late 40.19:00:00",
                "after-talk: met done 2026-05-08T21:00:00+02:00",
                "complaint-pkn-suspensive: met 2026-04-13 done 2026-04-10T13:00:00+02:00",
                "medication-complaint-suspends: kept",
                "complaint-ankenaevn: met 2026-07-10 done 2026-06-15T09:00:00+02:00",
            ],
            CoercionScenario.Lines(CoercionScenario.Status("scenario-6-lone", "lone-medicinering", "2026-06-20")));
    }

    [Fact]
    public void Lones_wish_to_leave_was_answered_within_24_hours()
    {
        var detention = CoercionScenario.Status("scenario-6-lone", "lone-tilbageholdt", "2026-03-22T12:00:00+01:00");

        Assert.Equal(
            [
                "detention-review-3: running 2026-03-23",
                "discharge-wish: met 2026-03-21T10:00:00+01:00 done 2026-03-21T08:30:00+01:00",
                "notification: outstanding ACT",
                "adviser-appointed: met done 2026-03-20T10:00:00+01:00",
                "adviser-first-visit: met 2026-03-21T10:00:00+01:00 done 2026-03-21T09:00:00+01:00",
                "adviser-weekly: running 2026-03-28",
            ],
            CoercionScenario.Lines(detention));
    }

    [Fact]
    public void Peters_voluntary_belt_is_counted_apart_and_his_holding_warns()
    {
        var belt = CoercionScenario.Status("scenario-7-peter", "peter-frivilligt-baelte", "2026-06-10T12:00:00+02:00");
        var held = CoercionScenario.Status("scenario-7-peter", "peter-holdt", "2026-06-10T12:00:00+02:00");

        Assert.Equal((false, false, "voluntary-belt"), (belt.Count.IsCoercion, belt.Count.IsInTarget, belt.Count.Group));
        Assert.Empty(belt.Clocks);
        Assert.Equal(
            [
                "holding-30: passed 2026-06-08T21:40:00+02:00 late 00:03:00",
                "notification: met done 2026-06-08T22:00:00+02:00",
                "adviser-appointed: met done 2026-06-08T22:30:00+02:00",
                "adviser-first-visit: overdue 2026-06-09T22:30:00+02:00 late 13:30:00 ACT",
                "after-talk: met done 2026-06-08T22:00:00+02:00",
            ],
            CoercionScenario.Lines(held));
        Assert.Equal("holding-duration=gt30", Bands(held));
        Assert.Equal("Fastholdelsen har varet over 30 minutter. Grænsen blev passeret 8. juni 2026 kl. 21.40, med 3 minutter.", CoercionScenario.Danish(held, "holding-30"));
    }

    [Fact]
    public void Saras_reviews_were_in_time_over_the_turn_of_the_year()
    {
        Assert.Equal(
            [
                "detention-review-3: met 2026-12-11 done 2026-12-11T10:00:00+01:00",
                "detention-review-10: met 2026-12-18 done 2026-12-18T10:00:00+01:00",
                "detention-review-20: met 2026-12-28 done 2026-12-28T10:00:00+01:00",
                "detention-review-30: met 2027-01-07 done 2027-01-07T10:00:00+01:00",
                "detention-review-weeks: running 2027-02-04",
                "notification: met done 2026-12-08T11:10:00+01:00",
                "adviser-appointed: met done 2026-12-08T12:00:00+01:00",
                "adviser-first-visit: met 2026-12-09T12:00:00+01:00 done 2026-12-09T10:00:00+01:00",
                "adviser-weekly: met 2026-12-16 done 2026-12-16T10:00:00+01:00",
                "adviser-weekly: met 2026-12-23 done 2026-12-23T10:00:00+01:00",
                "adviser-weekly: met 2026-12-30 done 2026-12-30T10:00:00+01:00",
                "adviser-weekly: met 2027-01-06 done 2027-01-06T10:00:00+01:00",
                "adviser-weekly: running 2027-01-13",
            ],
            CoercionScenario.Lines(CoercionScenario.Status("scenario-8-sara", "sara-tilbageholdt", "2027-01-10")));
        Assert.Equal("after-talk: outstanding ACT", CoercionScenario.Lines(CoercionScenario.Status("scenario-8-sara", "sara-tilbageholdt", "2027-03-02"))[^1]);
    }

    private static string Bands(CoercionStatus status) => string.Join(' ', status.Bands.Select(static band => $"{band.Indicator}={band.Code}"));
}
