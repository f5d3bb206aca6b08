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
