namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>An adviser's appointment that covers a measure.</summary>
/// <param name="Appointed">When.</param>
/// <param name="Ended">When it ended; null while it lasts.</param>
/// <param name="Member">Address of the adviser; null where none is named.</param>
public sealed record CaseAdviser(DateTimeOffset Appointed, DateTimeOffset? Ended, string? Member);
