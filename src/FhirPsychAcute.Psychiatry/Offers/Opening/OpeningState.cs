namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Whether an offer is open at a moment.</summary>
/// <param name="IsTold">Whether the entry has opening hours at all.</param>
/// <param name="IsOpen">Whether it is open; false when nothing is told.</param>
/// <param name="Closes">When it closes, of an open one; null when no closing is near.</param>
/// <param name="Opens">When it opens next, of a closed one; null when no opening is near.</param>
/// <param name="Because">Why it is closed outside of its weekly hours; null where it is not.</param>
internal readonly record struct OpeningState(bool IsTold, bool IsOpen, DateTimeOffset? Closes, DateTimeOffset? Opens, string? Because);
