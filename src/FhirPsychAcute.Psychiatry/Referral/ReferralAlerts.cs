using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Referral;

/// <summary>Which alerts a referral gives reason for: by what is reported, and by what time brings. Pure: the same case and time give the same alerts.</summary>
public static class ReferralAlerts
{
    /// <summary>The alert when the receiver reports that the person did not arrive; null where the rules know none, or the person is anonymous.</summary>
    /// <param name="referral">The referral, in the state no-show.</param>
    /// <param name="rules">The thresholds.</param>
    /// <param name="now">When it is reported.</param>
    public static ReferralAlert? Reported(ReferralCase referral, ReferralRules rules, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(referral);
        ArgumentNullException.ThrowIfNull(rules);
        // Whoever reports before the limit knows that nobody will come.
        var told = referral.Task.Root.TimeIn("lastModified") is { } modified && modified > now ? modified : now;
        var due = referral.Expected is { } expected && expected < told ? expected : told;
        return referral.State == ReferralState.NoShow && !referral.IsAnonymous && !referral.IsDispatch && rules.NoShow("reported", referral.Urgency, DanishTime.Day(due)) is { } rule
            ? new ReferralAlert(referral, rule, due, IsReported: true)
            : null;
    }

    /// <summary>
    /// The alerts of a referral that is still open, and when to look again. Until somebody has answered it is the answer that is missing; from then on it is the person.
    /// </summary>
    /// <param name="referral">The referral.</param>
    /// <param name="rules">The thresholds.</param>
    /// <param name="now">The time.</param>
    public static (DateTimeOffset? LookAgain, IReadOnlyList<ReferralAlert> Alerts) OverTime(ReferralCase referral, ReferralRules rules, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(referral);
        ArgumentNullException.ThrowIfNull(rules);
        var (due, rule) = referral.State switch
        {
            ReferralState.Sent or ReferralState.Received when referral.Limit is { } limit => (limit, rules.Find("overdue-alert", DanishTime.Day(limit))),
            ReferralState.Accepted or ReferralState.Booked when referral.Expected is { } expected && !referral.IsAnonymous && !referral.IsDispatch =>
                (expected, rules.NoShow("time", referral.Urgency, DanishTime.Day(expected))),
            _ => default,
        };
        if (rule is null)
        {
            return (null, []);
        }

        var at = due + ReferralRules.Duration(rule);
        if (now < at)
        {
            return (at, []);
        }

        var isTooOld = rules.Find("alert-horizon", DanishTime.Day(due)) is { } horizon && now - at > ReferralRules.Duration(horizon);
        return (null, isTooOld ? [] : [new ReferralAlert(referral, rule, due, IsReported: false)]);
    }
}
