namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Where the citizen lives on the day asked for.</summary>
/// <param name="Municipality">Municipality; null when only a region is asked for, or nothing.</param>
/// <param name="Region">Region on that day; null when it is not known or nothing is asked for.</param>
/// <param name="Day">The day.</param>
internal sealed record CitizenArea(Municipality? Municipality, Region? Region, DateOnly Day)
{
    /// <summary>Whether no place is asked for.</summary>
    public bool IsAnywhere => Municipality is null && Region is null;

    /// <summary>How near an offer with that coverage is.</summary>
    /// <param name="coverage">Whose citizens it is for.</param>
    /// <param name="areas">Finds the region of its municipalities.</param>
    public Nearness Of(Coverage coverage, AreaTable areas)
    {
        if (coverage.IsNotTold)
        {
            return Nearness.NotTold;
        }

        if (coverage.IsNationwide)
        {
            return Nearness.Country;
        }

        if (Municipality is { } municipality && coverage.Municipalities.Contains(municipality.Code, StringComparer.Ordinal))
        {
            return Nearness.Municipality;
        }

        if (IsAnywhere)
        {
            return coverage.Regions.Count > 0 ? Nearness.Region : Nearness.PartOfRegion;
        }

        if (Region is not null && coverage.Regions.Any(region => region.On(Day) == Region))
        {
            return Nearness.Region;
        }

        return Municipality is null && coverage.Municipalities.Any(code => areas.MunicipalityOf(code)?.Region?.On(Day) == Region) ? Nearness.PartOfRegion : Nearness.Elsewhere;
    }
}
