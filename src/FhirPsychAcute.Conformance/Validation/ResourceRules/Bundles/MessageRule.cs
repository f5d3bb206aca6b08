using FhirPsychAcute.Conformance.Validation.References;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>
/// A message begins with its MessageHeader and holds what the header's focus refers to; what nothing links to the header is worth a question
/// (http://hl7.org/fhir/R4/messaging.html#bundle).
/// </summary>
internal sealed class MessageRule : BundleRule
{
    private const string Section = "http://hl7.org/fhir/R4/messaging.html#bundle";

    /// <inheritdoc/>
    protected override void Check(BundleEntries bundle, ValidationRun run)
    {
        if (bundle.Kind != BundleKind.Message || !FirstEntry.Check(bundle, run, "MessageHeader", Section, out var header))
        {
            return;
        }

        if (header.Exists)
        {
            foreach (var focus in header.ChildrenNamed("focus"))
            {
                ContentReference.Check(focus, run, Section);
            }
        }

        EntryLinks.Check(bundle, run);
    }
}
