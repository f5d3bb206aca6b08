using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>The dated tables of <c>profiles/rules</c> against the columns that their README names and the code systems of the guide.</summary>
public sealed class RuleTableTests
{
    [Fact]
    public void Every_clock_of_the_guide_is_a_rule_and_every_rule_with_a_clock_is_a_code()
    {
        var clocks = Codes("psychacute-clock");
        var rules = RuleTable.Read("coercion.csv").Concat(RuleTable.Read("referral.csv")).ToDictionary(row => row["rule"], StringComparer.Ordinal);

        Assert.All(clocks, clock => Assert.Contains(clock, rules.Keys));
        var clockKinds = new[] { "review", "external-review", "reply", "note", "plan", "adviser", "adviser-visit", "after-talk", "complaint", "appeal" };
        Assert.All(RuleTable.Read("coercion.csv").Where(row => clockKinds.Contains(row["kind"])), row => Assert.Contains(row["rule"], clocks));
    }

    [Fact]
    public void Every_measure_in_a_rule_is_a_measure_or_a_proposal()
    {
        var measures = Codes("psychacute-coercion-measure");
        var proposals = Codes("psychacute-coercion-proposal");

        foreach (var row in RuleTable.Read("coercion.csv"))
        {
            Assert.All(row["measures"].Split(' '), measure => Assert.Contains(measure, row["use"] == "proposal" ? measures.Union(proposals) : measures));
        }
    }

    [Theory]
    [InlineData("coercion.csv")]
    [InlineData("referral.csv")]
    [InlineData("holidays.csv")]
    [InlineData("regions.csv")]
    [InlineData("population.csv")]
    [InlineData("bands.csv")]
    [InlineData("published-2023.csv")]
    [InlineData("message-duplicates.csv")]
    [InlineData("simulation.csv")]
    [InlineData("pathway.csv")]
    [InlineData("sectors.csv")]
    public void Every_row_names_its_source_and_dates_are_days(string table)
    {
        var rows = RuleTable.Read(table);

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.Contains(row, column => column.Key is "source" or "action" && column.Value.Length > 0);
            Assert.All(row.Where(column => column.Key is "valid_from" or "valid_to" && column.Value.Length > 0),
                column => Assert.True(DateOnly.TryParseExact(column.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), column.Value));
            Assert.True(!row.TryGetValue("verified", out var verified) || verified is "yes" or "no", verified);
        });
    }

    [Fact]
    public void Holdings_of_adults_are_printed_as_2276_but_their_bands_sum_to_2776()
    {
        var figures = RuleTable.Read("published-2023.csv").Where(row => row["measure"] == "fastholdelse").ToList();
        int Sum(string age) => figures.Where(row => row["age"] == age && row["figure"].StartsWith("band-", StringComparison.Ordinal)).Sum(row => int.Parse(row["value"], CultureInfo.InvariantCulture));

        Assert.Equal(1016, Sum("under-18"));
        Assert.Equal(2776, Sum("adult"));
        Assert.Contains(figures, row => row["age"] == "adult" && row["qualifier"] == "printed" && row["value"] == "2276");
    }

    private static List<string> Codes(string system) =>
        ProfileRules.Parse(File.ReadAllText(Checkout.Locate($"profiles/compiled/CodeSystem-{system}.json"))).Root.ChildrenNamed("concept").ToList()
            .ConvertAll(concept => concept.ChildValue("code")!);
}
