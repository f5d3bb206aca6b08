using FhirPsychAcute.Psychiatry.Rules;
using FhirPsychAcute.Psychiatry.Tests.Simulation;

namespace FhirPsychAcute.Psychiatry.Tests.Indicators;

/// <summary>
/// The indicators over a simulated 2023 against <c>published-2023.csv</c>. A published count is one draw of a process, so a count may lie four standard deviations of a Poisson variable away (once in
/// 16,000 by chance); a share printed in whole per cent may lie half of one, and four standard deviations of its binomial, away. The simulation draws without replacement and lies much nearer.
/// </summary>
public sealed class Published2023Tests(Published2023Tests.Year year) : IClassFixture<Published2023Tests.Year>
{
    /// <summary>The simulated year without calls, counted once.</summary>
    public sealed class Year : IAsyncLifetime
    {
        internal Report Report { get; private set; } = null!;

        public async Task InitializeAsync() =>
            Report = await Report.OfAsync("coercion", new ListedSource(Collected.Year(calls: 0, coercion: null, year: 2023).Resources.Select(static resource => resource.Json)), 2023);

        public Task DisposeAsync() => Task.CompletedTask;
    }

    [Theory]
    [InlineData("persons", "under-18", "fastholdelse", "")]
    [InlineData("persons", "adult", "fastholdelse", "")]
    [InlineData("persons", "under-18", "baelte", "")]
    [InlineData("episodes", "under-18", "fastholdelse", "")]
    [InlineData("episodes", "adult", "fastholdelse", "computed")]
    [InlineData("episodes", "under-18", "baelte", "")]
    public void Persons_and_episodes_are_as_published(string group, string age, string measure, string qualifier) =>
        Near(Published(group, age, measure, qualifier), year.Report.Stratum(group, "age+measure", $"{age}/{measure}"));

    [Theory]
    [InlineData("band-lt2", "lt2")]
    [InlineData("band-2-30", "2-30")]
    [InlineData("band-gt30", "gt30")]
    public void Holdings_by_length_are_as_published(string figure, string band)
    {
        Near(Published(figure, "under-18", "fastholdelse"), year.Report.Stratum("holdings", "age+duration-band", $"under-18/{band}"));
        Near(Published(figure, "adult", "fastholdelse"), year.Report.Stratum("holdings", "age+duration-band", $"adult/{band}"));
    }

    [Fact]
    public void Belts_of_adults_are_published_with_the_voluntary_ones()
    {
        var voluntary = year.Report.Stratum("belts-voluntary", "age", "adult");

        Near(Published("reason-voluntary", "adult", "frivilligt-baelte"), voluntary);
        Near(Published("episodes", "adult", "baelte", "computed"), year.Report.Stratum("belts", "age", "adult") + voluntary);
    }

    [Fact]
    public void Reasons_of_belts_are_as_published()
    {
        Near(Published("reason-danger", "under-18", "baelte"), year.Report.Stratum("belts-danger", "age", "under-18"));
        Near(Published("reason-danger", "adult", "baelte"), year.Report.Stratum("belts-danger", "age", "adult"));
        Near(Published("reason-feeding", "under-18", "baelte"), year.Report.Stratum("belts-feeding", "age", "under-18"));
        Assert.True(year.Report.Stratum("belts-feeding", "age", "adult") < Published("reason-feeding", "adult", "baelte", "fewer than"));
        Near(Published("reason-somatic", "under-18", "baelte"), year.Report.Stratum("belts-somatic", "age", "under-18"));
        Near(Published("reason-somatic", "adult", "baelte"), year.Report.Stratum("belts-somatic", "age", "adult"));
    }

    [Fact]
    public void Long_belts_are_as_published()
    {
        Near(Published("over-24", "all", "baelte"), year.Report.Count("belts-over-24"));
        Near(Published("over-48", "all", "baelte"), year.Report.Count("belts-over-48"));
        Share("share-gt4", "under-18", Part("long", "under-18"), Belts("under-18"));
        Share("share-gt4", "adult", Part("long", "adult"), Belts("adult"));
        Share("share-lt4", "adult", Part("short", "adult"), Belts("adult"));
        Share("share-lt1", "under-18", year.Report.Stratum("belts", "age+duration-band", "under-18/lt1"), Belts("under-18"));
        Share("share-1-4", "under-18", year.Report.Stratum("belts", "age+duration-band", "under-18/1-4"), Belts("under-18"));
    }

    [Theory]
    [InlineData("danger-short", "short", "under-18")]
    [InlineData("danger-long", "long", "under-18")]
    [InlineData("danger-short", "short", "adult")]
    [InlineData("danger-long", "long", "adult")]
    public void Danger_is_the_reason_of_short_and_long_belts_as_published(string figure, string half, string age) =>
        Share(figure, age, year.Report.Stratum("belts-danger", "age+short-long", $"{age}/{half}"), Part(half, age));

    // The published shares are of all belts, the voluntary ones among them; children had none.
    private int Part(string half, string age) =>
        year.Report.Stratum("belts", "age+short-long", $"{age}/{half}") + (age == "adult" ? year.Report.Stratum("belts-voluntary", "age+short-long", $"{age}/{half}") : 0);

    private int Belts(string age) => Part("short", age) + Part("long", age);

    private static void Near(decimal published, int counted) =>
        Assert.InRange(counted, published - (decimal)(4 * Math.Sqrt((double)published)), published + (decimal)(4 * Math.Sqrt((double)published)));

    private static void Share(string figure, string age, int part, int whole)
    {
        var published = Published(figure, age, "baelte");
        var share = (double)published / 100;
        var bound = 0.5m + (decimal)(400 * Math.Sqrt(share * (1 - share) / whole));
        Assert.InRange(part * 100m / whole, published - bound, published + bound);
    }

    private static decimal Published(string figure, string age, string measure, string qualifier = "") =>
        new RuleFolder().Read("published-2023").Single(row => row.Text("figure") == figure && row.Text("age") == age && row.Text("measure") == measure && row.Text("qualifier") == qualifier).Number("value")!.Value;
}
