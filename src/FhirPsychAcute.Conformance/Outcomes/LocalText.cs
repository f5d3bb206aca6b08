namespace FhirPsychAcute.Conformance.Outcomes;

/// <summary>A word or phrase as argument of a text, itself put in the reader's language.</summary>
/// <param name="Id">Id of the phrase in the same catalogue.</param>
public sealed record LocalText(string Id);
