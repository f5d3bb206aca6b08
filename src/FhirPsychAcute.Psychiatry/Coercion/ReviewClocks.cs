using FhirPsychAcute.Psychiatry.Calendar;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>
/// What has to be done again and again while a measure lasts: reviews, reviews by a physician from outside, notes. Rules that count from the start and are met by the same
/// observations make one series of due times; rules that count from the last review make a chain.
/// </summary>
internal static class ReviewClocks
{
    // A clock that came more often than this is of a measure whose end was forgotten.
    private const int MostSlots = 2_000;

    public static IEnumerable<Clock> Of(CoercionCase episode, CoercionRules rules, IEnumerable<CoercionRule> applying)
    {
        foreach (var family in applying.Where(static rule => rule.At is not null).GroupBy(static rule => (rule.Kind, rule.Starts, Met: string.Join(' ', rule.MetBy.Order(StringComparer.Ordinal)))))
        {
            var members = family.ToList();
            var done = episode.Events.Where(one => members[0].MetBy.Contains(one.Code) && one.Time >= episode.Start).Select(static one => one.Time).ToList();
            var clocks = family.Key.Starts == RuleStart.LastReview ? Chain(episode, rules, members[0], done) : Series(episode, rules, members, done);
            foreach (var clock in clocks)
            {
                yield return clock;
            }
        }
    }

    // Each review starts the clock of the next.
    private static IEnumerable<Clock> Chain(CoercionCase episode, CoercionRules rules, CoercionRule rule, List<DateTimeOffset> done)
    {
        var clocks = new List<Clock>();
        for (var i = 0; i < done.Count && clocks.Count < MostSlots; i++)
        {
            if (episode.End is { } end && done[i] >= end)
            {
                break;
            }

            var clock = Bound(episode, ClockFace.Judge(rule, rules.Due(rule, done[i])!.Value, i + 1 < done.Count ? done[i + 1] : null, episode.End, episode.At));
            clocks.Add(clock);
        }

        return Merge(clocks);
    }

    private static IEnumerable<Clock> Series(CoercionCase episode, CoercionRules rules, List<CoercionRule> members, List<DateTimeOffset> done)
    {
        var slots = Slots(episode, rules, members);
        var assigned = Assign(slots, done);

        // Of what lies ahead only the first that is not done yet is due; after the end, the first alone shows that it was not needed.
        var until = episode.End ?? episode.At;
        var ahead = slots.FindIndex(slot => !slot.Due.HasPassed(until));
        var last = ahead < 0 ? slots.Count - 1 : episode.End is not null ? ahead : Math.Max(ahead, Array.FindIndex(assigned, ahead, static time => time is null));
        (slots, assigned) = (slots[..(last + 1)], assigned[..(last + 1)]);
        var clocks = new List<Clock>();
        for (var i = 0; i < slots.Count; i++)
        {
            var (rule, due) = slots[i];

            // What was not done before the next time it was done cannot be made good any more; neither can what fell due again since.
            var replaced = assigned[i] is null && ((i + 1 < slots.Count && slots[i + 1].Due.HasPassed(episode.At)) || assigned.Skip(i + 1).Any(static time => time is not null));
            var clock = Bound(episode, ClockFace.Judge(rule, due, assigned[i], episode.End, episode.At));
            clocks.Add(replaced && clock.State == ClockState.Overdue ? clock with { State = ClockState.Missed, NeedsActor = false } : clock);
        }

        if (slots.Count >= MostSlots)
        {
            clocks.Add(ClockFace.Undecided(members[^1], "too-many", MostSlots));
        }

        return Merge(clocks);
    }

    // All due times until now, and the next two of each rule: the next may have been done early.
    private static List<(CoercionRule Rule, Deadline Due)> Slots(CoercionCase episode, CoercionRules rules, List<CoercionRule> members)
    {
        var start = episode.Start!.Value;
        var until = episode.End ?? episode.At;
        var slots = new List<(CoercionRule Rule, Deadline Due)>();
        foreach (var rule in members)
        {
            var due = rules.Due(rule, start)!.Value;
            slots.Add((rule, due));
            for (var (n, more) = (1, true); rule.Repeat is { } again && more && slots.Count < MostSlots; n++)
            {
                more = due.HasPassed(until);
                due = Next(rule, start, again, n, rules);
                slots.Add((rule, due));
            }
        }

        slots.Sort(static (one, other) => one.Due.Passes.CompareTo(other.Due.Passes));
        return slots;
    }

    private static Deadline Next(CoercionRule rule, DateTimeOffset start, TimeSpanOfLaw again, int n, CoercionRules rules)
    {
        var first = rules.Due(rule, start)!.Value;
        return first.Day is { } day ? Deadline.OnDay(again.Times(n).After(day)) : Deadline.At(first.Passes + (again.Elapsed!.Value * n));
    }

    // Each due time takes what was done since the one before. What was done late is given to the due time that it lies nearer to, so that a review on day 4 is the late one of
    // day 3 and not the early one of day 10, and a review on day 10 is that of day 10 though day 3 had none.
    private static DateTimeOffset?[] Assign(List<(CoercionRule Rule, Deadline Due)> slots, List<DateTimeOffset> done)
    {
        var assigned = new DateTimeOffset?[slots.Count];
        var next = 0;
        for (var i = 0; i < slots.Count; i++)
        {
            var due = slots[i].Due;
            while (next < done.Count && due.IsKeptBy(done[next]))
            {
                if (i > 0 && assigned[i - 1] is null && done[next] - slots[i - 1].Due.Passes < due.Passes - done[next])
                {
                    assigned[i - 1] = done[next];
                }
                else
                {
                    assigned[i] = done[next];
                }

                next++;
            }
        }

        // What came after the last due time is late for it.
        if (next < done.Count && slots.Count > 0 && assigned[^1] is null)
        {
            assigned[^1] = done[next];
        }

        return assigned;
    }

    private static Clock Bound(CoercionCase episode, Clock clock) => episode.IsEndMissing && clock.State is ClockState.Overdue or ClockState.Running
        ? clock with { State = ClockState.Undecided, NeedsActor = false, Reason = CoercionTexts.Of("no-end") }
        : clock;

    // A daily duty that was never recorded is one line, not thirty.
    private static IEnumerable<Clock> Merge(List<Clock> clocks)
    {
        for (var i = 0; i < clocks.Count; i++)
        {
            var times = 1;
            while (clocks[i].State == ClockState.Missed && i + times < clocks.Count && clocks[i + times] is { State: ClockState.Missed } next && next.Rule == clocks[i].Rule)
            {
                times++;
            }

            yield return clocks[i] with { Times = times };
            i += times - 1;
        }
    }
}
