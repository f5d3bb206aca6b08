using System.Globalization;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Offers;

namespace FhirPsychAcute.Psychiatry.Tests.Offers;

/// <summary>When an offer is open. 2026-03-13 is a Friday; summer time begins on 2026-03-29 at 02:00 and ends on 2026-10-25 at 03:00.</summary>
public sealed class OpeningHoursTests
{
    private const string Evening = """{"availableStartTime":"16:00:00","availableEndTime":"22:00:00"}""";
    private const string Night = """{"availableStartTime":"22:00:00","availableEndTime":"06:00:00"}""";
    private const string FridayNight = """{"daysOfWeek":["fri"],"availableStartTime":"20:00:00","availableEndTime":"04:00:00"}""";
    private const string Weekdays = """{"daysOfWeek":["mon","tue","wed","thu","fri"],"availableStartTime":"08:00:00","availableEndTime":"15:30:00"}""";
    private const string Always = """{"allDay":true}""";

    [Theory]
    [InlineData(Evening, "2026-03-13T15:59:59+01:00", "closed, opens 2026-03-13T16:00:00+01:00")]
    [InlineData(Evening, "2026-03-13T16:00:00+01:00", "open until 2026-03-13T22:00:00+01:00")]
    [InlineData(Evening, "2026-03-13T22:00:00+01:00", "closed, opens 2026-03-14T16:00:00+01:00")]
    [InlineData(Evening, "2026-03-13T15:30:00Z", "open until 2026-03-13T22:00:00+01:00")]
    [InlineData(Night, "2026-03-13T23:00:00+01:00", "open until 2026-03-14T06:00:00+01:00")]
    [InlineData(Night, "2026-03-14T05:59:00+01:00", "open until 2026-03-14T06:00:00+01:00")]
    [InlineData(Night, "2026-03-14T06:00:00+01:00", "closed, opens 2026-03-14T22:00:00+01:00")]
    [InlineData(FridayNight, "2026-03-14T03:00:00+01:00", "open until 2026-03-14T04:00:00+01:00")]
    [InlineData(FridayNight, "2026-03-13T03:00:00+01:00", "closed, opens 2026-03-13T20:00:00+01:00")]
    [InlineData(FridayNight, "2026-03-15T03:00:00+01:00", "closed, opens 2026-03-20T20:00:00+01:00")]
    [InlineData(Weekdays, "2026-03-13T15:30:00+01:00", "closed, opens 2026-03-16T08:00:00+01:00")]
    [InlineData(Always, "2026-03-13T15:30:00+01:00", "open")]
    [InlineData("""{"availableStartTime":"08:00:00","availableEndTime":"08:00:00"}""", "2026-03-13T07:00:00+01:00", "open")]
    [InlineData("""{"availableStartTime":"08:00:00","availableEndTime":"23:59:59"},{"availableStartTime":"00:00:00","availableEndTime":"02:00:00"}""", "2026-03-13T20:00:00+01:00", "open until 2026-03-14T02:00:00+01:00")]
    [InlineData("""{"availableStartTime":"08:00:00"}""", "2026-03-13T23:59:00+01:00", "open until 2026-03-14T00:00:00+01:00")]
    [InlineData("""{"availableEndTime":"08:00:00"}""", "2026-03-13T00:00:00+01:00", "open until 2026-03-13T08:00:00+01:00")]
    [InlineData("""{"daysOfWeek":["mon"]}""", "2026-03-16T12:00:00+01:00", "not told")]
    public void Weekly_hours_go_by_the_Danish_clock_and_past_midnight(string times, string at, string expected) => Assert.Equal(expected, State(times, "", at));

    [Theory]
    // 02:00 to 03:00 is skipped: the night has seven hours.
    [InlineData("""{"availableStartTime":"02:30:00","availableEndTime":"06:00:00"}""", "2026-03-29T01:59:59+01:00", "closed, opens 2026-03-29T03:00:00+02:00")]
    [InlineData("""{"availableStartTime":"22:00:00","availableEndTime":"02:30:00"}""", "2026-03-29T01:59:59+01:00", "open until 2026-03-29T03:00:00+02:00")]
    [InlineData("""{"availableStartTime":"02:10:00","availableEndTime":"02:50:00"}""", "2026-03-29T01:00:00+01:00", "closed, opens 2026-03-30T02:10:00+02:00")]
    [InlineData(Night, "2026-03-29T05:59:00+02:00", "open until 2026-03-29T06:00:00+02:00")]
    // 02:00 to 03:00 comes twice: open from the first to the last.
    [InlineData("""{"availableStartTime":"22:00:00","availableEndTime":"02:30:00"}""", "2026-10-25T02:45:00+02:00", "open until 2026-10-25T02:30:00+01:00")]
    [InlineData("""{"availableStartTime":"22:00:00","availableEndTime":"02:30:00"}""", "2026-10-25T02:30:00+01:00", "closed, opens 2026-10-25T22:00:00+01:00")]
    [InlineData("""{"availableStartTime":"02:30:00","availableEndTime":"06:00:00"}""", "2026-10-25T02:30:00+02:00", "open until 2026-10-25T06:00:00+01:00")]
    [InlineData(Evening, "2026-10-24T23:00:00+02:00", "closed, opens 2026-10-25T16:00:00+01:00")]
    public void On_the_nights_of_a_change_of_the_clock_nobody_is_turned_away(string times, string at, string expected) => Assert.Equal(expected, State(times, "", at));

    [Theory]
    [InlineData("""{"description":"Påskedag","during":{"start":"2026-04-05","end":"2026-04-05"}}""", "2026-04-05T17:00:00+02:00", "closed, opens 2026-04-06T16:00:00+02:00, Påskedag")]
    [InlineData("""{"description":"Påske","during":{"start":"2026-04-02","end":"2026-04-06"}}""", "2026-04-06T23:59:59+02:00", "closed, opens 2026-04-07T16:00:00+02:00, Påske")]
    [InlineData("""{"description":"Møde","during":{"start":"2026-03-13T18:00:00+01:00","end":"2026-03-13T19:00:00+01:00"}}""", "2026-03-13T17:00:00+01:00", "open until 2026-03-13T18:00:00+01:00")]
    [InlineData("""{"description":"Møde","during":{"start":"2026-03-13T18:00:00+01:00","end":"2026-03-13T19:00:00+01:00"}}""", "2026-03-13T18:30:00+01:00", "closed, opens 2026-03-13T19:00:00+01:00, Møde")]
    [InlineData("""{"description":"Ombygning","during":{"start":"2026-03-01"}}""", "2026-03-13T17:00:00+01:00", "closed, Ombygning")]
    [InlineData("""{"description":"Endnu ikke åbnet","during":{"end":"2026-03-15"}}""", "2026-03-13T17:00:00+01:00", "closed, opens 2026-03-16T16:00:00+01:00, Endnu ikke åbnet")]
    [InlineData("""{"description":"Helligdage"}""", "2026-03-13T17:00:00+01:00", "open until 2026-03-13T22:00:00+01:00")]
    public void Closed_days_cut_the_weekly_hours(string closed, string at, string expected) => Assert.Equal(expected, State(Evening, closed, at));

    [Theory]
    [InlineData(Always, "hele døgnet, alle dage", "day and night, every day")]
    [InlineData(Evening, "16:00-22:00, alle dage", "16:00-22:00, every day")]
    [InlineData(Night, "22:00-06:00, alle dage", "22:00-06:00, every day")]
    [InlineData(Weekdays, "man-fre 08:00-15:30; lør-søn lukket", "Mon-Fri 08:00-15:30; Sat-Sun closed")]
    [InlineData("""{"daysOfWeek":["tue"],"availableStartTime":"08:00:00","availableEndTime":"10:00:00"},{"daysOfWeek":["tue","thu"],"availableStartTime":"12:00:00"}""",
        "man lukket; tirs 08:00-10:00 og 12:00-24:00; ons lukket; tors 12:00-24:00; fre-søn lukket", "Mon closed; Tue 08:00-10:00 and 12:00-24:00; Wed closed; Thu 12:00-24:00; Fri-Sun closed")]
    public void Hours_are_told_in_words(string times, string danish, string english)
    {
        var hours = Read(times, "");

        Assert.Equal(danish, OpeningHoursText.Of(hours, Language.Danish));
        Assert.Equal(english, OpeningHoursText.Of(hours, Language.English));
    }

    private static string State(string times, string closed, string at)
    {
        var time = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        var state = Read(times, closed).At(time, new DayLine(time, OpeningHours.DaysAhead));
        return !state.IsTold ? "not told"
            : state.IsOpen ? "open" + (state.Closes is { } closes ? " until " + DanishTime.Text(closes) : "")
            : "closed" + (state.Opens is { } opens ? ", opens " + DanishTime.Text(opens) : "") + (state.Because is { } because ? ", " + because : "");
    }

    private static OpeningHours Read(string times, string closed) => OpeningHoursReading.Read(
        ProfileRules.Parse($$"""{"resourceType":"HealthcareService","availableTime":[{{times}}]{{(closed.Length > 0 ? $",\"notAvailable\":[{closed}]" : "")}}}""").Root, isStaffedAlways: false);
}
