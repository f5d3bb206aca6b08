using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>What looking for a reference's target within the document came to.</summary>
/// <param name="Place">Where it was found.</param>
/// <param name="Resource">The target; of several the first; no element where there is none.</param>
/// <param name="Bundle">The nearest Bundle around the reference; null outside of Bundles.</param>
/// <param name="SourceEntry">Number of the entry of that Bundle in which the reference stands.</param>
internal readonly record struct ReferenceTarget(ReferencePlace Place, Element Resource, BundleEntries? Bundle, int SourceEntry)
{
    /// <summary>Whether there is exactly one target.</summary>
    public bool IsFound => Place is not (ReferencePlace.Outside or ReferencePlace.Ambiguous);
}
