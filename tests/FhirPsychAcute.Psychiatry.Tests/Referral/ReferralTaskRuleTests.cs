using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Referral;
using FhirPsychAcute.Psychiatry.Writing;
using FsCheck;
using FsCheck.Fluent;
using static FhirPsychAcute.Psychiatry.Tests.Referral.ReferralResources;

namespace FhirPsychAcute.Psychiatry.Tests.Referral;

/// <summary>What a change of a referral's task is judged to be, with what is known of the one who acts.</summary>
public sealed class ReferralTaskRuleTests
{
    private static readonly DateTimeOffset Now = Time("2026-03-12T22:30:00+01:00");

    private static readonly ReferralTaskRule Rule = new(new ReferralSettings(), Thresholds);

    private static readonly ResourceDocument[] People =
    [
        Parse("""{ "resourceType": "Organization", "id": "kommune", "identifier": [{ "system": "urn:oid:1.2.208.176.1.1", "value": "99900000005" }] }"""),
        Parse("""{ "resourceType": "Organization", "id": "akuttilbud", "partOf": { "reference": "Organization/kommune" } }"""),
        Parse("""{ "resourceType": "Organization", "id": "laegevagt", "partOf": { "reference": "Organization/region" } }"""),
        Parse("""{ "resourceType": "Organization", "id": "region" }"""),
        Parse("""{ "resourceType": "HealthcareService", "id": "huset", "providedBy": { "reference": "Organization/kommune" } }"""),
        Parse("""{ "resourceType": "PractitionerRole", "id": "nattevagt", "active": true, "practitioner": { "reference": "Practitioner/ib" }, "organization": { "reference": "Organization/akuttilbud" } }"""),
        Parse("""{ "resourceType": "PractitionerRole", "id": "fratraadt", "active": false, "organization": { "reference": "Organization/akuttilbud" } }"""),
        Parse("""{ "resourceType": "PractitionerRole", "id": "visitator", "active": true, "organization": { "reference": "Organization/laegevagt" } }"""),
        Parse("""{ "resourceType": "RelatedPerson", "id": "mor", "patient": { "reference": "Patient/1" } }"""),
        Parse("""{ "resourceType": "Device", "id": "epj" }"""),
    ];

    [Theory]
    [InlineData("Organization/kommune", ReferralParty.Receiver)]
    [InlineData("Organization/akuttilbud", ReferralParty.Receiver)]
    [InlineData("PractitionerRole/nattevagt", ReferralParty.Receiver)]
    [InlineData("Practitioner/ib", ReferralParty.Receiver)]
    [InlineData("PractitionerRole/fratraadt", ReferralParty.None)]
    [InlineData("PractitionerRole/visitator", ReferralParty.Sender)]
    [InlineData("Organization/laegevagt", ReferralParty.Sender)]
    [InlineData("Organization/region", ReferralParty.None)]
    [InlineData("Patient/1", ReferralParty.Citizen)]
    [InlineData("RelatedPerson/mor", ReferralParty.Citizen)]
    [InlineData("Device/epj", ReferralParty.System)]
    [InlineData("Patient/2", ReferralParty.None)]
    public void Who_acts_is_the_party_that_the_person_or_organisation_belongs_to(string actor, ReferralParty party) =>
        Assert.Equal(party, ReferralActor.Parties(Told($$"""{ "reference": "{{actor}}" }"""), Task("sent"), new Affiliation(new ResourceSet(People))));

    [Fact]
    public void An_organisation_may_be_named_by_its_number() => Assert.Equal(
        ReferralParty.Receiver,
        ReferralActor.Parties(Told("""{ "identifier": { "system": "urn:oid:1.2.208.176.1.1", "value": "99900000005" } }"""), Task("sent"), new Affiliation(new ResourceSet(People))));

    [Fact]
    public void Staff_of_the_organisation_that_provides_the_offer_answers_for_the_offer() => Assert.Equal(
        ReferralParty.Receiver,
        ReferralActor.Parties(Told("""{ "reference": "PractitionerRole/nattevagt" }"""), Task("sent", owner: "HealthcareService/huset"), new Affiliation(new ResourceSet(People))));

    [Fact]
    public void What_is_not_known_of_the_actor_is_asked_for_step_by_step()
    {
        var change = Change("sent", "received") with { Told = Told("""{ "reference": "PractitionerRole/nattevagt" }""") };
        string Asked(params ResourceDocument[] known) => string.Join(", ", Rule.Needs(change, new ResourceSet(known)).Select(gathering => $"{gathering.Type}/{gathering.Query[0].Value}").Distinct());

        Assert.Equal("PractitionerRole/nattevagt", Asked());
        Assert.Equal("Organization/akuttilbud", Asked(People[5]));
        Assert.Equal("Organization/kommune", Asked(People[5], People[1]));
        Assert.Equal("", Asked(People[5], People[1], People[0]));
    }

    [Fact]
    public void A_change_that_tells_no_actor_needs_nothing_to_be_gathered() => Assert.Empty(Rule.Needs(Change("sent", "received"), new ResourceSet([])));

    [Theory]
    [InlineData("sent", "received", "")]
    [InlineData("sent", "declined", "referral.reason-missing")]
    [InlineData("sent", "completed", "referral.step-refused")]
    [InlineData("completed", "sent", "referral.step-refused")]
    [InlineData("entered-in-error", "sent", "referral.step-none")]
    [InlineData("completed", "completed", "")]
    [InlineData("completed", "entered-in-error", "")]
    public void A_step_is_judged_by_the_table(string from, string to, string finding) =>
        Assert.Equal(finding, string.Join(' ', Rule.Judge(Change(from, to), new ResourceSet([])).Findings.Select(issue => issue.MessageId)));

    [Theory]
    [InlineData("received", null)]
    [InlineData("declined", "full")]
    [InlineData("entered-in-error", null)]
    public void The_trail_is_valid_whether_the_actor_is_known_or_not(string to, string? reason)
    {
        var more = reason is null ? "" : $$""", "statusReason": { "coding": [{ "system": "https://fhirpsychacute.dk/ig/CodeSystem/psychacute-task-reason", "code": "{{reason}}" }] }""";
        var change = new WriteChange(Task("sent"), Task(to, 2, more: more), Now);
        var told = Told("""{ "reference": "Organization/kommune" }""", """, "policy": ["https://eksempel.dk/regel"], "location": { "display": "Huset" }, "occurredDateTime": "2026-03-12T22:29:00+01:00" """);

        var unknown = Assert.Single(Rule.Judge(change, new ResourceSet([])).Companions).Resource;
        var known = Assert.Single(Rule.Judge(change with { Told = told }, new ResourceSet(People)).Companions).Resource;

        Assert.Equal([], GuideValidator.Errors(Encoding.UTF8.GetString(unknown.Bytes.Span)));
        Assert.Equal([], GuideValidator.Errors(Encoding.UTF8.GetString(known.Bytes.Span)));
        Assert.Equal("Task/1/_history/2", known.Root.Child("target").ChildValue("reference"));
        Assert.Equal("2026-03-12T22:29:00+01:00", known.Root.ChildValue("occurred"));
        Assert.Equal("https://eksempel.dk/regel", known.Root.ChildValue("policy"));
    }

    [Fact]
    public void A_record_of_the_past_comes_in_any_state_and_leaves_a_trail_and_no_alert()
    {
        foreach (var state in ReferralStates.All)
        {
            var judgement = Rule.Judge(new WriteChange(null, Task(state.Code()), Now), new ResourceSet([Request(), Person()]));

            Assert.Equal([], judgement.Findings);
            Assert.Equal(["Provenance"], judgement.Companions.Select(companion => companion.Resource.Type.Name));
        }
    }

    [Fact]
    public void A_new_task_that_makes_no_sense_is_told()
    {
        const string Stay = """, "output": [{ "type": { "coding": [{ "system": "https://fhirpsychacute.dk/ig/CodeSystem/psychacute-task-output", "code": "stay" }] }, "valueReference": { "reference": "Encounter/1" } }]""";

        Assert.Equal(
            ["referral.sense-stay", "referral.sense-limit", "referral.sense-self"],
            Rule.Judge(new WriteChange(null, Task("sent", limit: "2026-03-12T12:00:00+01:00", more: Stay, owner: "Organization/laegevagt"), Now), new ResourceSet([])).Findings.Select(issue => issue.MessageId));
    }

    [Fact]
    public void A_no_show_is_told_with_the_step_and_settled_findings_with_the_arrival()
    {
        var reported = Rule.Judge(Change("accepted", "no-show"), new ResourceSet([Request(), Person()]));
        var finding = new ResourceEditor(reported.Companions[1].Resource).SetServerFields("f", "3", Now).ToDocument();
        var arrived = Rule.Judge(Change("accepted", "arrived"), new ResourceSet([finding]));

        Assert.Equal(["Provenance", "DetectedIssue", "Communication"], reported.Companions.Select(companion => companion.Resource.Type.Name));
        var settled = arrived.Companions[1].Resource;
        Assert.Equal(("f", "3", "final"), (settled.Id, settled.VersionId, settled.Root.ChildValue("status")));
        Assert.Equal([], GuideValidator.Errors(Encoding.UTF8.GetString(settled.Bytes.Span)));
    }

    [Fact]
    public void Whatever_is_tried_no_version_gets_through_that_the_table_does_not_have()
    {
        var wish = Gen.Choose(0, (int)ReferralState.EnteredInError).Select(state => (ReferralState)state);
        const string Why = """, "statusReason": { "text": "eksempel" }""";

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Arb.From(Gen.ListOf(wish, 25)), path =>
        {
            var (at, version) = (Task("sent", more: Why), 1);
            foreach (var state in path)
            {
                var from = ReferralStates.Of(at)!.Value;
                var next = Task(state.Code(), version + 1, more: Why);
                var judgement = Rule.Judge(new WriteChange(at, next, Now), new ResourceSet([Request(), Person()]));
                var isRefused = judgement.Findings.Any(finding => finding.Severity <= IssueSeverity.Error);

                Assert.Equal(from != state && ReferralTransitions.Find(from, state) is null, isRefused);
                Assert.Equal(!isRefused && from != state, judgement.Companions.Any(companion => companion.Resource.Type.Name == "Provenance"));
                if (!isRefused)
                {
                    (at, version) = (next, version + 1);
                }
            }

            return true;
        }));
    }

    private static WriteChange Change(string from, string to) => new(Task(from), Task(to, 2), Time("2026-03-13T03:00:00+01:00"));

    private static ResourceDocument Told(string who, string more = "") => Parse($$"""
        { "resourceType": "Provenance", "target": [{ "reference": "Task/1/_history/2" }], "recorded": "2026-03-12T22:30:00+01:00", "agent": [{ "who": {{who}} }]{{more}} }
        """);
}
