using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Pathway;
using FhirPsychAcute.Psychiatry.Privacy;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Tests.Pathway;

/// <summary>What a path shows and leaves out, and what stands out on the way to a detention.</summary>
public sealed class PathwayTests
{
    private const string Ig = "https://fhirpsychacute.dk/ig";

    private static readonly string[] WayToDetention =
    [
        """{"resourceType":"Patient","id":"p"}""",
        Call("c1", "cancelled", "2026-01-02T10:00:00+01:00", "2026-01-02T10:09:00+01:00", hasPerson: false),
        Call("c2", "finished", "2026-01-02T10:30:00+01:00", "2026-01-02T10:50:00+01:00", partOf: "c1"),
        Referral("r1", "c2", "2026-01-02T10:45:00+01:00"),
        Task("t1", "r1", "rejected", "declined", "2026-01-02T12:00:00+01:00"),
        Call("c3", "finished", "2026-01-20T20:00:00+01:00", "2026-01-20T20:10:00+01:00"),
        Referral("r2", "c3", "2026-01-20T20:08:00+01:00"),
        Task("t2", "r2", "requested", "sent", "2026-01-21T00:00:00+01:00"),
        Call("c4", "cancelled", "2026-02-01T08:00:00+01:00", "2026-02-01T08:12:00+01:00"),
        Detention("d1", "2026-02-03T11:00:00+01:00"),
        """{"resourceType":"Encounter","id":"fejl","status":"entered-in-error","class":{"code":"IMP"},"subject":{"reference":"Patient/p"},"period":{"start":"2026-02-03T11:00:00+01:00"}}""",
        """{"resourceType":"Encounter","id":"anden","status":"finished","class":{"code":"IMP"},"subject":{"reference":"Patient/q"},"period":{"start":"2026-02-03T11:00:00+01:00"}}""",
        """{"resourceType":"Observation","id":"blod","status":"final","code":{"text":"P-Natrium"},"subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-02-03T12:00:00+01:00"}""",
    ];

    [Fact]
    public void Refused_and_lost_referrals_and_unanswered_calls_stand_out_before_a_detention()
    {
        var path = Path(WayToDetention);

        Assert.Equal(
            """
            2026-01-02 10:00–10:09 | call | region | Opkald til Lægevagt, ikke besvaret | unanswered
            2026-01-02 10:30–10:50 | call | region | Opkald til Lægevagt | led-nowhere
            2026-01-02 10:45 | referral | unknown | Henvisning: Akut rådgivning, omsorg og støtte → Afvist | declined
            2026-01-20 20:00–20:10 | call | region | Opkald til Lægevagt | led-nowhere
            2026-01-20 20:08 | referral | unknown | Henvisning: Akut rådgivning, omsorg og støtte → Sendt | no-answer
            2026-02-01 08:00–08:12 | call | region | Opkald til Lægevagt, ikke besvaret | unanswered led-nowhere
            2026-02-03 11:00 | detention | unknown | Tvangsindlæggelse på grund af farlighed (røde papirer)
            """,
            Scenario.Table(path.Steps));
        var leadUp = Assert.Single(path.LeadUps);
        Assert.Equal(6, leadUp.StandingOut.Count());
        Assert.Equal(90, leadUp.Days);
        Assert.False(leadUp.Rule.IsVerified);
        Assert.Equal((4, 2, 3, 2, 1, 1, 32), (path.Summary.Calls, path.Summary.CallsUnanswered, path.Summary.CallsLedNowhere, path.Summary.Referrals, path.Summary.ReferralsDeclined, path.Summary.ReferralsLost,
            path.Summary.DaysFromCallToDetention));
    }

    [Fact]
    public void Up_to_a_detention_ends_with_it_and_begins_where_the_window_does()
    {
        string[] all = [.. WayToDetention, Call("c0", "finished", "2025-10-01T10:00:00+02:00", "2025-10-01T10:10:00+02:00"), Call("c9", "finished", "2026-02-10T10:00:00+01:00", "2026-02-10T10:10:00+01:00")];

        var path = Path(all, static request => request with { UpTo = "Procedure/d1" });

        Assert.Equal("Encounter/c1", path.Steps[0].Address);
        Assert.Equal("Procedure/d1", path.Steps[^1].Address);
        Assert.Equal(7, path.Steps.Count);
    }

    [Fact]
    public void Steps_know_what_they_came_from_and_led_to_and_whose_turn_it_is()
    {
        var path = Path(WayToDetention);

        Assert.Equal(["Encounter/c1"], path.Find("Encounter/c2")!.CameFrom);
        Assert.Equal(["ServiceRequest/r1"], path.Find("Encounter/c2")!.LedTo);
        Assert.Equal("sender", path.Find("ServiceRequest/r1")!.Turn);
        Assert.Equal("receiver", path.Find("ServiceRequest/r2")!.Turn);
    }

    [Fact]
    public void Kinds_and_sectors_narrow_the_list_and_not_the_counts()
    {
        var path = Path(WayToDetention, static request => request with { Kinds = ["referral"] });

        Assert.Equal(["ServiceRequest/r1", "ServiceRequest/r2"], path.Listed.Select(static step => step.Address));
        Assert.Equal(4, path.Summary.Calls);
    }

    [Fact]
    public void From_and_to_leave_out_what_ended_before_and_what_began_after()
    {
        var path = Path(WayToDetention, static request => request with { From = Scenario.Time("2026-01-20T20:05:00+01:00"), To = Scenario.Time("2026-02-01T00:00:00+01:00") });

        Assert.Equal(["Encounter/c3", "ServiceRequest/r2"], path.Steps.Select(static step => step.Address));
        Assert.Empty(path.LeadUps);
    }

    [Fact]
    public void A_protected_address_is_told_nowhere_and_the_municipality_is()
    {
        string[] resources =
        [
            """
            {"resourceType":"Patient","id":"p","meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"}]},
             "address":[{"extension":[{"url":"http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes","valueCodeableConcept":{"coding":[{"code":"0411"}]}}],"line":["Hemmelig Sti 7"],"city":"Eksempelby"}]}
            """,
            """{"resourceType":"ServiceRequest","id":"s","meta":{"profile":["https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-referral"]},"status":"active","intent":"order","subject":{"reference":"Patient/p"},"authoredOn":"2026-01-01T10:00:00+01:00","note":[{"text":"Bor hemmelig sti 7, 2. sal"}]}""",
        ];
        var set = new ResourceSet(resources.Select(ProfileRules.Parse));
        var path = PatientPathway.Of(set, new PathwayRequest(["Patient/p"], Scenario.Time("2026-02-01T10:00:00+01:00"), Language.Danish), new Psychiatry.Rules.RuleFolder());

        var answer = System.Text.Encoding.UTF8.GetString(PathwayAnswer.Write(path, set, new PathwayPage("http://x/fhir", AddressProtection.Over(PlainView.Instance, set, Language.Danish), 0, 10, HasResources: true)));

        Assert.DoesNotContain("emmelig", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Eksempelby", answer, StringComparison.Ordinal);
        Assert.Contains("0411", answer, StringComparison.Ordinal);
        Assert.Contains("Bor [beskyttet adresse], 2. sal", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void The_father_s_son_has_a_path_under_his_pseudonym_that_begins_with_the_unanswered_call()
    {
        var path = Scenario.Path(Scenario.Read("scenario-2-far"), "2026-04-17T20:30:00+02:00");

        Assert.Equal("Opkald til Lægevagt, ikke besvaret (Lagt på i køen)", path.Steps.First(static step => step.Has("unanswered")).Text);
        Assert.Equal(0, path.Summary.CallsLedNowhere);
    }

    [Theory]
    [InlineData("scenario-1-mette")]
    [InlineData("scenario-2-far")]
    [InlineData("scenario-3-ali")]
    [InlineData("scenario-4-kirsten")]
    [InlineData("scenario-5-jonas")]
    [InlineData("scenario-6-lone")]
    [InlineData("scenario-7-peter")]
    [InlineData("scenario-8-sara")]
    public void The_answer_for_a_scenario_is_valid_masked_and_with_all_its_resources(string scenario)
    {
        var set = Scenario.Read(scenario);
        var path = Scenario.Path(set, "2027-03-03T12:00:00+01:00", Language.English);
        var view = new StaffMasking(set, new Pseudonym("a secret of this test, long enough"u8), Language.English);

        var answer = System.Text.Encoding.UTF8.GetString(PathwayAnswer.Write(path, set, new PathwayPage("https://example.dk/fhir", view, 0, 1000, HasResources: true)));

        Assert.Empty(GuideValidator.Errors(answer));
        Assert.NotEmpty(path.Steps);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-30T23:59:59Z")]
    public void A_detention_at_the_edge_of_the_calendar_is_told_like_any_other(string start)
    {
        string[] resources = ["""{"resourceType":"Patient","id":"p"}""", Detention("d1", start)];

        Assert.Single(Path(resources, static request => request with { UpTo = "Procedure/d1" }).Steps);
    }

    [Fact]
    public void An_end_before_the_beginning_gives_no_duration_and_a_person_named_by_url_is_the_same()
    {
        var path = Path(["""{"resourceType":"Patient","id":"p"}""",
            """{"resourceType":"Encounter","id":"a","status":"finished","class":{"code":"IMP"},"subject":{"reference":"https://fhir.invalid/fhir/Patient/p"},"period":{"start":"2026-02-03T11:00:00+01:00","end":"2026-02-02T11:00:00+01:00"}}"""]);

        Assert.Equal("Kontakt", Assert.Single(path.Steps).Text);
    }

    [Fact]
    public void Steps_at_the_same_moment_always_stand_in_the_same_order()
    {
        var forwards = Path(WayToDetention);
        var backwards = Path([.. WayToDetention.Reverse()]);

        Assert.Equal(Scenario.Table(forwards.Steps), Scenario.Table(backwards.Steps));
    }

    private static PatientPathway Path(string[] resources, Func<PathwayRequest, PathwayRequest>? ask = null)
    {
        var request = new PathwayRequest(["Patient/p"], Scenario.Time("2026-02-20T12:00:00+01:00"), Language.Danish);
        return PatientPathway.Of(new ResourceSet(resources.Select(ProfileRules.Parse)), ask is null ? request : ask(request), new Psychiatry.Rules.RuleFolder());
    }

    private static string Call(string id, string status, string start, string end, string? partOf = null, bool hasPerson = true) =>
        $$"""
        {"resourceType":"Encounter","id":"{{id}}","status":"{{status}}","class":{"code":"VR"},"type":[{"coding":[{"system":"{{Ig}}/CodeSystem/psychacute-call-line","code":"laegevagt"}]}],
         {{(hasPerson ? """ "subject":{"reference":"Patient/p"}, """ : "")}}{{(partOf is null ? "" : $$""" "partOf":{"reference":"Encounter/{{partOf}}"}, """)}}"period":{"start":"{{start}}","end":"{{end}}"} }
        """;

    private static string Referral(string id, string call, string authored) =>
        $$"""
        {"resourceType":"ServiceRequest","id":"{{id}}","meta":{"profile":["{{Ig}}/StructureDefinition/psychacute-referral"]},"status":"active","intent":"order",
         "code":{"coding":[{"system":"{{Ig}}/CodeSystem/psychacute-help","code":"akut-stoette"}]},"subject":{"reference":"Patient/p"},"encounter":{"reference":"Encounter/{{call}}"},"authoredOn":"{{authored}}"}
        """;

    private static string Task(string id, string referral, string status, string state, string limit) =>
        $$"""
        {"resourceType":"Task","id":"{{id}}","status":"{{status}}","businessStatus":{"coding":[{"system":"{{Ig}}/CodeSystem/psychacute-task-state","code":"{{state}}"}]},"intent":"order",
         "focus":{"reference":"ServiceRequest/{{referral}}"},"for":{"reference":"Patient/p"},"restriction":{"period":{"end":"{{limit}}"} } }
        """;

    private static string Detention(string id, string start) =>
        $$"""
        {"resourceType":"Procedure","id":"{{id}}","status":"in-progress","category":{"coding":[{"system":"{{Ig}}/CodeSystem/psychacute-procedure-category","code":"tvang"}]},
         "code":{"coding":[{"system":"{{Ig}}/CodeSystem/psychacute-coercion-measure","code":"tvangsindlaeggelse-roede"}]},"subject":{"reference":"Patient/p"},"performedPeriod":{"start":"{{start}}"} }
        """;
}
