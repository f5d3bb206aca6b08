using FhirPsychAcute.Psychiatry.Offers;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests.Offers;

/// <summary>The tables of the directory: their codes are those of the guide, and an operator's table that cannot be used is told by file and line.</summary>
public sealed class OfferTableTests
{
    [Theory]
    [InlineData("offer-suits", "urgency", "psychacute-urgency-level")]
    [InlineData("offer-suits", "type", "psychacute-offer-type")]
    [InlineData("offer-modes", "mode", "psychacute-contact-mode")]
    [InlineData("age-groups", "code", "psychacute-age-group")]
    public void Every_code_of_the_guide_is_in_the_table_and_the_other_way_round(string table, string column, string system)
    {
        var codes = ProfileRules.Parse(File.ReadAllText(Checkout.Locate($"profiles/compiled/CodeSystem-{system}.json"))).Root.ChildrenNamed("concept").ToList().ConvertAll(static concept => concept.ChildValue("code")!);

        Assert.Equal(codes.Order(StringComparer.Ordinal), new RuleFolder().Read(table).Select(row => row.Text(column)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_municipality_lies_in_a_region_and_there_are_98()
    {
        var municipalities = new RuleFolder().Read("municipalities").Where(static row => row.Text("region").Length > 0).ToList();

        Assert.Equal(["DK-81 11", "DK-82 19", "DK-83 22", "DK-84 29", "DK-85 17"], municipalities.GroupBy(static row => row.Text("region")).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(static group => $"{group.Key} {group.Count()}"));
        Assert.Equal(98, municipalities.Count);
    }

    [Theory]
    [InlineData("referral", "rule,kind,at,unit,valid_from,valid_to,verified,source,da,en\noffer-stale,limit,30,year,,,no,s,d,e\n", "referral.csv, line 2: 'year' is no unit of time here.")]
    [InlineData("age-groups", "code,from,to,verified,source\nadult,18,,yes,s\n", "age-groups.csv has no group for 0 years.")]
    [InlineData("regions", "code,name,valid_from,valid_to,succeeded_by,verified,source\nDK-84,A,,2026-12-31,B,yes,s\n", "regions.csv, line 2: there is no region 'B'.")]
    public void A_table_that_cannot_be_used_is_told_by_file_and_line(string table, string content, string fault)
    {
        var folder = Directory.CreateTempSubdirectory("fhirpsychacute-rules-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, table + ".csv"), content);

            Assert.Equal(fault, Assert.Throws<RuleException>(() => new OfferTables(new RuleFolder(folder.FullName))).Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
