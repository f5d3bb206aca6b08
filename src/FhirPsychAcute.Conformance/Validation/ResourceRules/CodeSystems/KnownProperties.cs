using System.Collections.Frozen;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.CodeSystems;

/// <summary>
/// The concept properties that FHIR itself defines (http://hl7.org/fhir/R4/codesystem.html#4.8.7 and the code system <c>http://hl7.org/fhir/concept-properties</c>,
/// with those that later publications of it added).
/// </summary>
internal static class KnownProperties
{
    private const string Base = "http://hl7.org/fhir/concept-properties#";

    private static readonly FrozenDictionary<string, string> TypeByCode = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["inactive"] = "boolean",
        ["deprecated"] = "dateTime",
        ["deprecationDate"] = "dateTime",
        ["retirementDate"] = "dateTime",
        ["effectiveDate"] = "dateTime",
        ["notSelectable"] = "boolean",
        ["status"] = "code",
        ["parent"] = "code",
        ["child"] = "code",
        ["partOf"] = "code",
        ["synonym"] = "code",
        ["comment"] = "string",
        ["order"] = "integer",
        ["itemWeight"] = "decimal",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The type that a property of that code has; null when FHIR defines none.</summary>
    public static string? TypeOf(string code) => TypeByCode.GetValueOrDefault(code);

    /// <summary>The uri that a property of that code has.</summary>
    public static string UriOf(string code) => Base + code;

    /// <summary>The code of a property that has that uri; null when FHIR defines none.</summary>
    public static string? CodeOf(string uri) =>
        uri.StartsWith(Base, StringComparison.Ordinal) && TypeByCode.ContainsKey(uri[Base.Length..]) ? uri[Base.Length..] : null;
}
