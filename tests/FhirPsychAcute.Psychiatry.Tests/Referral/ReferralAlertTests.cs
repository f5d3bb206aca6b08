using System.Text;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Referral;
using static FhirPsychAcute.Psychiatry.Tests.Referral.ReferralResources;

namespace FhirPsychAcute.Psychiatry.Tests.Referral;

/// <summary>Which alert a referral gives reason for, when, and to whom.</summary>
public sealed class ReferralAlertTests
{
    private static readonly DateTimeOffset Limit = Time("2026-03-13T02:00:00+01:00");

    [Theory]
    [InlineData("livstruende", "no-show-alert")]
    [InlineData("akut", "no-show-alert")]
    [InlineData("uafklaret", "no-show-unclear")]
    [InlineData("subakut", "no-show-subacute")]
    [InlineData("vejledning", null)]
    public void A_reported_no_show_is_told_by_the_rule_of_its_urgency(string urgency, string? rule) =>
        Assert.Equal(rule, ReferralAlerts.Reported(Case("no-show", urgency), Thresholds, Limit.AddMinutes(15))?.Code);

    [Fact]
    public void A_no_show_of_an_anonymous_person_is_told_to_nobody()
    {
        Assert.Null(ReferralAlerts.Reported(Case("no-show", anonymous: true), Thresholds, Limit.AddMinutes(15)));
        Assert.Empty(ReferralAlerts.OverTime(Case("accepted", anonymous: true), Thresholds, Limit.AddMinutes(15)).Alerts);
    }

    [Theory]
    [InlineData("sent", "akut", "overdue-alert")]
    [InlineData("received", "akut", "overdue-alert")]
    [InlineData("received", "subakut", "overdue-alert")]
    [InlineData("accepted", "akut", "no-show-alert")]
    [InlineData("accepted", "livstruende", "no-show-alert")]
    [InlineData("accepted", "uafklaret", "no-show-unclear")]
    [InlineData("accepted", "subakut", null)]
    [InlineData("arrived", "akut", null)]
    [InlineData("completed", "akut", null)]
    [InlineData("no-show", "akut", null)]
    public void When_the_limit_passes_it_is_the_answer_that_is_missing_or_the_person(string state, string urgency, string? rule)
    {
        var referral = Case(state, urgency);

        Assert.Empty(ReferralAlerts.OverTime(referral, Thresholds, Limit.AddSeconds(-1)).Alerts);
        Assert.Equal(rule is null ? [] : [rule], ReferralAlerts.OverTime(referral, Thresholds, Limit).Alerts.Select(alert => alert.Code));
        Assert.Equal(rule is null ? null : Limit, ReferralAlerts.OverTime(referral, Thresholds, Limit.AddHours(-3)).LookAgain);
        Assert.Null(ReferralAlerts.OverTime(referral, Thresholds, Limit).LookAgain);
    }

    [Fact]
    public void An_anonymous_referral_that_nobody_answers_is_told_all_the_same() =>
        Assert.Equal(["overdue-alert"], ReferralAlerts.OverTime(Case("sent", anonymous: true), Thresholds, Limit).Alerts.Select(alert => alert.Code));

    [Fact]
    public void A_limit_that_passed_more_than_seven_days_ago_is_told_to_nobody()
    {
        Assert.Single(ReferralAlerts.OverTime(Case("sent"), Thresholds, Limit.AddDays(7)).Alerts);
        Assert.Empty(ReferralAlerts.OverTime(Case("sent"), Thresholds, Limit.AddDays(7).AddSeconds(1)).Alerts);
    }

    [Fact]
    public void A_time_agreed_after_the_limit_is_when_the_person_is_expected()
    {
        var appointment = Parse("""{ "resourceType": "Appointment", "id": "a", "status": "booked", "start": "2026-03-13T09:00:00+01:00", "participant": [{ "status": "accepted" }] }""");
        var task = Task("booked", more: """, "output": [{ "type": { "coding": [{ "system": "https://fhirpsychacute.dk/ig/CodeSystem/psychacute-task-output", "code": "appointment" }] }, "valueReference": { "reference": "Appointment/a" } }]""");
        var referral = ReferralCase.Of(task, "Task/1", new ResourceSet([Request(), Person(), appointment]));

        Assert.Equal(Time("2026-03-13T09:00:00+01:00"), ReferralAlerts.OverTime(referral, Thresholds, Limit).LookAgain);
        Assert.Equal(["no-show-alert"], ReferralAlerts.OverTime(referral, Thresholds, Time("2026-03-13T09:00:00+01:00")).Alerts.Select(alert => alert.Code));
    }

    [Fact]
    public void What_the_clock_finds_and_what_the_receiver_reports_afterwards_is_one_alert()
    {
        var byTime = ReferralAlerts.OverTime(Case("accepted"), Thresholds, Limit.AddMinutes(1)).Alerts[0];
        var reported = ReferralAlerts.Reported(Case("no-show"), Thresholds, Limit.AddMinutes(15))!;

        Assert.Equal("Task-1-no-show-alert-20260313T010000Z", byTime.Identifier);
        Assert.Equal(byTime.Identifier, reported.Identifier);
    }

    [Theory]
    [InlineData("accepted", "akut")]
    [InlineData("sent", "subakut")]
    [InlineData("no-show", "akut")]
    [InlineData("no-show", "subakut")]
    public void Finding_and_notice_are_valid_against_the_guide(string state, string urgency)
    {
        var referral = Case(state, urgency);
        var alert = ReferralAlerts.Reported(referral, Thresholds, Limit) ?? ReferralAlerts.OverTime(referral, Thresholds, Limit).Alerts[0];

        Assert.Equal([], GuideValidator.Errors(Encoding.UTF8.GetString(alert.Finding().Bytes.Span)));
        Assert.Equal([], GuideValidator.Errors(Encoding.UTF8.GetString(alert.Notice(Limit).Bytes.Span)));
    }

    [Fact]
    public void The_notice_goes_to_the_sender_and_says_in_Danish_what_happened()
    {
        var notice = ReferralAlerts.Reported(Case("no-show"), Thresholds, Limit.AddMinutes(15))!.Notice(Limit.AddMinutes(15));

        Assert.Equal("Organization/laegevagt", notice.Root.ReferenceIn("recipient"));
        Assert.Equal("Organization/kommune", notice.Root.ReferenceIn("sender"));
        Assert.Equal("Modtageren melder, at den henviste ikke er kommet; ventet senest 13.03.2026 02.00.", notice.Root.Child("payload").Child("content").Value);
    }

    [Fact]
    public void The_watch_starts_from_open_tasks_only_and_tells_what_is_due()
    {
        var watch = new ReferralWatch(Thresholds);

        Assert.Equal(["Task/1"], watch.FocusesOf(Task("accepted")));
        Assert.Empty(watch.FocusesOf(Task("completed")));
        Assert.Empty(watch.FocusesOf(Parse("""{ "resourceType": "Task", "id": "2", "status": "requested", "intent": "order" }""")));
        var seen = watch.Look(new ResourceSet([Task("accepted"), Request(), Person()]), "Task/1", Limit.AddMinutes(1));
        Assert.Equal(["DetectedIssue", "Communication"], seen.Alerts.Select(alert => alert.Type));
        Assert.Equal(Limit, watch.Look(new ResourceSet([Task("accepted"), Request(), Person()]), "Task/1", Limit.AddMinutes(-1)).LookAgain);
        Assert.Null(watch.Look(new ResourceSet([]), "Task/1", Limit).LookAgain);
    }
}
