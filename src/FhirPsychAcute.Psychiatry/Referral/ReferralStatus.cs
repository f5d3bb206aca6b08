using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>Where a referral stands at a time: whose turn it is, what is overdue, what became of it, and how it came there.</summary>
/// <param name="At">The time.</param>
/// <param name="Referral">The referral with its latest task.</param>
/// <param name="Earlier">Addresses of earlier tasks of the same request: one that was declined, before another receiver was asked.</param>
/// <param name="Alerts">What the sender has to act upon by the rules, whether or not it is stored yet.</param>
/// <param name="Findings">Findings that are stored, open or settled.</param>
/// <param name="Nights">The nights, in order.</param>
/// <param name="Steps">The trail, oldest first.</param>
/// <param name="Known">All that was gathered.</param>
public sealed record ReferralStatus(
    DateTimeOffset At, ReferralCase Referral, IReadOnlyList<string> Earlier, IReadOnlyList<ReferralAlert> Alerts, IReadOnlyList<ResourceDocument> Findings, IReadOnlyList<Night> Nights,
    IReadOnlyList<ReferralStep> Steps, ResourceSet Known)
{
    /// <summary>What is overdue: <c>answer</c>, <c>arrival</c>; null for nothing.</summary>
    public string? Overdue => Referral.State switch
    {
        ReferralState.Sent or ReferralState.Received when Referral.Limit <= At => "answer",
        ReferralState.Accepted or ReferralState.Booked when Referral.Expected <= At && !Referral.IsDispatch => "arrival",
        _ => null,
    };

    /// <summary>Judges what was gathered.</summary>
    /// <param name="known">What <see cref="ReferralQuestion"/> asked for.</param>
    /// <param name="request">Address of the ServiceRequest.</param>
    /// <param name="rules">The thresholds.</param>
    /// <param name="at">The time.</param>
    /// <returns>The status; null when the request has no task of the guide's profile.</returns>
    public static ReferralStatus? Of(ResourceSet known, string request, ReferralRules rules, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(rules);
        var tasks = known.Referring("Task", "focus", request).Where(static task => task.Claims(Guide.Structure("referral-task"))).OrderBy(static task => task.Root.TimeIn("authoredOn")).ToList();
        if (tasks.Count == 0)
        {
            return null;
        }

        var address = known.AddressOf(tasks[^1]);
        var referral = ReferralCase.Of(tasks[^1], address, known);
        return new ReferralStatus(
            at, referral, [.. tasks.SkipLast(1).Select(known.AddressOf)], ReferralAlerts.OverTime(referral, rules, at).Alerts,
            [.. known.Referring("DetectedIssue", "implicated", address).OrderBy(static finding => finding.Root.TimeIn("identified"))],
            [.. ReferralQuestion.Nights(known)],
            [.. known.Referring("Provenance", "target", address).Select(step => new ReferralStep(known.AddressOf(step), step)).OrderBy(static step => step.Version).ThenBy(static step => step.Recorded)], known);
    }
}
