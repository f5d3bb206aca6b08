namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>Complaints (psykiatriloven §§ 32 and 35-38): whether they suspend, when the board decides, until when one may go on.</summary>
internal static class ComplaintClocks
{
    public static IEnumerable<Clock> Of(CoercionCase episode, CoercionRules rules, IReadOnlyList<CoercionRule> applying)
    {
        var suspends = applying.Any(static rule => rule.Kind == RuleKind.Effect);
        foreach (var complaint in episode.Complaints.Where(static one => one.Instance == CoercionCodes.Board))
        {
            // Where the law lets a complaint suspend, it does so unless somebody has decided otherwise.
            var suspensive = complaint.IsSuspensive ?? suspends;
            var deciding = applying.Where(rule => rule.Kind == RuleKind.Complaint && Matches(rule, suspensive)).ToList();
            foreach (var rule in deciding.Count > 0 ? deciding : applying.Where(static rule => rule.Kind == RuleKind.Complaint && rule.Applies.Contains("otherwise")))
            {
                yield return Decision(episode, rules, rule, complaint) with { About = complaint.Address };
            }

            foreach (var rule in applying.Where(static rule => rule.Kind == RuleKind.Effect))
            {
                yield return Effect(episode, rule, complaint, suspensive) with { About = complaint.Address };
            }

            foreach (var rule in applying.Where(static rule => rule.Kind == RuleKind.Appeal))
            {
                if (Appeal(episode, rules, rule, complaint) is { } clock)
                {
                    yield return clock with { About = complaint.Address };
                }
            }
        }
    }

    private static bool Matches(CoercionRule rule, bool suspensive) => !rule.Applies.Contains("otherwise") && (!rule.Applies.Contains("suspensive") || suspensive);

    private static Clock Decision(CoercionCase episode, CoercionRules rules, CoercionRule rule, CaseComplaint complaint)
    {
        if (complaint.Made is not { } made || rules.Due(rule, made) is not { } due)
        {
            return ClockFace.Undecided(rule, "no-complaint-time");
        }

        if (complaint.IsDecided && complaint.Decided is null)
        {
            return ClockFace.Undecided(rule, "no-decision-time") with { Due = due };
        }

        return complaint.IsWithdrawn ? new Clock(rule, ClockState.NotNeeded) { Due = due } : ClockFace.Judge(rule, due, complaint.Decided, null, episode.At);
    }

    // A dose between complaint and decision is given in spite of the suspension.
    private static Clock Effect(CoercionCase episode, CoercionRule rule, CaseComplaint complaint, bool suspensive)
    {
        if (!suspensive)
        {
            return ClockFace.NotApplicable(rule, "suspension-excepted");
        }

        if (complaint.Made is not { } made)
        {
            return ClockFace.Undecided(rule, "no-complaint-time");
        }

        var given = episode.Doses.Where(dose => dose >= made && (complaint.Decided is not { } decided || dose < decided)).ToList();
        if (given is [var first, ..] && !complaint.IsWithdrawn)
        {
            return new Clock(rule, ClockState.Passed) { Due = Calendar.Deadline.At(made), Done = first, Late = first - made, Times = given.Count, NeedsActor = !complaint.IsDecided };
        }

        return new Clock(rule, complaint.IsDecided || complaint.IsWithdrawn ? ClockState.Kept : ClockState.Running);
    }

    private static Clock? Appeal(CoercionCase episode, CoercionRules rules, CoercionRule rule, CaseComplaint complaint)
    {
        if (!complaint.IsDecided)
        {
            return null;
        }

        if (complaint.Decided is not { } decided || rules.Due(rule, decided) is not { } due)
        {
            return ClockFace.Undecided(rule, "no-decision-time");
        }

        var further = episode.Complaints.FirstOrDefault(one => rule.MetBy.Contains(one.Instance) && one.PartOf.Contains(complaint.Address, StringComparer.Ordinal));
        var clock = ClockFace.Judge(rule, due, further?.Made, null, episode.At);
        return clock.State == ClockState.Overdue ? clock with { State = ClockState.Lapsed, NeedsActor = false, Late = null } : clock;
    }
}
