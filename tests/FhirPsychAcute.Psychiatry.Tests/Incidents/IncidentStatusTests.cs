using System.Globalization;
using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Incidents;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Tests.Incidents;

/// <summary>How the activation of examples/incident stands at different times, and what single tasks say.</summary>
public sealed class IncidentStatusTests
{
    [Theory]
    // before anybody called
    [InlineData("2026-03-12T19:45:00+01:00", 0, 5, 0, 0, 0, "5 persons: 0 with an overdue contact, 5 without any follow-up, 0 not reached, 0 with a contact ahead, 0 done.")]
    [InlineData("2026-03-12T20:10:00+01:00", 0, 5, 0, 0, 0, "5 persons: 0 with an overdue contact, 5 without any follow-up, 0 not reached, 0 with a contact ahead, 0 done.")]
    // planned at 22:00
    [InlineData("2026-03-13T10:00:00+01:00", 0, 1, 0, 4, 0, "5 persons: 0 with an overdue contact, 1 without any follow-up, 0 not reached, 4 with a contact ahead, 0 done.")]
    [InlineData("2026-03-13T19:59:59+01:00", 0, 1, 1, 2, 1, "5 persons: 0 with an overdue contact, 1 without any follow-up, 1 not reached, 2 with a contact ahead, 1 done.")]
    [InlineData("2026-03-13T20:00:00+01:00", 1, 1, 1, 1, 1, "5 persons: 1 with an overdue contact, 1 without any follow-up, 1 not reached, 1 with a contact ahead, 1 done.")]
    // a sixth person has called
    [InlineData("2026-03-14T12:00:00+01:00", 1, 2, 1, 1, 1, "6 persons: 1 with an overdue contact, 2 without any follow-up, 1 not reached, 1 with a contact ahead, 1 done.")]
    [InlineData("2026-03-20T20:00:00+01:00", 2, 2, 1, 0, 1, "6 persons: 2 with an overdue contact, 2 without any follow-up, 1 not reached, 0 with a contact ahead, 1 done.")]
    public void What_happened_later_is_not_seen(string at, int overdue, int none, int unreachable, int planned, int done, string text)
    {
        var (status, address) = Example(at);

        Assert.Equal((overdue, none, unreachable, planned, done),
            (status.Count(FollowUpState.Overdue), status.Count(FollowUpState.None), status.Count(FollowUpState.Unreachable), status.Count(FollowUpState.Planned), status.Count(FollowUpState.Done)));
        Assert.Contains(text, Encoding.UTF8.GetString(IncidentAnswer.Write(status, address, Language.English)), StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_are_grouped_under_the_incident_and_those_who_need_somebody_to_act_stand_first()
    {
        var (status, address) = Example("2026-03-14T12:00:00+01:00");

        Assert.True(status.IsActive);
        Assert.Equal((4, 1), (status.Calls, status.Unanswered));
        Assert.Single(status.NamelessCalls);
        Assert.Equal(
            [FollowUpState.Overdue, FollowUpState.None, FollowUpState.None, FollowUpState.Unreachable, FollowUpState.Planned, FollowUpState.Done],
            status.Persons.Select(static person => person.State));
        Assert.Equal([false], status.Persons.Where(static person => person is { State: FollowUpState.None, Calls.Count: 1 }).Select(static person => person.IsMember));
        Assert.Empty(GuideValidator.Errors(Encoding.UTF8.GetString(IncidentAnswer.Write(status, address, Language.Danish))));
    }

    [Theory]
    [InlineData("""{"status":"requested","restriction":{"period":{"end":"2026-03-13"}}}""", "2026-03-13T23:59:59+01:00", FollowUpState.Planned)]
    [InlineData("""{"status":"requested","restriction":{"period":{"end":"2026-03-13"}}}""", "2026-03-14T00:00:00+01:00", FollowUpState.Overdue)]
    [InlineData("""{"status":"in-progress","restriction":{"period":{"end":"2026-03-13T20:00:00+01:00"}}}""", "2026-03-13T20:00:00+01:00", FollowUpState.Overdue)]
    [InlineData("""{"status":"requested","restriction":{"period":{"start":"2026-03-13T10:00:00+01:00"}}}""", "2026-03-13T11:00:00+01:00", FollowUpState.Overdue)]
    [InlineData("""{"status":"requested"}""", "2026-03-13T11:00:00+01:00", FollowUpState.Planned)]
    [InlineData("""{"status":"completed","executionPeriod":{"end":"2026-03-13T20:00:00+01:00"}}""", "2026-03-13T20:00:00+01:00", FollowUpState.Done)]
    [InlineData("""{"status":"completed","executionPeriod":{"end":"2026-03-13T20:00:00+01:00"}}""", "2026-03-13T19:59:59+01:00", FollowUpState.Planned)]
    [InlineData("""{"status":"completed"}""", "2026-03-13T19:59:59+01:00", FollowUpState.Done)]
    [InlineData("""{"status":"failed","lastModified":"2026-03-13T12:00:00+01:00"}""", "2026-03-13T13:00:00+01:00", FollowUpState.Unreachable)]
    [InlineData("""{"status":"cancelled","lastModified":"2026-03-13T12:00:00+01:00"}""", "2026-03-13T13:00:00+01:00", FollowUpState.Cancelled)]
    public void A_contact_has_come_so_far(string task, string at, FollowUpState expected)
    {
        var read = FollowUp.Read(ProfileRules.Parse(string.Concat("""{"resourceType":"Task","for":{"reference":"Patient/1"},""", task.AsSpan(1))), "Task/1", Time(at));

        Assert.Equal(expected, read!.State);
    }

    [Theory]
    [InlineData("""{"resourceType":"Task","status":"entered-in-error","for":{"reference":"Patient/1"}}""")]
    [InlineData("""{"resourceType":"Task","status":"requested"}""")]
    [InlineData("""{"resourceType":"Task","status":"requested","for":{"reference":"Patient/1"},"authoredOn":"2026-04-01"}""")]
    public void Errors_and_what_did_not_exist_yet_do_not_count(string task) => Assert.Null(FollowUp.Read(ProfileRules.Parse(task), "Task/1", Time("2026-03-13T12:00:00+01:00")));

    private static (IncidentStatus Status, string Address) Example(string at)
    {
        var set = ResourceSet.OfBundle(ProfileRules.Parse(File.ReadAllText(Checkout.Locate("examples/incident/transaction.json"))));
        var group = set.OfType("Group").Single();
        return (IncidentStatus.Of(group, set.AddressOf(group), set, Time(at)), set.AddressOf(group));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
