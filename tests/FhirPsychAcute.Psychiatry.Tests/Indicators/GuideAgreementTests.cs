using System.Text.Json.Nodes;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Indicators;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests.Indicators;

/// <summary>The guide's measures and what is computed say the same.</summary>
public sealed class GuideAgreementTests
{
    [Theory]
    [InlineData("psychacute-calls")]
    [InlineData("psychacute-referrals")]
    [InlineData("psychacute-coercion")]
    [InlineData("psychacute-experienced-quality")]
    public async Task A_measure_has_the_groups_and_the_stratifiers_that_are_computed(string id)
    {
        var measure = JsonNode.Parse(File.ReadAllText(Checkout.Locate($"profiles/compiled/Measure-{id}.json")))!;
        var report = await Report.OfAsync(id, new ListedSource(World.Resources), 2026, language: Language.Danish);

        Assert.Equal(Groups(measure), Groups(JsonNode.Parse(report.Json)!));
        Assert.Equal(
            measure["group"]!.AsArray().SelectMany(static group => group!["stratifier"]?.AsArray() ?? []).Select(static stratifier => Stratifier(stratifier!)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            IndicatorMeasure.Find(id)!.StratifierCodes.Order(StringComparer.Ordinal));

        static List<string?> Groups(JsonNode root) => [.. root["group"]!.AsArray().Select(static group => (string?)group!["code"]!["coding"]![0]!["code"])];
        static string Stratifier(JsonNode stratifier) => stratifier["component"] is { } components
            ? string.Join('+', components.AsArray().Select(static component => (string?)component!["code"]!["coding"]![0]!["code"]))
            : (string)stratifier["code"]!["coding"]![0]!["code"]!;
    }

    [Fact]
    public void Every_band_of_the_table_has_a_code()
    {
        var codes = JsonNode.Parse(File.ReadAllText(Checkout.Locate("profiles/compiled/CodeSystem-psychacute-stratum.json")))!["concept"]!.AsArray()
            .ToDictionary(static concept => (string)concept!["code"]!, static concept => (string)concept!["display"]!, StringComparer.Ordinal);

        Assert.All(
            new RuleFolder().Read("bands").Where(static row => row.Text("indicator") is "holding-duration" or "belt-duration" or "belt-short-long"),
            row => Assert.Equal(row.Text("da"), codes[row.Text("band")]));
    }
}
