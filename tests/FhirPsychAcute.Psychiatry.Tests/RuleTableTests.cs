using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>The dated tables of <c>profiles/rules</c> against the columns that their README names and the code systems of the guide.</summary>
public sealed class RuleTableTests
{
    private static readonly RuleFolder Shipped = new();

    [Fact]
    public void Every_clock_of_the_guide_is_a_rule_and_every_rule_with_a_clock_is_a_code()
    {
        var clocks = Codes("psychacute-clock");
        var rules = Shipped.Read("coercion").Concat(Shipped.Read("referral")).ToDictionary(row => row.Text("rule"), StringComparer.Ordinal);

        Assert.All(clocks, clock => Assert.Contains(clock, rules.Keys));
        var clockKinds = new[] { "review", "external-review", "reply", "note", "plan", "adviser", "adviser-visit", "after-talk", "notification", "complaint", "appeal", "effect" };
        Assert.All(Shipped.Read("coercion").Where(row => clockKinds.Contains(row.Text("kind"))), row => Assert.Contains(row.Text("rule"), clocks));
    }

    [Fact]
    public void Every_measure_in_a_rule_is_a_measure_or_a_proposal()
    {
        var measures = Codes("psychacute-coercion-measure");
        var proposals = Codes("psychacute-coercion-proposal");

        foreach (var row in Shipped.Read("coercion"))
        {
            Assert.All(row.List("measures"), measure => Assert.Contains(measure, row.Text("use") == "proposal" ? measures.Union(proposals) : measures));
        }
    }

    [Theory]
    [InlineData("coercion")]
    [InlineData("referral")]
    [InlineData("holidays")]
    [InlineData("regions")]
    [InlineData("population")]
    [InlineData("bands")]
    [InlineData("published-2023")]
    [InlineData("message-duplicates")]
    [InlineData("simulation")]
    [InlineData("pathway")]
    [InlineData("sectors")]
    [InlineData("municipalities")]
    [InlineData("age-groups")]
    [InlineData("offer-suits")]
    [InlineData("offer-modes")]
    [InlineData("offer-ranking")]
    [InlineData("sharing")]
    public void Every_row_names_its_source_and_dates_are_days(string table)
    {
        var rows = Shipped.Read(table);

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.NotEqual("", row.Source);
            if (row.Has("valid_from"))
            {
                Assert.True(row.ValidFrom is null || row.ValidTo is null || row.ValidFrom <= row.ValidTo);
            }

            if (row.Has("verified"))
            {
                Assert.Contains(row.Text("verified"), new[] { "yes", "no" });
            }
        });
    }

    [Fact]
    public void Holdings_of_adults_are_printed_as_2276_but_their_bands_sum_to_2776()
    {
        var figures = Shipped.Read("published-2023").Where(row => row.Text("measure") == "fastholdelse").ToList();
        int Sum(string age) => (int)figures.Where(row => row.Text("age") == age && row.Text("figure").StartsWith("band-", StringComparison.Ordinal)).Sum(row => row.Number("value")!.Value);

        Assert.Equal(1016, Sum("under-18"));
        Assert.Equal(2776, Sum("adult"));
        Assert.Contains(figures, row => row.Text("age") == "adult" && row.Text("qualifier") == "printed" && row.Number("value") == 2276);
    }

    private static List<string> Codes(string system) =>
        ProfileRules.Parse(File.ReadAllText(Checkout.Locate($"profiles/compiled/CodeSystem-{system}.json"))).Root.ChildrenNamed("concept").ToList()
            .ConvertAll(concept => concept.ChildValue("code")!);
}
