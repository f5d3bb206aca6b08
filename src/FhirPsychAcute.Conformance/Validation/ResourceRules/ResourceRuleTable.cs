using System.Collections.Frozen;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules;

/// <summary>All rules about whole resources, by type.</summary>
internal static class ResourceRuleTable
{
    private static readonly FrozenDictionary<string, ResourceRule[]> ByType = All().GroupBy(rule => rule.ResourceType, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The rules for resources of exactly that type; <c>Resource</c> gives those for all.</summary>
    public static ReadOnlySpan<ResourceRule> For(string resourceType) => ByType.TryGetValue(resourceType, out var rules) ? rules : [];

    // Each family lists its rules in a table of its own.
    private static IEnumerable<ResourceRule> All() =>
    [
        .. ConformanceResourceRules.All,
        .. Bundles.BundleRules.All,
        .. Questionnaires.QuestionnaireRules.All,
        new Contained.ContainedRule(),
        new Contained.ElementIdRule(),
    ];
}
