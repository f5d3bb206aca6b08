using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>A rule about Bundles, given their entries as gathered once for the whole run.</summary>
internal abstract class BundleRule : ResourceRule
{
    /// <inheritdoc/>
    public sealed override string ResourceType => "Bundle";

    /// <inheritdoc/>
    public sealed override void Check(Element resource, ValidationRun run) => Check(run.ReferencesOf(resource).Entries(resource), run);

    /// <summary>Checks one Bundle.</summary>
    protected abstract void Check(BundleEntries bundle, ValidationRun run);
}
