namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>Each wish to be discharged is answered (psykiatriloven § 10, stk. 3); that the detention ends is an answer too.</summary>
internal static class ReplyClocks
{
    public static IEnumerable<Clock> Of(CoercionCase episode, CoercionRules rules, CoercionRule rule)
    {
        var wishes = episode.Events.Where(static one => one.Code == CoercionCodes.DischargeWish).ToList();
        if (wishes.Count == 0)
        {
            yield return ClockFace.NotApplicable(rule, "no-wish");
        }

        foreach (var wish in wishes)
        {
            if (rules.Due(rule, wish.Time) is { } due)
            {
                // A wish from before the detention is answered by the detention.
                var answer = wish.Time < episode.Start ? episode.Start
                    : episode.Events.FirstOrDefault(one => rule.MetBy.Contains(one.Code) && one.Time >= wish.Time)?.Time;
                yield return ClockFace.Judge(rule, due, answer ?? episode.End, null, episode.At);
            }
        }
    }
}
