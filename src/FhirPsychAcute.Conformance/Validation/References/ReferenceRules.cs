using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Conformance.Validation.Rules;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>The rules about references and canonicals that an ElementDefinition's types give.</summary>
internal static class ReferenceRules
{
    /// <summary>None, one, or one for references and one for canonicals.</summary>
    /// <param name="facts">The ElementDefinition.</param>
    /// <param name="scope">From where target profiles are resolved.</param>
    /// <param name="source">The profile and element, for findings.</param>
    /// <param name="isBase">Whether these are the demands of R4 itself, with which the text of references is checked; a profile adds to them.</param>
    public static IEnumerable<ElementRule> Of(ElementFacts facts, DefinitionScope scope, string source, bool isBase = false)
    {
        if (Merge(facts, "Reference") is { } reference)
        {
            yield return new ReferenceRule(reference, scope, source, isBase);
        }

        if (Merge(facts, "canonical") is { } canonical)
        {
            yield return new CanonicalRule(canonical.TargetProfiles, scope, !facts.Path.EndsWith(".profile", StringComparison.Ordinal));
        }
    }

    // Some profiles repeat the type for every target profile; a type without any allows all.
    private static TypeFacts? Merge(ElementFacts facts, string code)
    {
        TypeFacts? merged = null;
        foreach (var type in facts.Types)
        {
            if (type.Code != code)
            {
                continue;
            }

            merged = merged is null ? type : merged with
            {
                TargetProfiles = merged.TargetProfiles.Count == 0 || type.TargetProfiles.Count == 0 ? [] : [.. merged.TargetProfiles, .. type.TargetProfiles],
                Aggregation = merged.Aggregation.Count == 0 || type.Aggregation.Count == 0 ? [] : [.. merged.Aggregation, .. type.Aggregation],
                Versioning = merged.Versioning == type.Versioning ? merged.Versioning : null,
            };
        }

        return merged;
    }
}
