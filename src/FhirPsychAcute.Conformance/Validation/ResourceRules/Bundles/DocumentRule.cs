using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>
/// A document begins with its Composition, holds every resource to which the Composition refers, and nothing that has no link to it
/// (http://hl7.org/fhir/R4/documents.html#content).
/// </summary>
internal sealed class DocumentRule : BundleRule
{
    private const string Section = "http://hl7.org/fhir/R4/documents.html#content";

    private static readonly string[] OfComposition = ["subject", "encounter", "author", "custodian"];
    private static readonly string[] OfSection = ["author", "focus", "entry"];

    /// <inheritdoc/>
    protected override void Check(BundleEntries bundle, ValidationRun run)
    {
        if (bundle.Kind != BundleKind.Document || !FirstEntry.Check(bundle, run, "Composition", Section, out var composition))
        {
            return;
        }

        if (composition.Exists)
        {
            CheckReferences(composition, OfComposition, run);
            foreach (var attester in composition.ChildrenNamed("attester"))
            {
                ContentReference.Check(attester.Child("party"), run, Section);
            }

            foreach (var @event in composition.ChildrenNamed("event"))
            {
                CheckReferences(@event, ["detail"], run);
            }

            CheckSections(composition, run);
        }

        EntryLinks.Check(bundle, run);
    }

    private static void CheckSections(Element parent, ValidationRun run)
    {
        foreach (var section in parent.ChildrenNamed("section"))
        {
            CheckReferences(section, OfSection, run);
            CheckSections(section, run);
        }
    }

    private static void CheckReferences(Element parent, ReadOnlySpan<string> names, ValidationRun run)
    {
        foreach (var name in names)
        {
            foreach (var reference in parent.ChildrenNamed(name))
            {
                ContentReference.Check(reference, run, Section);
            }
        }
    }
}
