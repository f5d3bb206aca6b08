namespace FhirPsychAcute.Server.Tests;

public sealed class FhirTimeTests
{
    private static readonly TimeZoneInfo Copenhagen = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    [Theory]
    [InlineData("2026", "2025-12-31T23:00:00.000Z", "2026-12-31T23:00:00.000Z")]
    [InlineData("2026-07", "2026-06-30T22:00:00.000Z", "2026-07-31T22:00:00.000Z")]
    [InlineData("2026-01-12", "2026-01-11T23:00:00.000Z", "2026-01-12T23:00:00.000Z")]
    [InlineData("2026-01-12T10:30Z", "2026-01-12T10:30:00.000Z", "2026-01-12T10:31:00.000Z")]
    [InlineData("2026-01-12T10:30:15+02:00", "2026-01-12T08:30:15.000Z", "2026-01-12T08:30:16.000Z")]
    [InlineData("2026-01-12T10:30:15", "2026-01-12T09:30:15.000Z", "2026-01-12T09:30:16.000Z")]
    [InlineData("2026-01-12T10:30:15.250Z", "2026-01-12T10:30:15.250Z", "2026-01-12T10:30:15.251Z")]
    public void Dates_and_times_cover_the_period_of_their_precision(string text, string from, string to)
    {
        Assert.True(FhirTime.TryParsePeriod(text, Copenhagen, out var period));
        Assert.Equal(from, FhirTime.Instant(period.From));
        Assert.Equal(to, FhirTime.Instant(period.To));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13")]
    [InlineData("2026-02-30")]
    [InlineData("2026-01-12T25:00Z")]
    [InlineData("0000")]
    [InlineData("20260112")]
    public void Other_text_is_no_time(string text)
    {
        Assert.False(FhirTime.TryParsePeriod(text, Copenhagen, out _));
    }
}
