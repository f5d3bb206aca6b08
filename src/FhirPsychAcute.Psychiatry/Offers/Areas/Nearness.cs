namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>How near an offer stands to the citizen.</summary>
internal enum Nearness : byte
{
    /// <summary>For the citizens of the municipality asked for.</summary>
    Municipality,
    /// <summary>For everybody in the region.</summary>
    Region,
    /// <summary>For one municipality of the region asked for.</summary>
    PartOfRegion,
    /// <summary>For the whole country.</summary>
    Country,
    /// <summary>The entry does not say.</summary>
    NotTold,
    /// <summary>For citizens of somewhere else.</summary>
    Elsewhere,
}
