using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>Whether a task that is new here makes sense in the state that it comes in: records of the past come in any state.</summary>
internal static class ReferralSense
{
    private static readonly string Outputs = Guide.Codes("task-output");

    /// <summary>Warnings about a new task.</summary>
    public static IEnumerable<OutcomeIssue> OfNew(ResourceDocument task, ReferralState state)
    {
        var root = task.Root;
        var hasStay = root.ChildrenNamed("output").ToList().Exists(static output => output.HasCode("type", Outputs, "stay"));
        if (hasStay && state is ReferralState.Sent or ReferralState.Received or ReferralState.Accepted or ReferralState.Declined or ReferralState.Booked or ReferralState.NoShow)
        {
            yield return Warning("referral.sense-stay", "Task.output", state.Name());
        }

        if (root.Child("restriction") is { Exists: true } restriction && restriction.PeriodIn("period").End is { } limit && root.TimeIn("authoredOn") is { } authored && limit < authored)
        {
            yield return Warning("referral.sense-limit", "Task.restriction.period.end");
        }

        if (root.ReferenceIn("requester") is { } requester && requester == root.ReferenceIn("owner"))
        {
            yield return Warning("referral.sense-self", "Task.owner");
        }
    }

    private static OutcomeIssue Warning(string id, string expression, params object[] arguments) =>
        PsychiatryMessages.Issue(IssueSeverity.Warning, IssueCode.BusinessRule, id, arguments) with { Expression = expression, Source = Guide.Structure("referral-task") };
}
