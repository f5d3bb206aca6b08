using System.Collections.Frozen;
using FhirPsychAcute.Conformance.Validation.ResourceRules.CodeSystems;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.ValueSets;

/// <summary>
/// Which properties and operators a filter on a code system may name: those that FHIR gives every code system, those that the code system declares, and for systems that
/// live outside FHIR those of "Using Code Systems" (http://hl7.org/fhir/R4/terminologies-systems.html).
/// </summary>
internal static class FilterProperties
{
    private static readonly FrozenSet<string> Everywhere = new[] { "concept", "code", "display", "definition", "designation" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> SnomedNames = new[] { "constraint", "expressions", "expression", "moduleId", "sufficientlyDefined" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LoincNames = new[]
    {
        "COMPONENT", "PROPERTY", "TIME_ASPCT", "SYSTEM", "SCALE_TYP", "METHOD_TYP", "CLASS", "CLASSTYPE", "ORDER_OBS", "STATUS", "LIST", "VersionLastChanged",
        "CONSUMER_NAME", "DOCUMENT_SECTION", "ancestor", "copyright", "category", "search", "answer-list", "answers-for",
        "rad-modality-modality-type", "rad-modality-modality-subtype", "rad-anatomic-location-region-imaged", "rad-anatomic-location-imaging-focus",
        "rad-timing", "rad-maneuver-maneuver-type", "rad-view-aggregation", "rad-view-view-type", "rad-subject", "rad-reason-for-exam",
        "rad-guidance-for-presence", "rad-guidance-for-approach", "rad-guidance-for-action", "rad-guidance-for-object",
        "document-kind", "document-role", "document-setting", "document-subject-matter-domain", "document-type-of-service",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the property is known for the system; null when nobody can tell, because the system's definition is not here.</summary>
    public static bool? IsKnown(string system, Element codeSystem, string property)
    {
        if (Everywhere.Contains(property) || KnownProperties.TypeOf(property) is not null)
        {
            return true;
        }

        switch (system)
        {
            case CodeForms.Snomed:
                return SnomedNames.Contains(property) || CodeForms.IsSnomedIdentifier(property);
            case CodeForms.Loinc:
                return LoincNames.Contains(property);
        }

        if (!codeSystem.Exists)
        {
            return null;
        }

        var declares = Declared(codeSystem, "property", property).Exists || Declared(codeSystem, "filter", property).Exists;
        return declares || codeSystem.ChildValue("content") == "complete" ? declares : null;
    }

    /// <summary>The operators that are allowed; empty when any is.</summary>
    public static IReadOnlyList<string> Operators(string system, Element codeSystem, string property)
    {
        if (system == CodeForms.Snomed)
        {
            return property switch
            {
                "constraint" or "expressions" or "expression" => ["="],
                "concept" => ["=", "in", "is-a", "descendent-of"],
                _ when CodeForms.IsSnomedIdentifier(property) => ["=", "in"],
                _ => [],
            };
        }

        return codeSystem.Exists && Declared(codeSystem, "filter", property) is { Exists: true } filter
            ? [.. filter.ChildrenNamed("operator").ToList().Where(allowed => allowed.HasValue).Select(allowed => allowed.Value!)]
            : [];
    }

    /// <summary>Type of the property: code, Coding, string, integer, boolean, dateTime, decimal; null when unknown.</summary>
    public static string? TypeOf(Element codeSystem, string property) =>
        (codeSystem.Exists && Declared(codeSystem, "property", property) is { Exists: true } declared ? declared.ChildValue("type") : null) ?? KnownProperties.TypeOf(property);

    private static Element Declared(Element codeSystem, string kind, string code)
    {
        foreach (var declared in codeSystem.ChildrenNamed(kind))
        {
            if (declared.ChildValue("code") == code)
            {
                return declared;
            }
        }

        return default;
    }
}
