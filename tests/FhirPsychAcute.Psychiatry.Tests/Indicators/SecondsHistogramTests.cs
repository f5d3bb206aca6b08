using FhirPsychAcute.Psychiatry.Indicators.Figures;
using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Psychiatry.Tests.Indicators;

/// <summary>Quantiles without keeping the lengths.</summary>
public sealed class SecondsHistogramTests
{
    [Theory]
    [InlineData("", null, null)]
    [InlineData("7", 7.0, 7)]
    [InlineData("1 2", 1.5, 2)]
    [InlineData("3 1 2", 2.0, 3)]
    [InlineData("1 2 3 4 5 6 7 8 9 10", 5.5, 9)]
    [InlineData("0 0 0 0 0 0 0 0 0 0 200000", 0.0, 0)]
    public void Median_and_ninetieth_percentile(string lengths, double? median, int? ninety)
    {
        var histogram = Of(lengths.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse));

        Assert.Equal((decimal?)median, histogram.Median());
        Assert.Equal(ninety, histogram.Percentile(90));
    }

    [Fact]
    public void They_are_those_of_the_sorted_lengths_also_when_counted_in_two_parts() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNegativeInt[]>(),
            static lengths =>
            {
                var sorted = lengths.Select(static length => (long)length.Get * 997 % 100_000).Order().ToList();
                var merged = Of(sorted.Where((_, i) => i % 3 == 0));
                merged.Merge(Of(sorted.Where((_, i) => i % 3 != 0)));
                return sorted.Count == 0
                    ? merged.Median() is null
                    : merged.Median() == (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2m && merged.Percentile(90) == sorted[((sorted.Count * 9) + 9) / 10 - 1];
            }).QuickCheckThrowOnFailure();

    private static SecondsHistogram Of(IEnumerable<long> lengths)
    {
        var histogram = new SecondsHistogram();
        foreach (var length in lengths)
        {
            histogram.Add(length);
        }

        return histogram;
    }
}
