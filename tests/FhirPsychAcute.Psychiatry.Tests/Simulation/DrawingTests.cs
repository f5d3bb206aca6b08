using FhirPsychAcute.Psychiatry.Simulation;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Psychiatry.Tests.Simulation;

public sealed class DrawingTests
{
    [Fact]
    public void A_stream_is_the_same_numbers_everywhere()
    {
        var stream = new RandomStream(1, "day", 42);

        Assert.Equal(StreamOfOne, new[] { stream.Next(), stream.Next(), stream.Next() });
    }

    [Fact]
    public void Streams_of_other_names_are_other_numbers() =>
        Assert.Equal(4, new[] { new RandomStream(1, "day", 1), new RandomStream(2, "day", 1), new RandomStream(1, "days", 1), new RandomStream(1, "day", 2) }.Select(stream => stream.Next()).Distinct().Count());

    [Fact]
    public void Shares_add_up_and_are_at_most_one_away_from_the_exact_ones() => Prop.ForAll(
        Gen.Choose(0, 20_000).ToArbitrary(), Gen.Choose(1, 5000).ArrayOf(5).ToArbitrary(),
        (total, weights) =>
        {
            var shares = Apportionment.Of(total, weights);
            return shares.Sum() == total && shares.Zip(weights).All(share => Math.Abs(share.First - (total * (double)share.Second / weights.Sum())) < 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_choice_without_weight_is_never_drawn()
    {
        var random = new RandomStream(3, "choices");
        var choices = new Weighted<string>([("never", 0), ("often", 3), ("nor", 0), ("seldom", 1), ("last", 0)]);
        var drawn = Enumerable.Range(0, 4000).Select(_ => choices.Draw(random)).ToList();

        Assert.Equal(["often", "seldom"], drawn.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.InRange(drawn.Count(choice => choice == "often"), 2890, 3110);
    }

    [Fact]
    public void Quantiles_are_kept()
    {
        var random = new RandomStream(3, "quantiles");
        var quantiles = new Quantiles([(0, 10), (500, 100), (1000, 1000)]);
        var drawn = Enumerable.Range(0, 4000).Select(_ => quantiles.Draw(random)).ToList();

        Assert.All(drawn, value => Assert.InRange(value, 10, 1000));
        Assert.InRange(drawn.Count(value => value <= 100), 1870, 2130);
    }

    [Fact]
    public void Quantiles_that_do_not_rise_are_refused() => Assert.Throws<ArgumentException>(() => new Quantiles([(0, 10), (500, 5), (1000, 20)]));

    private static readonly ulong[] StreamOfOne = [13881932050593467740, 4622882744043246961, 15634471644634772422];
}
