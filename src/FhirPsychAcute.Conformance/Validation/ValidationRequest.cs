using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>What one validation is asked beside the resource itself.</summary>
public sealed record ValidationRequest
{
    /// <summary>The resource against its base type and the profiles that it claims.</summary>
    public static ValidationRequest Default { get; } = new();

    /// <summary>Canonicals of profiles to check against, beside those that the resource claims in meta.profile.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>Whether the profiles in meta.profile are checked too.</summary>
    public bool ClaimedProfiles { get; init; } = true;

    /// <summary>From where canonicals in the resource are resolved; null: everything loaded; where several versions of a package are, those first that the claimed profile's package depends on.</summary>
    public DefinitionScope? Scope { get; init; }

    /// <summary>Finds the target of a reference outside the document; no element when it is unknown. Null: nothing is looked up.</summary>
    public Func<string, Element>? Resolve { get; init; }
}
