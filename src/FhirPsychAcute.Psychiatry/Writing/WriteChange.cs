using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Writing;

/// <summary>A change on its way to the store.</summary>
/// <param name="Before">The version that it follows; null when there is none, or it was deleted.</param>
/// <param name="After">The new version as it will be stored, with id and version.</param>
/// <param name="Now">Time of the change.</param>
public sealed record WriteChange(ResourceDocument? Before, ResourceDocument After, DateTimeOffset Now)
{
    /// <summary>How often a rule is asked what it needs.</summary>
    public const int MaxRounds = 5;

    /// <summary>
    /// The Provenance that the writer sent beside the resource (X-Provenance), with the new version as its target; null for none. Stored along with the change, unless the
    /// rule returns a Provenance among its companions, which then stands in its place.
    /// </summary>
    public ResourceDocument? Told { get; init; }

    /// <summary><c>Type/id</c> of the resource.</summary>
    public string Address => $"{After.Type.Name}/{After.Id}";

    /// <summary><c>Type/id/_history/version</c> of the new version.</summary>
    public string VersionAddress => $"{Address}/_history/{After.VersionId}";
}
