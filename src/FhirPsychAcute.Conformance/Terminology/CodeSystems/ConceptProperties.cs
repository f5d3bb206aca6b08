using System.Globalization;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.CodeSystems;

/// <summary>
/// What concepts say of themselves in CodeSystem.concept.property. Properties of known meaning are recognised by their uri, and by their code where the
/// definition gives no uri (http://hl7.org/fhir/R4/codesystem-concept-properties.html).
/// </summary>
internal sealed class ConceptProperties
{
    private const string Standard = "http://hl7.org/fhir/concept-properties#";

    private static readonly string[] StandardCodes =
        ["status", "inactive", "notSelectable", "parent", "child", "subsumedBy", "deprecated", "deprecationDate", "retirementDate", "effectiveDate"];

    private const byte Known = 1;
    private const byte Inactive = 2;
    private const byte Abstract = 4;

    private readonly CompiledCodeSystem system;

    // Worked out when a concept is first asked for; whoever comes at the same time works out the same.
    private readonly byte[] marks;
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    public ConceptProperties(CompiledCodeSystem system)
    {
        this.system = system;
        marks = new byte[system.Count];
        foreach (var property in system.Supplements.Prepend(system).SelectMany(part => part.Root.ChildrenNamed(system.Names.Property).ToList()))
        {
            if (property.ChildValue("code") is { } code && property.ChildValue("uri") is { } uri && uri.StartsWith(Standard, StringComparison.Ordinal))
            {
                codes.TryAdd(uri[Standard.Length..], code);
            }
        }

        foreach (var code in StandardCodes)
        {
            codes.TryAdd(code, code);
        }
    }

    /// <summary>The properties of a concept: CodeSystem.concept.property.</summary>
    public IEnumerable<Element> Of(int concept) => system.Said(concept).SelectMany(said => said.ChildrenNamed(system.Names.Property).ToList());

    /// <summary>The values of a property of a concept, none when it has none.</summary>
    public IEnumerable<Element> Values(int concept, string code)
    {
        foreach (var property in Of(concept))
        {
            if (property.ChildValue("code") == code && property.Child("value") is { Exists: true } value)
            {
                yield return value;
            }
        }
    }

    /// <summary>The values of a property that FHIR defines the meaning of, by its standard name: <c>notSelectable</c>.</summary>
    public IEnumerable<Element> StandardValues(int concept, string standard) => Values(concept, codes.GetValueOrDefault(standard, standard));

    /// <summary>The status that the concept states; null without.</summary>
    public string? Status(int concept) => First(concept, "status")?.Value;

    /// <summary>Whether the concept is not to be used any more: inactive, retired or deprecated by what it says or by a date that has passed.</summary>
    public bool IsInactive(int concept) => (Marks(concept) & Inactive) != 0;

    /// <summary>Whether the concept only groups others and is not to be chosen itself.</summary>
    public bool IsAbstract(int concept) => (Marks(concept) & Abstract) != 0;

    private byte Marks(int concept) => marks[concept] != 0 ? marks[concept] : marks[concept] = WorkOut(concept);

    private byte WorkOut(int concept)
    {
        if (system.Supplements.Count == 0 && !system.Concept(concept).Child(system.Names.Property).Exists)
        {
            return Known;
        }

        var isInactive = IsTrue(concept, "inactive") || IsTrue(concept, "deprecated")
            || Status(concept) is "retired" or "inactive" or "deprecated" or "withdrawn"
            || HasPassed(concept, "deprecationDate") || HasPassed(concept, "retirementDate");
        return (byte)(Known | (isInactive ? Inactive : 0) | (IsTrue(concept, "notSelectable") ? Abstract : 0));
    }

    private bool IsTrue(int concept, string standard) => First(concept, standard) is { } value && value.ValueEquals("true"u8);

    // Some systems state "deprecated" as the date since when.
    private bool HasPassed(int concept, string standard) =>
        First(concept, standard)?.Value is { Length: >= 4 } text
        && DateTimeOffset.TryParse(text.Length == 4 ? text + "-01-01" : text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
        && date <= DateTimeOffset.UtcNow;

    private Element? First(int concept, string standard)
    {
        foreach (var value in StandardValues(concept, standard))
        {
            return value;
        }

        return null;
    }
}
