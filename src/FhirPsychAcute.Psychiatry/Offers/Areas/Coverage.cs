namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Whose citizens an offer is for.</summary>
/// <param name="Municipalities">Kommunekoder.</param>
/// <param name="Regions">Regions.</param>
/// <param name="IsNationwide">Everybody's.</param>
internal sealed record Coverage(IReadOnlyList<string> Municipalities, IReadOnlyList<Region> Regions, bool IsNationwide)
{
    /// <summary>Whether the entry says nothing that could be understood.</summary>
    public bool IsNotTold => !IsNationwide && Municipalities.Count == 0 && Regions.Count == 0;
}

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
