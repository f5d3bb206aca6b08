using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Coercion;
using FhirPsychAcute.Psychiatry.Indicators.Figures;
using FhirPsychAcute.Psychiatry.Indicators.Reading;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Coercion;

/// <summary>
/// The indicators of coercion: episodes and persons per measure, the target for 2030 per 100,000 citizens with its line (S1:70-74, 7204-7214), belts and holdings by length and reason
/// (S1:2472-2986). What begins in the period is counted.
/// </summary>
internal sealed class CoercionMeasure : IndicatorMeasure
{
    private static readonly Variable<EpisodeTally> Episodes = new("episodes", static tally => tally.Episodes);
    private static readonly Variable<EpisodeTally> Persons = new("persons", static tally => tally.Persons) { AddsUp = false };
    private static readonly Variable<EpisodeTally> Target = new("target-episodes", static tally => tally.Target);
    private static readonly Variable<EpisodeTally> Belts = new("belts", static tally => tally.Belts);
    private static readonly Variable<EpisodeTally> Holdings = new("holdings", static tally => tally.Holdings);

    private static readonly string[] Bands = ["belts", "holdings"];
    private static readonly string[] Halves = ["belts", "belts-danger", "belts-voluntary"];

    // The target and its baseline are of the whole.
    private static readonly string[] Divided =
    [
        "episodes", "persons", "target-episodes", "belts", "belts-long", "belts-over-24", "belts-over-48", "belts-danger", "belts-feeding", "belts-somatic", "belts-voluntary", "holdings",
        "holdings-long",
    ];
    private static readonly string[] Counts = ["episodes", "persons"];

    private static readonly Dimension<EpisodeFact> Region = new("region", static episode => episode.Region);
    private static readonly Dimension<EpisodeFact> Age = new("age", static episode => episode.Age);
    private static readonly Dimension<EpisodeFact> Measure = new("measure", static episode => episode.Measure);
    private static readonly Dimension<EpisodeFact> Band = new("duration-band", static episode => episode.Band);
    private static readonly Dimension<EpisodeFact> ShortLong = new("short-long", static episode => episode.ShortLong);

    private static readonly Stratifier<EpisodeFact>[] Stratifiers =
    [
        new(Region) { Groups = Divided },
        new(Age) { Groups = Divided },
        new(new Dimension<EpisodeFact>("municipality", static episode => episode.Municipality)) { Groups = ["episodes", "persons", "target-episodes"] },
        new(Measure) { Groups = Counts },
        new(Age, Measure) { Groups = Counts },
        new(Region, Measure) { Groups = Counts },
        new(new Dimension<EpisodeFact>("reason", static _ => null) { Several = static episode => episode.Reasons }) { Groups = ["episodes", "belts"] },
        new(Band) { Groups = Bands },
        new(Age, Band) { Groups = Bands },
        new(ShortLong) { Groups = Halves },
        new(Age, ShortLong) { Groups = Halves },
    ];

    /// <inheritdoc/>
    public override string Id => "psychacute-coercion";

    /// <inheritdoc/>
    public override IReadOnlyList<string> StratifierCodes { get; } = [.. Stratifiers.Select(static stratifier => stratifier.Code)];

    /// <inheritdoc/>
    internal override async Task<MeasureFigures> CountAsync(IIndicatorSource source, IndicatorQuestion question, CancellationToken cancellationToken)
    {
        var regions = new Regions(question.Rules.Read("regions"));
        var target = new TargetRule(question.Rules);
        var places = await Places.ReadAsync(source, regions, cancellationToken);
        var reading = new EpisodeReading(
            question, new CoercionRules(question.Rules), target, places, await Admissions.ReadAsync(source, cancellationToken), await People.ReadAsync(source, cancellationToken),
            new AgeGroups(question.Rules));
        var counted = await CountAsync(source, reading, question.Period, cancellationToken);
        var baseline = new SortedDictionary<int, long>();
        for (var year = target.BaselineFrom; target.BaselineRate is null && year <= target.BaselineTo; year++)
        {
            var period = IndicatorPeriod.OfYear(year);
            baseline[year] = (period == question.Period ? counted : await CountAsync(source, reading, period, cancellationToken)).Total.Target;
        }

        var home = question.Organization is null ? Population.Denmark : places.RegionItself(question.Organization);
        var rates = new Rates(new Population(question.Rules.Read("population"), regions), question.Period.Year, home);
        var line = new TargetLine(target, rates, baseline);
        var (groups, sums) = new FiguresBuilder<EpisodeFact, EpisodeTally>(
            counted, Groups(rates, line, question.Period.Year), Sums(target)).Build();
        return new MeasureFigures(Canonical, groups, sums, [.. Remarks(question, rates, line)]);
    }

    private static async Task<Tabulation<EpisodeFact, EpisodeTally>> CountAsync(IIndicatorSource source, EpisodeReading reading, IndicatorPeriod period, CancellationToken cancellationToken)
    {
        var counted = new Tabulation<EpisodeFact, EpisodeTally>(Stratifiers);
        await source.ScanAsync(
            new Gathering("Procedure", [("category", $"{CoercionCodes.Category}|{CoercionCodes.Coercion}"), .. period.Search("date")]),
            static () => new Tabulation<EpisodeFact, EpisodeTally>(Stratifiers),
            (part, procedure) =>
            {
                if (reading.Read(procedure) is { } episode && period.Holds(episode.Start))
                {
                    part.Add(episode);
                }
            },
            counted.Merge,
            cancellationToken);
        return counted;
    }

    private static IReadOnlyList<GroupDefinition<EpisodeTally>> Groups(Rates rates, TargetLine line, int year)
    {
        GroupDefinition<EpisodeTally> Rate(string code, Variable<EpisodeTally> variable) =>
            new(code, [("initial-population", variable)], (tally, place) => rates.Of(variable.Of(tally), place));
        GroupDefinition<EpisodeTally> Line(string code, decimal? rate) =>
            new(code, [("initial-population", new Variable<EpisodeTally>("baseline", _ => line.Episodes) { AddsUp = false })], (_, _) => Rates.Rate(rate));
        GroupDefinition<EpisodeTally> Share(string code, Func<EpisodeTally, long> part, Variable<EpisodeTally> whole) =>
            GroupDefinition<EpisodeTally>.Share(code, new(code, part), whole);
        return
        [
            Rate("episodes", Episodes),
            Rate("persons", Persons),
            Rate("target-episodes", Target),
            Line("target-baseline", line.Baseline),
            Line("target-path", line.Of(year)),
            Rate("belts", Belts),
            Share("belts-long", static tally => tally.LongBelts, Belts),
            Share("belts-over-24", static tally => tally.Over24, Belts),
            Share("belts-over-48", static tally => tally.Over48, Belts),
            Share("belts-danger", static tally => tally.Danger, Belts),
            Share("belts-feeding", static tally => tally.Feeding, Belts),
            Share("belts-somatic", static tally => tally.Somatic, Belts),
            GroupDefinition<EpisodeTally>.Counting("belts-voluntary", new("belts-voluntary", static tally => tally.Voluntary)),
            Rate("holdings", Holdings),
            Share("holdings-long", static tally => tally.LongHoldings, Holdings),
        ];
    }

    private static IReadOnlyList<KnownSum> Sums(TargetRule target) =>
    [
        KnownSum.Within("belts", "episodes", "measure", "baelte"),
        KnownSum.Within("holdings", "episodes", "measure", "fastholdelse"),
        KnownSum.Within("target-episodes", "episodes", "measure", target.Measures),
        KnownSum.Within("belts-long", "belts", "short-long", "long"),
        KnownSum.Within("belts-long", "belts", "duration-band", "4-24", "24-48", "gt48"),
        KnownSum.Within("belts-over-24", "belts", "duration-band", "24-48", "gt48"),
        KnownSum.Within("belts-over-48", "belts", "duration-band", "gt48"),
        KnownSum.Within("holdings-long", "holdings", "duration-band", "gt30"),
        KnownSum.Within("belts-danger", "belts", "reason", "farlighed"),
        KnownSum.Within("belts-feeding", "belts", "reason", "tvangsernaering"),
        KnownSum.Within("belts-somatic", "belts", "reason", "somatisk-behandling"),
        new(new("belts", "short-long", "short"), [new("belts", "duration-band", "lt1"), new("belts", "duration-band", "1-4")]),
    ];

    private static IEnumerable<OutcomeIssue> Remarks(IndicatorQuestion question, Rates rates, TargetLine line)
    {
        if (!question.Period.IsYear)
        {
            yield return Rates.Remark("indicators.not-a-year");
        }

        foreach (var remark in line.Remarks().Concat(rates.Remarks()))
        {
            yield return remark;
        }
    }
}
