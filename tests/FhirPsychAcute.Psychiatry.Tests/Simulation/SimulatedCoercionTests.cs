using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Tests.Simulation;

/// <summary>A year's coercion against the figures that are published for 2023 (profiles/rules/published-2023.csv).</summary>
public sealed class SimulatedCoercionTests(PublishedYear published) : IClassFixture<PublishedYear>
{
    [Theory]
    [InlineData("fastholdelse", true, 1016, 119)]
    [InlineData("fastholdelse", false, 2776, 857)]
    [InlineData("baelte", true, 616, 58)]
    [InlineData("baelte", false, 3589, 1039)]
    public void Episodes_and_persons_by_age_are_the_published_ones(string measure, bool isChild, int episodes, int persons)
    {
        var found = published.Episodes.Where(episode => episode.Family == measure && episode.IsChild == isChild).ToList();

        Assert.Equal(episodes, found.Count);
        Assert.Equal(persons, found.DistinctBy(episode => episode.Person, StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(true, 317, 644, 55)]
    [InlineData(false, 367, 2251, 158)]
    public void Holdings_last_as_long_as_published(bool isChild, int shorter, int middle, int longer)
    {
        var minutes = published.Episodes.Where(episode => episode.Measure == "fastholdelse" && episode.IsChild == isChild).Select(episode => episode.Length.TotalMinutes).ToList();

        Assert.Equal(shorter, minutes.Count(length => length < 2));
        Assert.Equal(middle, minutes.Count(length => length is >= 2 and <= 30));
        Assert.Equal(longer, minutes.Count(length => length > 30));
    }

    [Fact]
    public void Belts_of_children_last_as_long_and_have_the_reasons_that_are_published()
    {
        var belts = published.Episodes.Where(episode => episode.Family == "baelte" && episode.IsChild).ToList();

        Assert.Equal(249, belts.Count(belt => belt.Length.TotalHours < 1));
        Assert.Equal(131, belts.Count(belt => belt.Length.TotalHours is >= 1 and <= 4));
        Assert.Equal(236, belts.Count(belt => belt.Length.TotalHours > 4));
        Assert.Equal(534, belts.Count(belt => belt.Reason == "farlighed"));
        Assert.Equal(53, belts.Count(belt => belt.Reason == "tvangsernaering"));
        Assert.Equal(21, belts.Count(belt => belt.Reason == "somatisk-behandling"));
        Assert.Equal(312, belts.Count(belt => belt.Reason == "farlighed" && belt.Length.TotalHours <= 4));
        Assert.Equal(222, belts.Count(belt => belt.Reason == "farlighed" && belt.Length.TotalHours > 4));
    }

    [Fact]
    public void Belts_of_adults_last_as_long_and_have_the_reasons_that_are_published()
    {
        var belts = published.Episodes.Where(episode => episode.Family == "baelte" && !episode.IsChild).ToList();

        Assert.Equal(1184, belts.Count(belt => belt.Length.TotalHours <= 4));
        Assert.Equal(2405, belts.Count(belt => belt.Length.TotalHours > 4));
        Assert.Equal(3230, belts.Count(belt => belt.Reason == "farlighed"));
        Assert.Equal(130, belts.Count(belt => belt.Reason == "somatisk-behandling"));
        Assert.InRange(belts.Count(belt => belt.Reason == "tvangsernaering"), 1, 4);
        Assert.Equal(94, belts.Count(belt => belt.Measure == "frivilligt-baelte"));
    }

    [Fact]
    public void As_many_belts_last_over_24_and_over_48_hours_as_published()
    {
        var belts = published.Episodes.Where(episode => episode.Measure == "baelte").ToList();

        Assert.Equal(589, belts.Count(belt => belt.Length.TotalHours > 24));
        Assert.Equal(269, belts.Count(belt => belt.Length.TotalHours > 48));
    }

    [Fact]
    public void Every_episode_begins_in_the_year_and_lies_in_the_admission() => Assert.All(published.Episodes, episode =>
    {
        Assert.Equal(2023, DanishTime.Day(episode.Start).Year);
        Assert.InRange(episode.Start, published.Admissions[episode.Admission].Start, published.Admissions[episode.Admission].End);
    });

    [Fact]
    public void Measures_of_one_person_do_not_overlap()
    {
        var inOrder = published.Episodes.GroupBy(episode => episode.Person, StringComparer.Ordinal).Select(person => person.OrderBy(episode => episode.Start).ToList());

        Assert.All(inOrder, episodes => Assert.All(episodes.Zip(episodes.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(400)]
    [InlineData(12_000)]
    public void Another_number_of_episodes_is_met_exactly(int wanted)
    {
        var year = Collected.Year(0, coercion: wanted);

        Assert.Equal(wanted, PublishedYear.Read(year).Count(episode => episode.Family is "baelte" or "fastholdelse"));
    }
}

/// <summary>The year 2023 with as many episodes as published.</summary>
public sealed class PublishedYear
{
    /// <summary>Simulates it once for all tests.</summary>
    public PublishedYear()
    {
        var year = Collected.Year(0, coercion: null, year: 2023);
        Episodes = Read(year);
        Admissions = year.Of("Encounter", "contact").Where(contact => contact.Child("class").ChildValue("code") == "IMP").ToDictionary(
            admission => admission.ChildValue("id")!, admission => (Time(admission.Child("period").ChildValue("start")), Time(admission.Child("period").ChildValue("end"))), StringComparer.Ordinal);
    }

    internal List<SimulatedEpisode> Episodes { get; }

    internal Dictionary<string, (DateTimeOffset Start, DateTimeOffset End)> Admissions { get; }

    internal static List<SimulatedEpisode> Read(Collected year)
    {
        var births = year.Of("Patient").ToDictionary(
            patient => "Patient/" + patient.ChildValue("id"), patient => int.Parse(patient.ChildValue("birthDate")![..4], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return
        [
            .. from episode in year.Of("Procedure", "coercion-episode")
               where !episode.Child("partOf").Exists
               let period = episode.Child("performed")
               let isPeriod = period.ChildValue("start") is not null
               let start = Time(isPeriod ? period.ChildValue("start") : period.Value)
               let person = episode.Child("subject").ChildValue("reference")!
               let measure = Code(episode.Child("code"))
               select new SimulatedEpisode(
                   measure, Code(episode.ChildrenNamed("reasonCode").ToList()[0]), person, start.Year - births[person] < 18, start,
                   isPeriod ? Time(period.ChildValue("end")) - start : TimeSpan.Zero, episode.Child("encounter").ChildValue("reference")!["Encounter/".Length..]),
        ];
    }

    private static string Code(Element concept) => concept.ChildrenNamed("coding").ToList()[0].ChildValue("code")!;

    private static DateTimeOffset Time(string? text) => DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture);
}

/// <summary>One episode as it was written.</summary>
internal sealed record SimulatedEpisode(string Measure, string Reason, string Person, bool IsChild, DateTimeOffset Start, TimeSpan Length, string Admission)
{
    /// <summary>The voluntary belt is counted among the belts, as published.</summary>
    public string Family => Measure == "frivilligt-baelte" ? "baelte" : Measure;
}
