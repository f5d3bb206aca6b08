namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>What the entries of a Bundle owe each other (http://hl7.org/fhir/R4/bundle.html).</summary>
internal static class BundleRules
{
    /// <summary>The page on Bundle, as source of findings.</summary>
    public const string Section = "http://hl7.org/fhir/R4/bundle.html";

    /// <summary>All rules about Bundles.</summary>
    public static IReadOnlyList<ResourceRule> All { get; } =
    [
        new BundleLinkRule(),
        new FullUrlRule(),
        new DocumentRule(),
        new MessageRule(),
        new SearchsetRule(),
        new RequestRule(),
        new ResponseRule(),
    ];
}
