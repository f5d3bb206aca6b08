namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>A municipality and the region that it lies in.</summary>
/// <param name="Code">Kommunekode.</param>
/// <param name="Name">Name, without the word Kommune.</param>
/// <param name="Region">The region; on a day ask it for its successor. Null where it is not known.</param>
internal sealed record Municipality(string Code, string Name, Region? Region);
