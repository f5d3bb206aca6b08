namespace FhirPsychAcute.Psychiatry.Pathway;

/// <summary>A path in numbers.</summary>
/// <param name="Contacts">Calls, admissions, stays, visits and other contacts; the adviser's visits are none.</param>
/// <param name="Calls">Calls, each leg by itself.</param>
/// <param name="CallsUnanswered">Calls that nobody answered.</param>
/// <param name="CallsLedNowhere">Calls that led nowhere, unanswered ones without a call-back included.</param>
/// <param name="Referrals">Referrals.</param>
/// <param name="ReferralsDeclined">Referrals that the receiver declined.</param>
/// <param name="ReferralsLost">Referrals that were not answered in time, were overdue, or whose person did not come.</param>
/// <param name="Nights">Nights that rest on referrals.</param>
/// <param name="Detentions">Detentions.</param>
/// <param name="Measures">Coercive measures that are no detention.</param>
/// <param name="DaysFromCallToDetention">Whole days from the first call to the first detention after it; null without both.</param>
/// <param name="Sectors">How many steps each sector has, by its code.</param>
public sealed record PathwaySummary(
    int Contacts, int Calls, int CallsUnanswered, int CallsLedNowhere, int Referrals, int ReferralsDeclined, int ReferralsLost, int Nights, int Detentions, int Measures,
    int? DaysFromCallToDetention, IReadOnlyList<KeyValuePair<string, int>> Sectors)
{
    internal static PathwaySummary Of(IReadOnlyList<PathwayStep> steps)
    {
        int Count(Func<PathwayStep, bool> counts) => steps.Count(counts);
        return new PathwaySummary(
            Count(static step => step.Kind is StepKind.Call or StepKind.Admission or StepKind.Stay or StepKind.Visit or StepKind.Contact),
            Count(static step => step.Kind == StepKind.Call),
            Count(static step => step.Has(StepRemark.Unanswered)),
            Count(static step => step.Has(StepRemark.LedNowhere)),
            Count(static step => step.Kind == StepKind.Referral),
            Count(static step => step.Kind == StepKind.Referral && step.Has(StepRemark.Declined)),
            Count(static step => step.Kind == StepKind.Referral && step.Remarks.Any(StepRemark.IsLost)),
            steps.Sum(static step => step.Nights ?? 0),
            Count(static step => step.Kind == StepKind.Detention),
            Count(static step => step.Kind == StepKind.Measure && step.Resource.Type.Name == "Procedure"),
            DaysToDetention(steps),
            [.. steps.GroupBy(static step => step.Actor.Sector, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(static group => KeyValuePair.Create(group.Key, group.Count()))]);
    }

    /// <summary>Whole days from the first call among steps in order of time to the first detention after it.</summary>
    internal static int? DaysToDetention(IReadOnlyList<PathwayStep> steps) =>
        steps.FirstOrDefault(static step => step.Kind == StepKind.Call) is { } call
        && steps.FirstOrDefault(step => step.Kind == StepKind.Detention && step.Start >= call.Start) is { } detention
            ? (int)(detention.Start - call.Start).TotalDays
            : null;
}
