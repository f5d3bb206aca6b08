using FhirPsychAcute.Psychiatry.Calendar;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>Limits: how long a measure may last without a word, how old the examination behind it may be, how long the time for reflection is. They warn and never refuse.</summary>
internal static class LimitClocks
{
    public static Clock? Of(CoercionCase episode, CoercionRules rules, CoercionRule rule) => rule.Starts switch
    {
        RuleStart.Start when rule.At is not null => FromStart(episode, rules, rule),
        RuleStart.Examined => Before(rule, rules, episode.Examined, episode.Start, episode.At, "no-examination"),
        RuleStart.Decision => Before(rule, rules, episode.Reflection.Start, Earlier(episode.Reflection.End, episode.Start), episode.At, "no-reflection"),
        _ => null,
    };

    private static Clock FromStart(CoercionCase episode, CoercionRules rules, CoercionRule rule)
    {
        var due = rules.Due(rule, episode.Start!.Value)!.Value;
        if (episode.IsEndMissing)
        {
            return ClockFace.Undecided(rule, "no-end") with { Due = due };
        }

        var until = episode.End ?? episode.At;
        if (due.HasPassed(until))
        {
            return new Clock(rule, ClockState.Passed) { Due = due, Late = Clock.Beyond(due, until), NeedsActor = episode.IsOpen };
        }

        return new Clock(rule, episode.IsOpen ? ClockState.Running : ClockState.Kept) { Due = due };
    }

    // The limit counts from something before the measure to something that closes it.
    private static Clock Before(CoercionRule rule, CoercionRules rules, DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset at, string missing)
    {
        if (from is not { } start || rules.Due(rule, start) is not { } due)
        {
            return ClockFace.Undecided(rule, missing);
        }

        var until = to ?? at;
        return due.HasPassed(until) ? new Clock(rule, ClockState.Passed) { Due = due, Done = to, Late = Clock.Beyond(due, until), NeedsActor = to is null }
            : new Clock(rule, to is null ? ClockState.Running : ClockState.Kept) { Due = due, Done = to };
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null ? other : other is null ? one : one < other ? one : other;
}
