namespace FhirPsychAcute.Psychiatry.Reading;

/// <summary>A search that gathers what a question needs, as FHIR writes it (http://hl7.org/fhir/R4/search.html): type and query, usually with _include and _revinclude.</summary>
/// <param name="Type">Resource type searched.</param>
/// <param name="Query">Names and values, not percent-encoded.</param>
public sealed record Gathering(string Type, params IReadOnlyList<(string Name, string Value)> Query)
{
    /// <summary>A token or identifier as a search value: <c>system|value</c>, what has a meaning in search values escaped (R4 search 3.1.1.4.0.3).</summary>
    public static string Token(string system, string value) => $"{Escaped(system)}|{Escaped(value)}";

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal);
}
