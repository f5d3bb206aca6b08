using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>How far a target outside the document is looked for.</summary>
public enum ReferenceCheck : byte
{
    /// <summary>Only the reference's own text, and targets inside the document.</summary>
    Text,
    /// <summary>The target must be there and of an allowed type, where the caller can look it up.</summary>
    ExistsAndType,
    /// <summary>The target must also be valid against the target profile.</summary>
    Valid,
}

/// <summary>Switches of a <see cref="Validator"/>; the defaults are those of a test manager who wants everything but opinions.</summary>
public sealed record ValidatorOptions
{
    /// <summary>The default switches.</summary>
    public static ValidatorOptions Default { get; } = new();

    /// <summary>How failed best-practice invariants (elementdefinition-bestpractice) are reported; null: not at all.</summary>
    public IssueSeverity? BestPractice { get; init; }

    /// <summary>How references that leave the document are checked.</summary>
    public ReferenceCheck References { get; init; } = ReferenceCheck.Text;

    /// <summary>Whether references written as type and id need no target inside the Bundle, because the receiver resolves them on a server.</summary>
    public bool AssumeValidRestReferences { get; init; }

    /// <summary>Whether a profile's demand that a target is bundled is held against a resource that is checked on its own, outside of any Bundle.</summary>
    public bool AggregationOutsideBundles { get; init; } = true;

    /// <summary>Whether addresses of the example domains are allowed; false where real data is checked.</summary>
    public bool AllowExampleUrls { get; init; } = true;

    /// <summary>Whether texts that look like markup are errors (otherwise warnings).</summary>
    public bool SecurityChecks { get; init; }

    /// <summary>Whether an extension that no definition was found for is allowed (a warning) or an error; url prefixes that are always allowed stand in <see cref="AllowedExtensionDomains"/>.</summary>
    public bool AllowUnknownExtensions { get; init; } = true;

    /// <summary>Beginnings of extension urls that are allowed without a definition.</summary>
    public IReadOnlyList<string> AllowedExtensionDomains { get; init; } = [];

    /// <summary>Whether conformance resources are checked as for publication (experimental content, HL7's own rules).</summary>
    public bool ForPublication { get; init; }

    /// <summary>Languages in which displays are looked for (BCP 47), in order; empty: any.</summary>
    public IReadOnlyList<string> DisplayLanguages { get; init; } = [];

    /// <summary>Issues beyond this number are counted, not listed.</summary>
    public int MaxIssues { get; init; } = 10_000;

    /// <summary>Time after which a validation ends with a finding that says so. Default 30 seconds.</summary>
    public TimeSpan MaxDuration { get; init; } = TimeSpan.FromSeconds(30);
}
