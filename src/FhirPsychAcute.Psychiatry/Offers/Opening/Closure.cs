namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Days or hours on which an offer is closed although its weekly hours say otherwise.</summary>
/// <param name="From">First moment, in ticks of UTC.</param>
/// <param name="To">First moment after.</param>
/// <param name="Description">Why, as the entry says.</param>
internal readonly record struct Closure(long From, long To, string? Description);
