namespace FhirPsychAcute.Psychiatry.Offers;

/// <summary>Weekly hours of an offer. Times are seconds after midnight of the day on which it opens; past midnight they go on beyond 24 hours.</summary>
/// <param name="Days">Bit per <see cref="DayOfWeek"/>.</param>
/// <param name="From">Opens.</param>
/// <param name="To">Closes; at most 24 hours after <paramref name="From"/>.</param>
internal readonly record struct OpeningWindow(byte Days, int From, int To);
