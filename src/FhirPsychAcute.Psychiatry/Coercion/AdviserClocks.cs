namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>The patient's adviser (psykiatriloven §§ 24 and 26): appointed, first visit, visits while the measure lasts.</summary>
internal static class AdviserClocks
{
    /// <summary>An adviser is appointed.</summary>
    public static Clock Appointed(CoercionCase episode, CoercionRule rule) =>
        ClockFace.JudgeUntimed(rule, episode.Advisers is [var first, ..] ? first.Appointed : null, episode.Discharged);

    /// <summary>The visits.</summary>
    public static IEnumerable<Clock> Visits(CoercionCase episode, CoercionRules rules, CoercionRule rule)
    {
        if (rule.Starts == RuleStart.AdviserAppointed)
        {
            yield return First(episode, rules, rule);
            yield break;
        }

        // The duty to come back lasts as long as the measure does.
        var over = episode.End;
        for (var i = 0; i < episode.Visits.Count; i++)
        {
            var visit = episode.Visits[i];
            var next = i + 1 < episode.Visits.Count ? episode.Visits[i + 1] : (DateTimeOffset?)null;
            if (next <= episode.Start || (over is { } end && visit >= end))
            {
                continue;
            }

            // A visit from before the measure binds from the measure on.
            var clock = ClockFace.Judge(rule, rules.Due(rule, visit)!.Value, next, over, episode.At);
            yield return episode.IsEndMissing && clock.State is ClockState.Running or ClockState.Overdue ? clock with { State = ClockState.Undecided, NeedsActor = false, Reason = CoercionTexts.Of("no-end") } : clock;
        }
    }

    private static Clock First(CoercionCase episode, CoercionRules rules, CoercionRule rule)
    {
        if (episode.Advisers is not [var adviser, ..])
        {
            return ClockFace.Waiting(rule, "no-adviser");
        }

        var visit = episode.Visits.Where(time => time >= adviser.Appointed).Cast<DateTimeOffset?>().FirstOrDefault();
        return ClockFace.Judge(rule, rules.Due(rule, adviser.Appointed)!.Value, visit, episode.Discharged ?? adviser.Ended, episode.At);
    }
}
