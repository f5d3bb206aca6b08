using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance;

/// <summary>The resource types of R4 that define something and are named by a canonical url (R4 references 2.3.0.4); a <c>url</c> on others is something else.</summary>
internal static class CanonicalTypes
{
    private const string NamingSystem = "NamingSystem";

    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "ActivityDefinition", "CapabilityStatement", "ChargeItemDefinition", "CodeSystem", "CompartmentDefinition", "ConceptMap", "EffectEvidenceSynthesis",
        "EventDefinition", "Evidence", "EvidenceVariable", "ExampleScenario", "GraphDefinition", "ImplementationGuide", "Library", "Measure", "MessageDefinition",
        NamingSystem, "OperationDefinition", "PlanDefinition", "Questionnaire", "ResearchDefinition", "ResearchElementDefinition", "RiskEvidenceSynthesis",
        "SearchParameter", "StructureDefinition", "StructureMap", "TerminologyCapabilities", "TestScript", "ValueSet",
    };

    // The core specification's package comes with the specification's examples; of all other types it has examples only.
    private static readonly HashSet<string> Core = new(StringComparer.Ordinal)
    {
        "CapabilityStatement", "CodeSystem", "CompartmentDefinition", "ConceptMap", "OperationDefinition", "SearchParameter", "StructureDefinition", "ValueSet",
    };

    /// <summary>Whether the core specification defines resources of that type, not only examples of them.</summary>
    public static bool AreOfCore(string resourceType) => Core.Contains(resourceType);

    /// <summary>
    /// The canonical url of a definition; null when the resource defines nothing. R4's NamingSystem has no url: it is given the one that it has on the web
    /// (<c>http://terminology.hl7.org/NamingSystem/SCT</c>), of its package's canonical base and its id.
    /// </summary>
    public static string? UrlOf(DefinitionSource source, string? packageCanonical) => UrlOf(source.ResourceType, source.Id, source.Url, packageCanonical);

    /// <inheritdoc cref="UrlOf(DefinitionSource, string?)"/>
    public static string? UrlOf(string resourceType, string? id, string? url, string? packageCanonical) =>
        !All.Contains(resourceType) ? null
        : url is { Length: > 0 } ? url
        : resourceType == NamingSystem && id is not null ? $"{packageCanonical ?? "urn:naming-system"}/{NamingSystem}/{id}"
        : null;
}
