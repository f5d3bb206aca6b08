namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>An after-talk about a measure.</summary>
/// <param name="Offered">When it was offered, or held where that is missing.</param>
/// <param name="IsWithCustodyHolder">Whether it is one with a holder of custody.</param>
public sealed record CaseTalk(DateTimeOffset Offered, bool IsWithCustodyHolder);
