using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Indicators.Figures;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Referrals;

/// <summary>The indicators of referrals: those sent in the period and what has become of them (S1:5659-5669, analysis of where calls lead), and nights in akuttilbud that began in it.</summary>
internal sealed class ReferralMeasure : IndicatorMeasure
{
    // A request may be written before its task, or the task again for another receiver.
    private static readonly TimeSpan Margin = TimeSpan.FromDays(31);

    private static readonly Variable<ReferralTally> Sent = new("sent", static tally => tally.Sent);

    private static readonly GroupDefinition<ReferralTally>[] Groups =
    [
        GroupDefinition<ReferralTally>.Counting("referrals-sent", Sent),
        Share("accepted", static tally => tally.Accepted),
        Share("declined", static tally => tally.Declined),
        Share("arrived", static tally => tally.Arrived),
        Share("no-show", static tally => tally.NoShow),
        Share("returned", static tally => tally.Returned),
        Share("cancelled", static tally => tally.Cancelled),
        Share("overdue", static tally => tally.Overdue),
        GroupDefinition<ReferralTally>.Counting("stays", new("stays", static tally => tally.Stays)),
        GroupDefinition<ReferralTally>.Counting("nights", new("nights", static tally => tally.Nights)),
    ];

    private static readonly KnownSum[] Sums =
    [
        KnownSum.Within("declined", "sent", "task-state", "declined"),
        KnownSum.Within("no-show", "sent", "task-state", "no-show"),
        KnownSum.Within("returned", "sent", "task-state", "returned"),
        KnownSum.Within("cancelled", "sent", "task-state", "cancelled-by-citizen", "cancelled-by-sender"),
        KnownSum.Within("arrived", "sent", "task-state", "arrived", "in-progress", "completed"),
        KnownSum.Within("accepted", "sent", "task-state", "accepted", "booked", "arrived", "in-progress", "completed", "no-show", "returned"),
    ];

    private static readonly Stratifier<ReferralFact>[] Stratifiers =
    [
        new(new Dimension<ReferralFact>("region", static referral => referral.Region)),
        new(new Dimension<ReferralFact>("municipality", static referral => referral.Municipality)),
        new(new Dimension<ReferralFact>("urgency", static referral => referral.Urgency)) { Groups = ["referrals-sent", "referrals-accepted", "referrals-arrived", "referrals-no-show"] },
        new(new Dimension<ReferralFact>("task-state", static referral => referral.State)) { Groups = ["referrals-sent"] },
        new(new Dimension<ReferralFact>("task-reason", static referral => referral.DeclinedBecause)) { Groups = ["referrals-declined"] },
    ];

    /// <inheritdoc/>
    public override string Id => "psychacute-referrals";

    /// <inheritdoc/>
    public override IReadOnlyList<string> StratifierCodes { get; } = [.. Stratifiers.Select(static stratifier => stratifier.Code)];

    /// <inheritdoc/>
    internal override async Task<MeasureFigures> CountAsync(IIndicatorSource source, IndicatorQuestion question, CancellationToken cancellationToken)
    {
        var places = await Places.ReadAsync(source, new Regions(question.Rules.Read("regions")), cancellationToken);
        var requests = await Requests.ReadAsync(source, question.Period, Margin, cancellationToken);
        var counted = new Tabulation<ReferralFact, ReferralTally>(Stratifiers);
        await ScanAsync(new Gathering("Task", question.Period.Search("authored-on")), task => Referral(task, question, places, requests));
        await ScanAsync(
            new Gathering("Encounter", [("class", "http://terminology.hl7.org/CodeSystem/v3-ActCode|SS"), .. question.Period.Search("date")]), night => Night(night, question, places));
        var (groups, sums) = new FiguresBuilder<ReferralFact, ReferralTally>(counted, Groups, Sums).Build();
        return new MeasureFigures(Canonical, groups, sums, []);

        Task ScanAsync(Gathering wanted, Func<ResourceDocument, ReferralFact?> read) => source.ScanAsync(
            wanted, static () => new Tabulation<ReferralFact, ReferralTally>(Stratifiers),
            (part, resource) =>
            {
                if (read(resource) is { } fact)
                {
                    part.Add(fact);
                }
            },
            counted.Merge,
            cancellationToken);
    }

    private static ReferralFact? Referral(ResourceDocument task, IndicatorQuestion question, Places places, Requests requests)
    {
        var root = task.Root;
        if (root.Child("businessStatus").CodeOf(Codes.TaskState) is not { } state || root.ChildValue("status") == "entered-in-error"
            || root.TimeIn("authoredOn") is not { } sent || !question.Counts(sent) || requests.Of(root) is not { IsDispatch: false } request)
        {
            return null;
        }

        var (requester, owner) = (root.ReferenceIn("requester"), root.ReferenceIn("owner"));
        if (question.Organization is { } organization && !places.IsWithin(requester, organization) && !places.IsWithin(owner, organization))
        {
            return null;
        }

        var day = DanishTime.Day(sent);
        var limit = root.Child("restriction") is { Exists: true } restriction ? restriction.PeriodIn("period").End : null;
        return new ReferralFact
        {
            State = state,
            DeclinedBecause = state == "declined" ? root.Child("statusReason").CodeOf(Codes.TaskReason) ?? Codes.Unknown : null,
            IsOverdue = state is "sent" or "received" or "accepted" or "booked" && limit < question.At,
            Urgency = request.Urgency,
            Region = places.Region(requester, day) ?? places.Region(owner, day) ?? Codes.Unknown,
            Municipality = places.Municipality(owner) ?? Codes.Unknown,
        };
    }

    private static ReferralFact? Night(ResourceDocument encounter, IndicatorQuestion question, Places places)
    {
        var root = encounter.Root;
        var provider = root.ReferenceIn("serviceProvider");
        if (root.Child("class").ChildValue("code") != "SS" || root.ChildValue("status") is null or "entered-in-error" or "cancelled" or "planned"
            || root.PeriodIn("period").Start is not { } start || !question.Counts(start)
            || (question.Organization is { } organization && !places.IsWithin(provider, organization)))
        {
            return null;
        }

        return new ReferralFact
        {
            IsFirstNight = !root.Child("partOf").Exists,
            Region = places.Region(provider, DanishTime.Day(start)) ?? Codes.Unknown,
            Municipality = places.Municipality(provider) ?? Codes.Unknown,
        };
    }

    private static GroupDefinition<ReferralTally> Share(string code, Func<ReferralTally, long> part) => GroupDefinition<ReferralTally>.Share("referrals-" + code, new(code, part), Sent);
}
