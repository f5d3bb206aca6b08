namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Room at a moment (extension psychacute-capacity).</summary>
/// <param name="Places">Places in all.</param>
/// <param name="Free">Free ones.</param>
/// <param name="AsOf">When that was so.</param>
internal sealed record Capacity(int Places, int Free, DateTimeOffset AsOf);
