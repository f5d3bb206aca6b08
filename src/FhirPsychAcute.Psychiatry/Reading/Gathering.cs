namespace FhirPsychAcute.Psychiatry.Reading;

/// <summary>A search that gathers what a question needs, as FHIR writes it (http://hl7.org/fhir/R4/search.html): type and query, usually with _include and _revinclude.</summary>
/// <param name="Type">Resource type searched.</param>
/// <param name="Query">Names and values, not percent-encoded.</param>
public sealed record Gathering(string Type, params IReadOnlyList<(string Name, string Value)> Query);
