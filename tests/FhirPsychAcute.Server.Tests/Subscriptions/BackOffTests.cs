namespace FhirPsychAcute.Server.Tests.Subscriptions;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(1, 1.0, 1_000)]
    [InlineData(2, 1.0, 2_000)]
    [InlineData(4, 1.0, 8_000)]
    [InlineData(9, 1.0, 256_000)]
    [InlineData(10, 1.0, 300_000)]
    [InlineData(1_000_000, 1.0, 300_000)]
    [InlineData(4, 0.0, 4_000)]
    [InlineData(4, 0.5, 6_000)]
    public void The_pause_doubles_up_to_five_minutes_and_lies_in_its_latter_half(int failures, double chance, int milliseconds) =>
        Assert.Equal(milliseconds, BackOff.After(failures, chance).TotalMilliseconds);

    [Theory]
    [InlineData(20, 20)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(86_400, 3_600)]
    public void What_the_receiver_asks_for_counts_when_it_is_longer_up_to_an_hour(int askedSeconds, int seconds) =>
        Assert.Equal(seconds, BackOff.After(1, 1.0, TimeSpan.FromSeconds(askedSeconds)).TotalSeconds);
}
