using FhirPsychAcute.Psychiatry.Indicators.Figures;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Calls;

/// <summary>
/// The indicators of calls (S1:5659-5669): how many, answered or not, waiting, handling and call time, urgency, outcome, call-back, advice from the koordinator. What begins in the period is counted.
/// </summary>
internal sealed class CallMeasure : IndicatorMeasure
{
    // A call-back may be kept, and urgency judged, after midnight of the last day.
    private static readonly TimeSpan Margin = TimeSpan.FromDays(2);

    private static readonly Variable<CallTally> Calls = new("calls", static tally => tally.Calls);
    private static readonly Variable<CallTally> Answered = new("answered", static tally => tally.Answered);
    private static readonly Variable<CallTally> Offered = new("callback-offered", static tally => tally.Offered);
    private static readonly Variable<CallTally> Wanted = new("callback-wanted", static tally => tally.Wanted);
    private static readonly Variable<CallTally> Waited = new("waited", static tally => tally.Waiting.Count);
    private static readonly Variable<CallTally> Handled = new("handled", static tally => tally.Handling.Count);
    private static readonly Variable<CallTally> Talked = new("talked", static tally => tally.Talk.Count);
    private static readonly Variable<CallTally> People = new("people", static tally => tally.People);
    private static readonly Variable<CallTally> Unanswered = new("unanswered", static tally => tally.Unanswered);
    private static readonly Variable<CallTally> Transfers = new("transfers", static tally => tally.Transfers);
    private static readonly Variable<CallTally> CallBacks = new("callback-made", static tally => tally.CallBacks);

    private static readonly GroupDefinition<CallTally>[] Groups =
    [
        GroupDefinition<CallTally>.Counting("people", People),
        GroupDefinition<CallTally>.Counting("calls", Calls),
        GroupDefinition<CallTally>.Share("answered", Answered, Calls),
        GroupDefinition<CallTally>.Share("unanswered", Unanswered, Calls),
        GroupDefinition<CallTally>.Counting("transfers", Transfers),
        GroupDefinition<CallTally>.Counting("callback-made", CallBacks),
        GroupDefinition<CallTally>.Measuring("waiting-median", Waited, static tally => Score.Seconds(tally.Waiting.Median())),
        GroupDefinition<CallTally>.Measuring("waiting-p90", Waited, static tally => Score.Seconds(tally.Waiting.Percentile(90))),
        GroupDefinition<CallTally>.Measuring("handling-median", Handled, static tally => Score.Seconds(tally.Handling.Median())),
        GroupDefinition<CallTally>.Measuring("handling-p90", Handled, static tally => Score.Seconds(tally.Handling.Percentile(90))),
        GroupDefinition<CallTally>.Measuring("talk-median", Talked, static tally => Score.Seconds(tally.Talk.Median())),
        GroupDefinition<CallTally>.Measuring("talk-p90", Talked, static tally => Score.Seconds(tally.Talk.Percentile(90))),
        GroupDefinition<CallTally>.Counting("callback-offered", Offered),
        GroupDefinition<CallTally>.Share("callback-wanted", Wanted, Offered),
        GroupDefinition<CallTally>.Share("callback-kept", new("callback-kept", static tally => tally.Kept), Wanted),
        GroupDefinition<CallTally>.Share("apk-consulted", new("apk-consulted", static tally => tally.Coordinator), Answered),
        GroupDefinition<CallTally>.Share("record-opened", new("record-opened", static tally => tally.Record), Answered),
    ];

    private static readonly KnownSum[] Sums =
    [
        KnownSum.Of("calls", "answered", "unanswered"),
        KnownSum.Of("calls", "people", "transfers", "callback-made"),
        KnownSum.Of("answered", "waited"),
        KnownSum.Of("answered", "handled"),
        KnownSum.Of("answered", "talked"),
    ];

    private static readonly Stratifier<CallFact>[] Stratifiers =
    [
        new(new Dimension<CallFact>("region", static call => call.Region)),
        new(new Dimension<CallFact>("municipality", static call => call.Municipality)),
        new(new Dimension<CallFact>("age", static call => call.Age)),
        new(new Dimension<CallFact>("line", static call => call.Line)),
        new(new Dimension<CallFact>("urgency", static call => call.Urgency)) { Groups = ["calls", "answered", "waiting-median", "waiting-p90", "handling-median", "handling-p90", "apk-consulted"] },
        new(new Dimension<CallFact>("disposition", static _ => null) { Several = static call => call.Dispositions }) { Groups = ["calls"] },
        new(new Dimension<CallFact>("unanswered-reason", static call => call.UnansweredReason)) { Groups = ["unanswered"] },
    ];

    /// <inheritdoc/>
    public override string Id => "psychacute-calls";

    /// <inheritdoc/>
    public override IReadOnlyList<string> StratifierCodes { get; } = [.. Stratifiers.Select(static stratifier => stratifier.Code)];

    /// <inheritdoc/>
    internal override async Task<MeasureFigures> CountAsync(IIndicatorSource source, IndicatorQuestion question, CancellationToken cancellationToken)
    {
        var places = await Places.ReadAsync(source, new Regions(question.Rules.Read("regions")), cancellationToken);
        var people = await Reading.People.ReadAsync(source, cancellationToken);
        var judgements = await Judgements.ReadAsync(source, question.Period, Margin, cancellationToken);
        var reading = new CallReading(question, places, people, new AgeGroups(question.Rules), judgements);
        var counted = new Tabulation<CallFact, CallTally>(Stratifiers);
        var wishes = new CallBackWishes();
        await source.ScanAsync(
            new Gathering("Encounter", [("class", "http://terminology.hl7.org/CodeSystem/v3-ActCode|VR"), .. question.Period.Search("date", Margin)]),
            static () => (Calls: new Tabulation<CallFact, CallTally>(Stratifiers), Wishes: new CallBackWishes()),
            (part, encounter) =>
            {
                if (reading.Read(encounter) is not { } call)
                {
                    return;
                }

                if (question.Counts(call.Fact.Start))
                {
                    part.Calls.Add(call.Fact);
                }

                if (call.Wish is { } wish)
                {
                    part.Wishes.Add(wish);
                }
            },
            part =>
            {
                counted.Merge(part.Calls);
                wishes.Merge(part.Wishes);
            },
            cancellationToken);
        foreach (var wish in wishes.All.Where(wish => question.Counts(wish.Leg.Start)))
        {
            counted.Visit(wish.Leg, wish, static (tally, wish) => tally.Add(wish.IsWanted, wish.IsKept));
        }

        var (groups, sums) = new FiguresBuilder<CallFact, CallTally>(counted, Groups, Sums).Build();
        return new MeasureFigures(Canonical, groups, sums, []);
    }
}
