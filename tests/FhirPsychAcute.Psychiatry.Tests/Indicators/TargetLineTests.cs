using FhirPsychAcute.Psychiatry.Indicators.Coercion;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests.Indicators;

/// <summary>The target for 2030 and the citizens that rates are of.</summary>
public sealed class TargetLineTests
{
    [Theory]
    [InlineData(2021, "100")]
    [InlineData(2023, "100")]
    [InlineData(2026, "87.142857142857142857142857143")]
    [InlineData(2030, "70.0")]
    [InlineData(2035, "70.0")]
    public void The_line_goes_straight_from_the_baseline_to_thirty_per_cent_less(int year, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), new TargetRule(new RuleFolder()).Line(100, year), 6);

    [Theory]
    [InlineData("DK-84", 2024, 1_911_067, 2024)]
    [InlineData("DK-84", 2031, 1_911_067, 2024)]
    [InlineData("DK-84", 2019, 1_867_948, 2022)]
    [InlineData("Region Østdanmark", 2027, 1_911_067 + 852_953, 2024)]
    [InlineData("DK", 2022, 5_873_420, 2022)]
    public void Citizens_are_of_the_year_or_the_nearest_before(string region, int year, long citizens, int from)
    {
        var rules = new RuleFolder();
        var found = new Population(rules.Read("population"), new Regions(rules.Read("regions"))).Of(region, null, year);

        Assert.Equal((citizens, from), (found!.Value.Count, found.Value.Year));
    }

    [Theory]
    [InlineData("DK-84", "2026-12-31", "DK-84")]
    [InlineData("DK-84", "2027-01-01", "Region Østdanmark")]
    [InlineData("DK-85", "2027-01-01", "Region Østdanmark")]
    [InlineData("Region Østdanmark", "2027-01-01", "Region Østdanmark")]
    [InlineData("Region Østdanmark", "2026-12-31", null)]
    [InlineData("DK-83", "2027-01-01", "DK-83")]
    public void A_region_is_the_one_of_the_day(string region, string day, string? expected) =>
        Assert.Equal(expected, new Regions(new RuleFolder().Read("regions")).On(region, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
}
