namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Gathers a <see cref="Coverage"/>.</summary>
internal sealed class CoverageBuilder
{
    /// <summary>Kommunekoder.</summary>
    public SortedSet<string> Municipalities { get; } = new(StringComparer.Ordinal);

    /// <summary>Regions.</summary>
    public HashSet<Region> Regions { get; } = [];

    /// <summary>What was gathered.</summary>
    public Coverage ToCoverage(bool isNationwide) => new([.. Municipalities], [.. Regions], isNationwide && Municipalities.Count == 0 && Regions.Count == 0);
}
