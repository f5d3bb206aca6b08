namespace FhirPsychAcute.Model.Tests.Time;

public sealed class DateRangeTests
{
    private static readonly TimeZoneInfo Copenhagen = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    [Theory]
    [InlineData("2026", "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z")]
    [InlineData("2026-02", "2026-01-31T23:00:00Z", "2026-02-28T23:00:00Z")]
    [InlineData("2024-02", "2024-01-31T23:00:00Z", "2024-02-29T23:00:00Z")]
    [InlineData("2026-07", "2026-06-30T22:00:00Z", "2026-07-31T22:00:00Z")]
    [InlineData("2024-02-29", "2024-02-28T23:00:00Z", "2024-02-29T23:00:00Z")]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z", "2026-01-02T03:04:06Z")]
    [InlineData("2026-01-02T03:04:05.000Z", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.001Z")]
    [InlineData("2026-01-02T03:04:05.5Z", "2026-01-02T03:04:05.5Z", "2026-01-02T03:04:05.6Z")]
    [InlineData("2026-01-02T03:04:05.123456789Z", "2026-01-02T03:04:05.123456Z", "2026-01-02T03:04:05.123457Z")]
    [InlineData("2026-01-02T03:04Z", "2026-01-02T03:04:00Z", "2026-01-02T03:05:00Z")]
    [InlineData("2026-01-02T03:04:05+01:00", "2026-01-02T02:04:05Z", "2026-01-02T02:04:06Z")]
    [InlineData("2026-01-02T03:04:05 01:00", "2026-01-02T02:04:05Z", "2026-01-02T02:04:06Z")]
    [InlineData("2026-01-02T03:04:05-05:30", "2026-01-02T08:34:05Z", "2026-01-02T08:34:06Z")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", "2017-01-01T00:00:01Z")]
    [InlineData("2026-01-15T12:00", "2026-01-15T11:00:00Z", "2026-01-15T11:01:00Z")]
    [InlineData("2026-07-15T12:00", "2026-07-15T10:00:00Z", "2026-07-15T10:01:00Z")]
    public void A_value_covers_the_period_of_its_precision(string text, string start, string end) => Expect(text, start, end);

    [Theory]
    // The day on which summer time begins has 23 hours, the day on which it ends has 25.
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]
    // 02:30 does not exist on the first and comes twice on the second.
    [InlineData("2026-03-29T02:30", "2026-03-29T01:30:00Z", "2026-03-29T01:31:00Z")]
    [InlineData("2026-03-29T01:59", "2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29T03:00", "2026-03-29T01:00:00Z", "2026-03-29T01:01:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z", "2026-10-25T01:31:00Z")]
    [InlineData("2026-10-25T03:00", "2026-10-25T02:00:00Z", "2026-10-25T02:01:00Z")]
    [InlineData("2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z", "2026-10-25T01:30:01Z")]
    [InlineData("2026-03", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z")]
    public void Values_without_time_zone_follow_the_Danish_clock_over_summer_time(string text, string start, string end) => Expect(text, start, end);

    [Theory]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("0000")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-1-1")]
    [InlineData("2026-02-29")]
    [InlineData("2026-02-30")]
    [InlineData("2026-01-01T")]
    [InlineData("2026-01-01T10")]
    [InlineData("2026-01-01T24:00")]
    [InlineData("2026-01-01T10:60")]
    [InlineData("2026-01-01T10:00:61Z")]
    [InlineData("2026-01-01T10:00:00.Z")]
    [InlineData("2026-01-01T10:00:00z")]
    [InlineData("2026-01-01T10:00:00+15:00")]
    [InlineData("2026-01-01T10:00:00+0100")]
    [InlineData("2026-01-01 10:00")]
    [InlineData("2026-01-01Z")]
    [InlineData("２０２６")]
    [InlineData("2026-01-01T10:00:00.000000000000000000000000000000000000000000000000000000000000Z")]
    public void What_is_no_date_is_refused(string text) => Assert.False(DateRange.TryParse(text, Copenhagen, out _));

    [Theory]
    [InlineData("0001")]
    [InlineData("0001-01-01")]
    [InlineData("9999")]
    [InlineData("9999-12")]
    [InlineData("9999-12-31")]
    public void The_ends_of_the_calendar_are_dates(string text)
    {
        Assert.True(DateRange.TryParse(text, Copenhagen, out var range));
        Assert.True(range.Start < range.End);
    }

    [Fact]
    public void Without_time_zone_data_the_Danish_clock_follows_its_rules()
    {
        var rules = DanishTime.Rules();
        foreach (var text in (string[])["2026-03-29", "2026-10-25", "2026-03-29T02:30", "2026-10-25T02:30", "2026-07-01", "2026-12-24T18:00", "1999-10-31T02:59:59", "2040-03-25"])
        {
            Assert.True(DateRange.TryParse(text, rules, out var byRules));
            Assert.True(DateRange.TryParse(text, Copenhagen, out var byData));
            Assert.Equal(byData, byRules);
        }
    }

    private static void Expect(string text, string start, string end)
    {
        Assert.True(DateRange.TryParse(text, Copenhagen, out var range));
        Assert.Equal((start, end), (Utc(range.From), Utc(range.To)));
    }

    private static string Utc(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
