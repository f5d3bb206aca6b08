namespace FhirPsychAcute.Psychiatry.Coercion;

/// <summary>An Observation that is part of a measure: a review, a note.</summary>
/// <param name="Code">Code of psychacute-observation.</param>
/// <param name="Time">When.</param>
/// <param name="Outcome">Code of psychacute-review-outcome; null for notes.</param>
public sealed record CaseEvent(string Code, DateTimeOffset Time, string? Outcome);
