using System.Text;
using FhirPsychAcute.Psychiatry.Coercion;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Tests.Coercion;

/// <summary>What the background watch is told about measures and complaints.</summary>
public sealed class CoercionWatchTests
{
    private static readonly CoercionWatch Watch = new(CoercionScenario.Rules, new Still(DateTimeOffset.Parse("2026-01-13T12:00:00+01:00", null)));

    [Fact]
    public void Nothing_is_told_before_a_clock_runs_out_and_it_looks_again_a_second_after()
    {
        var (set, belt) = Kirsten();

        var seen = Watch.Look(set, belt, DateTimeOffset.Parse("2026-01-12T15:00:00+01:00", null));

        Assert.Empty(seen.Alerts);
        Assert.Equal(DateTimeOffset.Parse("2026-01-12T16:20:01+01:00", null), seen.LookAgain);
    }

    [Fact]
    public void What_ran_out_is_told_by_identifiers_that_stay_the_same()
    {
        var (set, belt) = Kirsten();

        var first = Watch.Look(set, belt, DateTimeOffset.Parse("2026-01-13T02:10:00+01:00", null));
        var later = Watch.Look(set, belt, DateTimeOffset.Parse("2026-01-13T02:20:00+01:00", null));

        var id = belt[(belt.LastIndexOf(':') + 1)..];
        Assert.Equal([$"Procedure-{id}-fixation-review-next-2026-01-13T01:00:00Z", $"Procedure-{id}-fixation-hours-2026-01-12T15:20:00Z"], first.Alerts.Select(static alert => alert.Value));
        Assert.Equal(first.Alerts.Select(static alert => alert.Value), later.Alerts.Select(static alert => alert.Value));
    }

    [Fact]
    public void While_no_adviser_is_known_one_is_looked_for_every_hour()
    {
        const string measure = """{"resourceType":"Procedure","id":"1","status":"completed","code":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure","code":"fastholdelse"}]},"subject":{"reference":"Patient/1"},"performedPeriod":{"start":"2026-01-12T12:20:00+01:00","end":"2026-01-12T12:25:00+01:00"}}""";

        Assert.Equal(DateTimeOffset.Parse("2026-01-12T14:00:00+01:00", null), Watch.Look(CoercionScenario.Own(measure), "Procedure/1", DateTimeOffset.Parse("2026-01-12T13:00:00+01:00", null)).LookAgain);
        Assert.Null(Watch.Look(CoercionScenario.Own(measure), "Procedure/1", DateTimeOffset.Parse("2026-01-20T13:00:00+01:00", null)).LookAgain);
    }

    [Fact]
    public void What_is_over_raises_nothing()
    {
        var (set, belt) = Kirsten();

        var seen = Watch.Look(set, belt, DateTimeOffset.Parse("2026-02-15T12:00:00+01:00", null));

        Assert.Empty(seen.Alerts);
        Assert.Null(seen.LookAgain);
    }

    [Fact]
    public void A_complaint_without_decision_is_told_when_its_time_limit_has_passed()
    {
        var set = CoercionScenario.Set("scenario-6-lone");
        var medication = Address(set, "lone-medicinering");
        var watch = new ComplaintWatch(CoercionScenario.Rules);

        // The measure begins on 10 April, when the board has decided; before that, both are looked at again.
        var waiting = watch.Look(set, medication, DateTimeOffset.Parse("2026-04-09T12:00:00+02:00", null));

        Assert.Empty(waiting.Alerts);
        Assert.Equal(DateTimeOffset.Parse("2026-04-10T20:00:00+02:00", null), waiting.LookAgain);
    }

    [Fact]
    public void A_complaint_about_a_measure_that_is_long_over_is_told_on_the_day_after_its_last()
    {
        const string measure = """{"resourceType":"Procedure","id":"1","status":"completed","code":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure","code":"baelte"}]},"subject":{"reference":"Patient/1"},"performedPeriod":{"start":"2026-01-12T12:20:00+01:00","end":"2026-01-12T13:20:00+01:00"}}""";
        const string complaint = """{"resourceType":"Task","id":"1","status":"in-progress","intent":"order","code":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-complaint-instance","code":"pkn"}]},"focus":{"reference":"Procedure/1"},"authoredOn":"2026-05-04T12:00:00+02:00"}""";
        var set = CoercionScenario.Own(measure, complaint);
        var watch = new ComplaintWatch(CoercionScenario.Rules);

        Assert.Equal(["Procedure/1"], watch.FocusesOf(set.Find("Task/1")!));
        Assert.Equal(DateTimeOffset.Parse("2026-05-19T00:00:00+02:00", null), watch.Look(set, "Procedure/1", DateTimeOffset.Parse("2026-05-18T23:59:59+02:00", null)).LookAgain);
        Assert.Equal("Procedure-1-complaint-pkn-2026-05-18", Assert.Single(watch.Look(set, "Procedure/1", DateTimeOffset.Parse("2026-05-19T00:00:00+02:00", null)).Alerts).Value);
    }

    [Fact]
    public void Alerts_are_valid_against_their_profile_and_name_the_rule_and_its_source()
    {
        var (set, belt) = Kirsten();

        var alerts = Watch.Look(set, belt, DateTimeOffset.Parse("2026-01-13T02:10:00+01:00", null)).Alerts;

        Assert.Equal(2, alerts.Count);
        Assert.All(alerts, static alert => Assert.Empty(GuideValidator.Errors(Encoding.UTF8.GetString(alert.Resource.Span))));
        Assert.Contains("Kilde: høringsportalen 65461 (consultation of 2021); adoption not verified. Ikke verificeret.", Encoding.UTF8.GetString(alerts[0].Resource.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_finding_of_every_scenario_is_valid()
    {
        foreach (var scenario in new[] { "scenario-3-ali", "scenario-4-kirsten", "scenario-5-jonas", "scenario-6-lone", "scenario-7-peter", "scenario-8-sara" })
        {
            var set = CoercionScenario.Set(scenario);
            foreach (var episode in new CaseReader(set, DateTimeOffset.Parse("2027-03-01T12:00:00+01:00", null)).All())
            {
                var answer = ProfileRules.Parse(Encoding.UTF8.GetString(StatusAnswer.Write(CoercionStatus.Of(episode, CoercionScenario.Rules), Conformance.Outcomes.Language.English)));
                foreach (var parameter in answer.Root.ChildrenNamed("parameter").ToList().Where(static parameter => parameter.Child("resource").Exists))
                {
                    Assert.Empty(GuideValidator.Errors(Encoding.UTF8.GetString(parameter.Child("resource").RawJson.Span)));
                }
            }
        }
    }

    [Theory]
    [InlineData("""{"resourceType":"Procedure","id":"1","status":"in-progress","code":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure","code":"baelte"}]},"subject":{"reference":"Patient/1"},"performedPeriod":{"start":"2026-01-12T12:20:00+01:00"}}""", "Procedure/1")]
    [InlineData("""{"resourceType":"Procedure","id":"1","status":"completed","code":{"coding":[{"system":"https://fhirpsychacute.dk/ig/CodeSystem/psychacute-coercion-measure","code":"baelte"}]},"subject":{"reference":"Patient/1"},"performedPeriod":{"start":"2025-01-12T12:20:00+01:00","end":"2025-01-12T13:20:00+01:00"}}""", "")]
    [InlineData("""{"resourceType":"Procedure","id":"1","status":"in-progress","code":{"text":"x"},"subject":{"reference":"Patient/1"}}""", "")]
    [InlineData("""{"resourceType":"Observation","id":"1","status":"final","partOf":[{"reference":"Procedure/7"}],"code":{"text":"x"},"effectiveDateTime":"2026-01-13T11:00:00+01:00"}""", "Procedure/7")]
    [InlineData("""{"resourceType":"Observation","id":"1","status":"final","partOf":[{"reference":"Procedure/7"}],"code":{"text":"x"},"effectiveDateTime":"2025-01-13T11:00:00+01:00"}""", "")]
    [InlineData("""{"resourceType":"CareTeam","id":"1","extension":[{"url":"https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-measure","valueReference":{"reference":"Procedure/8"}}]}""", "Procedure/8")]
    public void Only_what_may_be_open_is_looked_at(string json, string focus) => Assert.Equal(focus, string.Join(' ', Watch.FocusesOf(ProfileRules.Parse(json))));

    private static (ResourceSet Set, string Belt) Kirsten()
    {
        var set = CoercionScenario.Set("scenario-4-kirsten");
        return (set, Address(set, "kirsten-baelte"));
    }

    private static string Address(ResourceSet set, string identifier) =>
        set.AddressOf(set.OfType("Procedure").Single(one => one.Root.Child("identifier").ChildValue("value") == identifier));

    private sealed class Still(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
