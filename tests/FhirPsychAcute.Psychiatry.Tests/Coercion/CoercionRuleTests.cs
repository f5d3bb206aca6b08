using FhirPsychAcute.Psychiatry.Calendar;
using FhirPsychAcute.Psychiatry.Coercion;
using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Tests.Coercion;

/// <summary>The tables as code reads them, an operator's tables, and sentences for every state.</summary>
public sealed class CoercionRuleTests
{
    private const string Columns = "rule,kind,measures,starts,condition,applies,met_by,at,unit,repeat,calendar,severity,use,replaces,valid_from,valid_to,verified,source,da,en";

    [Fact]
    public void Proposals_are_never_computed() => Assert.All(
        new[] { "baelte", "fastholdelse", "arealbegraensning" },
        static measure => Assert.DoesNotContain(CoercionScenario.Rules.For(measure, new DateOnly(2026, 5, 1)), static rule => rule.Use == "proposal"));

    [Theory]
    [InlineData("2024-05-31", "minor-custody-consent")]
    [InlineData("2024-06-01", "minor-child-consent")]
    public void A_measure_is_judged_by_the_rules_of_the_day_it_began(string day, string code) =>
        Assert.Equal([code], CoercionScenario.Rules.For("fastholdelse", DateOnly.ParseExact(day, "yyyy-MM-dd", null)).Where(static rule => rule.Code.StartsWith("minor-c", StringComparison.Ordinal)).Select(static rule => rule.Code));

    [Theory]
    [InlineData("x,wish,baelte,start,,,,4,h,,clock,error,current,,,,yes,s,d,e", "coercion.csv, line 2: 'wish' in column 'kind' is no kind of rule.")]
    [InlineData("x,limit,baelte,noon,,,,4,h,,clock,error,current,,,,yes,s,d,e", "coercion.csv, line 2: 'noon' in column 'starts' starts no clock.")]
    [InlineData("x,limit,baelte,start,,,,4,fortnights,,clock,error,current,,,,yes,s,d,e", "coercion.csv, line 2: '4 fortnights' is no length of time.")]
    [InlineData("x,limit,baelte,start,,,,4.5,h,,clock,error,current,,,,yes,s,d,e", "coercion.csv, line 2: '4.5 h' is no length of time.")]
    [InlineData("x,limit,baelte,start,,,,4,h,,moon,error,current,,,,yes,s,d,e", "coercion.csv, line 2: 'moon' in column 'calendar' is no way to count time.")]
    [InlineData("x,limit,baelte,start,,,,4,h,,clock,fatal,current,,,,yes,s,d,e", "coercion.csv, line 2: 'fatal' in column 'severity' is no severity.")]
    [InlineData("x,review,baelte,start,,,,4,h,often,clock,error,current,,,,yes,s,d,e", "coercion.csv, line 2: 'often' in column 'repeat' is no length of time.")]
    public void An_operators_table_that_cannot_be_used_says_where_and_why(string row, string message)
    {
        var folder = Directory.CreateTempSubdirectory("fhirpsychacute-rules-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "coercion.csv"), $"{Columns}\n{row}\n");

            Assert.Equal(message, Assert.Throws<RuleException>(() => new CoercionRules(new RuleFolder(folder))).Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_state_has_a_sentence_in_both_languages_and_a_code()
    {
        var rule = CoercionScenario.Rules.For("baelte", new DateOnly(2026, 5, 1)).First(static rule => rule.Code == "fixation-review-first");
        var due = Deadline.OnDay(new DateOnly(2026, 5, 1));
        foreach (var state in Enum.GetValues<ClockState>())
        {
            foreach (var clock in new[] { new Clock(rule, state), new Clock(rule, state) { Due = due, Done = due.Passes, Late = TimeSpan.FromMinutes(1) } })
            {
                Assert.DoesNotContain("coercion.", clock.Sentence.Danish, StringComparison.Ordinal);
                Assert.DoesNotContain("coercion.", clock.Sentence.English, StringComparison.Ordinal);
            }
        }

        var codes = ProfileRules.Parse(File.ReadAllText(Checkout.Locate("profiles/compiled/CodeSystem-psychacute-clock-state.json"))).Root.ChildrenNamed("concept").ToList().ConvertAll(static concept => concept.ChildValue("code")!);
        Assert.Equal(codes.Order(StringComparer.Ordinal), Enum.GetValues<ClockState>().Select(StatusAnswer.StateCode).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("fastholdelse", "00:01:59", "lt2")]
    [InlineData("fastholdelse", "00:02:00", "2-30")]
    [InlineData("fastholdelse", "00:30:00", "2-30")]
    [InlineData("fastholdelse", "00:30:01", "gt30")]
    [InlineData("baelte", "00:59:59", "lt1 short")]
    [InlineData("baelte", "04:00:00", "1-4 short")]
    [InlineData("baelte", "04:00:01", "4-24 long")]
    [InlineData("baelte", "1.00:00:00", "4-24 long")]
    [InlineData("baelte", "1.00:00:01", "24-48 gt24 long")]
    [InlineData("baelte", "2.00:00:01", "gt48 gt24 long")]
    [InlineData("ect", "00:10:00", "")]
    public void A_length_falls_in_one_band_of_each_indicator(string measure, string length, string bands) =>
        Assert.Equal(bands, string.Join(' ', CoercionScenario.Rules.Bands.Of(measure, TimeSpan.Parse(length, null)).Select(static band => band.Code)));
}
