using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Referral;
using FhirPsychAcute.Psychiatry.Writing;
using static FhirPsychAcute.Psychiatry.Tests.Referral.ReferralResources;

namespace FhirPsychAcute.Psychiatry.Tests.Referral;

/// <summary>Nights in a row in an akuttilbud.</summary>
public sealed class StayRuleTests
{
    private static readonly StayRule Rule = new(Thresholds);

    [Theory]
    [InlineData("2026-03-12T23:05:00+01:00", "2026-03-12")]
    [InlineData("2026-03-13T02:15:00+01:00", "2026-03-12")]
    [InlineData("2026-03-13T08:30:00+01:00", "2026-03-13")]
    [InlineData("2026-03-29T03:30:00+02:00", "2026-03-28")]
    [InlineData("2026-10-24T22:30:00Z", "2026-10-24")]
    public void A_night_belongs_to_the_evening_on_which_it_began(string start, string evening) =>
        Assert.Equal(evening, Night.Of(Stay("a", start), "Encounter/a")!.Evening.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-03", 3, null)]
    [InlineData("2026-03", 4, 4)]
    [InlineData("2026-03", 6, 6)]
    [InlineData("2025-06", 6, null)]
    public void More_than_three_in_a_row_is_told_from_the_day_that_the_rule_holds(string month, int nights, int? told)
    {
        var stays = Enumerable.Range(10, nights).Select(day => Stay($"n{day}", $"{month}-{day}T22:00:00+01:00")).ToArray();

        Assert.Equal(told is null ? [] : [told], Judge(stays[^1], stays).Findings.Select(finding => (int?)(int)finding.Arguments[0]));
        Assert.DoesNotContain(Judge(stays[^1], stays).Findings, finding => finding.Severity <= Conformance.Outcomes.IssueSeverity.Error);
    }

    [Fact]
    public void A_night_elsewhere_a_night_between_and_a_night_that_was_never_spent_do_not_count()
    {
        var last = Stay("e", "2026-03-14T22:00:00+01:00");
        Assert.Empty(Judge(last, Stay("a", "2026-03-10T22:00:00+01:00"), Stay("b", "2026-03-11T22:00:00+01:00"), Stay("d", "2026-03-13T22:00:00+01:00"), last).Findings);
        Assert.Empty(Judge(
            last, Stay("b", "2026-03-11T22:00:00+01:00"), Stay("c", "2026-03-12T22:00:00+01:00", "Organization/andre"), Stay("d", "2026-03-13T22:00:00+01:00"), last).Findings);
        Assert.Empty(Judge(
            last, Stay("b", "2026-03-11T22:00:00+01:00"), Stay("c", "2026-03-12T22:00:00+01:00", status: "cancelled"), Stay("d", "2026-03-13T22:00:00+01:00"), last).Findings);
    }

    [Fact]
    public void Nights_of_somebody_of_whom_nothing_is_known_are_counted_by_the_first()
    {
        var first = Stay("a", "2026-03-10T22:00:00+01:00", subject: null);
        ResourceDocument[] stays = [first, .. Enumerable.Range(11, 3).Select(day => Stay($"n{day}", $"2026-03-{day}T22:00:00+01:00", subject: null, partOf: "Encounter/a"))];

        Assert.Single(Judge(stays[^1], stays).Findings);
        Assert.Equal(["_id", "part-of"], Rule.Needs(Change(stays[^1]), new ResourceSet(stays)).Select(gathering => gathering.Query[0].Name));
        Assert.Empty(Judge(stays[^1], [.. stays[1..], Stay("x", "2026-03-10T22:00:00+01:00", subject: null)]).Findings);
    }

    [Theory]
    [InlineData("2026-03-13T08:30:00+01:00", true)]
    [InlineData("2026-03-13T12:00:00+01:00", true)]
    [InlineData("2026-03-12T22:00:00+01:00", false)]
    [InlineData("2026-03-13T20:00:00+01:00", false)]
    public void A_night_is_assessed_while_it_lasts_or_in_the_morning_after(string time, bool isAssessed)
    {
        var night = new Night("Encounter/1", new DateOnly(2026, 3, 12), Time("2026-03-12T23:05:00+01:00"), Time("2026-03-13T08:30:00+01:00"));
        var assessment = Parse($$"""{ "resourceType": "Observation", "status": "final", "code": { "text": "hastegrad" }, "effectiveDateTime": "{{time}}" }""");

        Assert.Equal(isAssessed, night.IsAssessed([assessment]));
        Assert.True((night with { End = null }).IsAssessed([]));
    }

    private static WriteChange Change(ResourceDocument stay) => new(null, stay, Time("2026-03-20T00:00:00+01:00"));

    private static WriteJudgement Judge(ResourceDocument stay, params ResourceDocument[] known) => Rule.Judge(Change(stay), new ResourceSet(known));

    private static ResourceDocument Stay(string id, string start, string provider = "Organization/kommune", string status = "finished", string? subject = "Patient/1", string? partOf = null) => Parse($$"""
        { "resourceType": "Encounter", "id": "{{id}}", "meta": { "versionId": "1", "profile": ["https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-stay"] }, "status": "{{status}}",
          "class": { "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "SS" }, {{(subject is null ? "" : $"\"subject\": {{ \"reference\": \"{subject}\" }},")}}
          {{(partOf is null ? "" : $"\"partOf\": {{ \"reference\": \"{partOf}\" }},")}} "period": { "start": "{{start}}" }, "serviceProvider": { "reference": "{{provider}}" } }
        """);
}
