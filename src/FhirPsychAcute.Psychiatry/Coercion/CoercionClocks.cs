namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>Every clock of a measure, by the rules that were valid on the day it began.</summary>
internal static class CoercionClocks
{
    public static IReadOnlyList<Clock> Of(CoercionCase episode, CoercionRules rules, IReadOnlyList<CoercionRule> applying)
    {
        if (episode.Start is not { } start)
        {
            return [.. applying.Where(static rule => rule.Kind is not (RuleKind.Age or RuleKind.Counting or RuleKind.Effect)).Select(static rule => ClockFace.Undecided(rule, "no-start"))];
        }

        // Before it begins, what leads up to it has its clocks: a decision, a complaint that suspends it.
        if (start > episode.At)
        {
            applying = [.. applying.Where(static rule => rule.Kind is RuleKind.Notification or RuleKind.Adviser or RuleKind.Complaint or RuleKind.Effect or RuleKind.Appeal
                || (rule.Kind == RuleKind.Limit && rule.Starts is RuleStart.Examined or RuleStart.Decision))];
        }

        var rights = applying.FirstOrDefault(static rule => rule.Kind == RuleKind.Age && rule.Code == "minor-rights");
        var clocks = new List<Clock>();
        clocks.AddRange(ReviewClocks.Of(episode, rules, applying.Where(rule => rule.Kind is RuleKind.Review or RuleKind.ExternalReview or RuleKind.Note && Applies(episode, rule) is true)));
        foreach (var rule in applying)
        {
            switch (rule.Kind)
            {
                case RuleKind.Review or RuleKind.ExternalReview or RuleKind.Note when Applies(episode, rule) is not true:
                    clocks.Add(Applies(episode, rule) is null ? ClockFace.Undecided(rule, "no-admission-status") : ClockFace.NotApplicable(rule, "detained"));
                    break;
                case RuleKind.Limit when LimitClocks.Of(episode, rules, rule) is { } limit:
                    clocks.Add(limit);
                    break;
                case RuleKind.Reply:
                    clocks.AddRange(ReplyClocks.Of(episode, rules, rule));
                    break;
                case RuleKind.Notification:
                    clocks.Add(AftercareClocks.Told(episode, rule));
                    break;
                case RuleKind.Adviser:
                    clocks.Add(AdviserClocks.Appointed(episode, rule));
                    break;
                case RuleKind.AdviserVisit:
                    clocks.AddRange(AdviserClocks.Visits(episode, rules, rule));
                    break;
                case RuleKind.AfterTalk:
                    clocks.Add(AftercareClocks.Talk(episode, rule, rights));
                    break;
            }
        }

        clocks.AddRange(ComplaintClocks.Of(episode, rules, applying));
        return clocks;
    }

    // The only condition of reviews and notes so far is the patient's legal position.
    private static bool? Applies(CoercionCase episode, CoercionRule rule) =>
        !rule.Applies.Contains("voluntary-admission") ? true : episode.AdmissionStatus is { } status ? status == CoercionCodes.VoluntarilyAdmitted : null;
}
