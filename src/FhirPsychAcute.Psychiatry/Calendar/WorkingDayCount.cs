namespace FhirPsychAcute.Psychiatry.Calendar;

/// <summary>The end of a number of working days.</summary>
/// <param name="Last">The last of them, with unverified holidays as working days.</param>
/// <param name="Otherwise">The last of them if the unverified holidays on the way are none; the same where there are none.</param>
/// <param name="Doubtful">Unverified holidays that were counted as working days.</param>
public sealed record WorkingDayCount(DateOnly Last, DateOnly Otherwise, IReadOnlyList<Holiday> Doubtful);
