using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Psychiatry.Indicators.Figures;
using FhirPsychAcute.Psychiatry.Indicators.Reading;

namespace FhirPsychAcute.Psychiatry.Indicators.Coercion;

/// <summary>Counts per 100,000 citizens, and what a reader has to know of the citizens counted.</summary>
/// <param name="population">The figures.</param>
/// <param name="year">The year whose figures are wanted.</param>
/// <param name="home">The region whose citizens the whole is of, <see cref="Population.Denmark"/>, or null where the whole is not of all citizens of a region.</param>
internal sealed class Rates(Population population, int year, string? home)
{
    private readonly HashSet<int> otherYears = [];
    private bool isUnverified;

    /// <summary>A rate; its value is null where the citizens of the stratum are not known.</summary>
    public Score Of(decimal count, Place place) => new(Citizens(place) is { } citizens ? Per(count, citizens) : null, Unit, UnitCode);

    /// <summary>A rate that is computed already.</summary>
    public static Score Rate(decimal? rate) => new(rate is { } known ? Math.Round(known, 1, MidpointRounding.AwayFromZero) : null, Unit, UnitCode);

    /// <summary>A year's rate in the whole, not rounded; null where the citizens are not known.</summary>
    public decimal? OfYear(decimal count, int ofYear) => home is not null && population.Of(home, null, ofYear) is { } citizens ? count * 100_000m / Noted(citizens, ofYear) : null;

    /// <summary>What a reader has to know.</summary>
    public IEnumerable<OutcomeIssue> Remarks()
    {
        if (otherYears.Count > 0)
        {
            yield return Remark("indicators.population-year", year, string.Join(", ", otherYears.Order()));
        }

        if (isUnverified)
        {
            yield return Remark("indicators.population-unverified");
        }

        if (home is null)
        {
            yield return Remark("indicators.population-none");
        }
    }

    internal static OutcomeIssue Remark(string id, params object[] arguments) => PsychiatryMessages.Issue(IssueSeverity.Information, IssueCode.Informational, id, arguments);

    private const string Unit = "indicators.per-100000";
    private const string UnitCode = "/10*5";

    private long? Citizens(Place place)
    {
        if (place["municipality"] is not null || home is null)
        {
            return null;
        }

        var region = place["region"] ?? home;
        return population.Of(region, place["age"], year) is { } citizens ? Noted(citizens, year) : null;
    }

    private static decimal Per(decimal count, long citizens) => Math.Round(count * 100_000m / citizens, 1, MidpointRounding.AwayFromZero);

    private long Noted(Citizens citizens, int wanted)
    {
        if (citizens.Year != wanted)
        {
            otherYears.Add(citizens.Year);
        }

        isUnverified |= !citizens.IsVerified;
        return citizens.Count;
    }
}
