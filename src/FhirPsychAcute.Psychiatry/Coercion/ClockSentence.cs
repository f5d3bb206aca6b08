using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Calendar;

namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>How a clock stands, in words.</summary>
internal static class ClockSentence
{
    /// <summary>The rule's own sentence and how it stands; what is not settled about the day is told too.</summary>
    public static TranslatedText Of(Clock clock)
    {
        // A limit from the start of the measure is written as what has happened, all others as what has to happen.
        var family = clock.Rule is { Kind: RuleKind.Limit, Starts: RuleStart.Start } ? "limit" : clock.Rule.Kind == RuleKind.Appeal ? "appeal" : "clock";
        var timed = clock.Due is null ? "-untimed" : "";
        var id = clock.State switch
        {
            ClockState.Waiting => "clock-waiting",
            ClockState.Running => $"{family}-running{timed}",
            ClockState.Outstanding => "clock-outstanding",
            ClockState.Met => family == "appeal" ? "appeal-met" : $"clock-met{timed}",
            ClockState.MetLate => "clock-met-late",
            ClockState.Overdue => "clock-overdue",
            ClockState.Missed => clock.Times > 1 ? "clock-missed-times" : $"clock-missed{timed}",
            ClockState.Passed => family == "limit" ? "limit-passed" : "clock-passed",
            ClockState.Kept => family == "limit" ? "limit-kept" : $"clock-kept{timed}",
            ClockState.NotNeeded => $"clock-not-needed{timed}",
            ClockState.Lapsed => "appeal-lapsed",
            ClockState.NotApplicable => "clock-not-applicable",
            _ => "clock-undecided",
        };
        object[] arguments =
        [
            clock.Rule.Sentence,
            clock.Due?.Words ?? Nothing,
            clock.Done is { } done ? DanishWords.Of(done) : Nothing,
            clock.Late is { } late ? DanishWords.Of(late) : Nothing,
            clock.Reason ?? Nothing,
            clock.Times,
        ];
        var said = CoercionTexts.Of(id, arguments);
        return clock.Due?.Doubt is { } doubt ? Join(said, Doubtful(doubt)) : said;
    }

    private static readonly TranslatedText Nothing = new("", "", "");

    private static TranslatedText Doubtful(WorkingDayCount doubt)
    {
        var names = doubt.Doubtful.Select(static holiday => holiday.Name).ToList();
        var joined = new TranslatedText("", string.Join(", ", names.Select(static name => name.English)), string.Join(", ", names.Select(static name => name.Danish)));
        return CoercionTexts.Of("holiday-doubt", joined, DanishWords.Of(doubt.Otherwise));
    }

    private static TranslatedText Join(TranslatedText one, TranslatedText other) => new($"{one.Text} {other.Text}", $"{one.English} {other.English}", $"{one.Danish} {other.Danish}");
}
