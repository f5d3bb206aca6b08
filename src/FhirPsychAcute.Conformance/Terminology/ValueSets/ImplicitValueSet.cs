using System.Text;
using System.Text.Json;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.ValueSets;

/// <summary>
/// Value sets that exist by their url alone: SNOMED CT's <c>?fhir_vs</c> (R4 snomedct 4.3.1.0.7), LOINC's answer lists and hierarchies (R4 loinc 4.3.2.0.4),
/// UCUM's <c>/vs</c> (R4 ucum 4.3.3.0.4).
/// </summary>
internal static class ImplicitValueSet
{
    private const string Snomed = "http://snomed.info/sct";
    private const string Loinc = "http://loinc.org";
    private const string Ucum = "http://unitsofmeasure.org";

    /// <summary>The value set that the url describes; null when it describes none.</summary>
    public static ResourceDocument? Of(string canonical, SchemaCatalog schema)
    {
        var url = canonical.Split('|')[0];
        if (Include(url) is not { } include)
        {
            return null;
        }

        var json = $$$"""{"resourceType":"ValueSet","url":{{{JsonSerializer.Serialize(url)}}},"status":"active","compose":{"include":[{{{include}}}]}}""";
        return ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), schema).Document;
    }

    private static string? Include(string url)
    {
        if (url.StartsWith(Snomed, StringComparison.Ordinal) && url.IndexOf("?fhir_vs", StringComparison.Ordinal) is var query and > 0)
        {
            return OfSnomed(url[(query + "?fhir_vs".Length)..]);
        }

        return url switch
        {
            Loinc + "/vs" => Whole(Loinc),
            _ when url.StartsWith(Loinc + "/vs/LL", StringComparison.Ordinal) => Filter(Loinc, "LIST", "=", url[(Loinc.Length + 4)..]),
            _ when url.StartsWith(Loinc + "/vs/", StringComparison.Ordinal) => Filter(Loinc, "ancestor", "=", url[(Loinc.Length + 4)..]),
            Ucum + "/vs" => Whole(Ucum),
            _ when url.StartsWith(Ucum + "/vs/", StringComparison.Ordinal) => Filter(Ucum, "canonical", "=", Uri.UnescapeDataString(url[(Ucum.Length + 4)..])),
            _ => null,
        };
    }

    private static string? OfSnomed(string rest) => rest switch
    {
        "" => Whole(Snomed),
        "=refset" => Filter(Snomed, "concept", "exists", "true"),
        _ when rest.StartsWith("=isa/", StringComparison.Ordinal) => Filter(Snomed, "concept", "is-a", rest[5..]),
        _ when rest.StartsWith("=refset/", StringComparison.Ordinal) => Filter(Snomed, "concept", "in", rest[8..]),
        _ when rest.StartsWith("=ecl/", StringComparison.Ordinal) => Filter(Snomed, "constraint", "=", Uri.UnescapeDataString(rest[5..])),
        _ => null,
    };

    private static string Whole(string system) => $$"""{"system":"{{system}}"}""";

    private static string Filter(string system, string property, string op, string value) =>
        $$$"""{"system":"{{{system}}}","filter":[{"property":"{{{property}}}","op":"{{{op}}}","value":{{{JsonSerializer.Serialize(value)}}}}]}""";
}
