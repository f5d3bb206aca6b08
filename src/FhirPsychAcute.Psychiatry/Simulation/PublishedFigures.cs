using FhirPsychAcute.Psychiatry.Rules;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>The published counts of 2023 (published-2023.csv), scaled to the number of episodes that was asked for.</summary>
internal sealed class PublishedFigures
{
    private readonly IReadOnlyList<RuleRow> rows;

    /// <summary>Reads the figures.</summary>
    /// <param name="rules">The dated tables.</param>
    /// <param name="episodes">Episodes of belt and holding; null: as published.</param>
    public PublishedFigures(SimulationRules rules, int? episodes)
    {
        rows = rules.Read("published-2023");
        int[] published = [HoldingBands("under-18").Sum(), HoldingBands("adult").Sum(), Of("episodes", "under-18", "baelte"), Of("episodes", "adult", "baelte")];
        Published = published.Sum();
        Wanted = episodes ?? Published;
        var shares = Apportionment.Of(Wanted, published);
        (ChildHoldings, AdultHoldings, ChildBelts, AdultBelts) = (shares[0], shares[1], shares[2], shares[3]);
    }

    /// <summary>Episodes of belt and holding in 2023; of adults' holdings the sum of the bands, as the printed total is a misprint.</summary>
    public int Published { get; }

    /// <summary>Episodes that were asked for.</summary>
    public int Wanted { get; }

    /// <summary>Holdings of people under 18.</summary>
    public int ChildHoldings { get; }

    /// <summary>Holdings of adults.</summary>
    public int AdultHoldings { get; }

    /// <summary>Belts of people under 18.</summary>
    public int ChildBelts { get; }

    /// <summary>Belts of adults, the voluntary ones among them.</summary>
    public int AdultBelts { get; }

    /// <summary>Published holdings under 2 minutes, from 2 to 30, and over 30.</summary>
    public int[] HoldingBands(string age) => [Of("band-lt2", age, "fastholdelse"), Of("band-2-30", age, "fastholdelse"), Of("band-gt30", age, "fastholdelse")];

    /// <summary>A published count.</summary>
    /// <exception cref="RuleException">There is none.</exception>
    public int Of(string figure, string age, string measure) =>
        rows.FirstOrDefault(row => row.Text("figure") == figure && row.Text("age") == age && row.Text("measure") == measure && row.Text("qualifier") is not "printed") is { } row
            ? (int)(row.Number("value") ?? 0)
            : throw new RuleException($"published-2023.csv has no figure '{figure}' '{age}' '{measure}'.");

    /// <summary>A count in proportion to the episodes that were asked for; persons are at least one where there is an episode, and at most as many.</summary>
    public int Scaled(int count) => (int)(((long)count * Wanted + (Published / 2)) / Published);

    /// <summary>Persons among whom so many episodes are shared.</summary>
    public int Persons(int published, int episodes) => episodes == 0 ? 0 : Math.Clamp(Scaled(published), 1, episodes);
}
