using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>
/// Entries have a fullUrl, absolute, and where it is a RESTful url it ends with the resource's type and id (http://hl7.org/fhir/R4/bundle.html#bundle-unique).
/// That fullUrls differ is invariant bdl-7, that they name no version bdl-8.
/// </summary>
internal sealed class FullUrlRule : BundleRule
{
    private const string Section = "http://hl7.org/fhir/R4/bundle-definitions.html#Bundle.entry.fullUrl";

    /// <inheritdoc/>
    protected override void Check(BundleEntries bundle, ValidationRun run)
    {
        // What is sent to be created has no url yet, and answers repeat the requests.
        var isOptional = bundle.Kind is BundleKind.Transaction or BundleKind.TransactionResponse or BundleKind.Batch or BundleKind.BatchResponse;
        for (var i = 0; i < bundle.Count; i++)
        {
            ref readonly var entry = ref bundle[i];
            if (entry.FullUrl is not null)
            {
                CheckUrl(in entry, run);
            }
            else if (!isOptional)
            {
                run.Report(IssueSeverity.Error, IssueCode.Required, entry.Element, "bundle.fullurl-missing", Section);
            }
        }
    }

    private static void CheckUrl(in BundleEntries.Entry entry, ValidationRun run)
    {
        var form = ReferenceForm.Of(Encoding.UTF8.GetBytes(entry.FullUrl!), run.Document.Schema);
        if (form.Kind is ReferenceKind.Relative or ReferenceKind.OtherRelative or ReferenceKind.Fragment or ReferenceKind.Conditional or ReferenceKind.NotUrl)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, entry.Element, "bundle.fullurl-relative", Section, entry.FullUrl!);
            return;
        }

        if (form.Kind != ReferenceKind.Rest || !entry.Resource.Exists)
        {
            return;
        }

        var id = entry.Resource.Child("id");
        if (!id.HasValue)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, entry.Element, "bundle.fullurl-without-id", Section, entry.FullUrl!);
        }
        else if (!ReferenceEquals(form.Type, entry.Resource.Type) || !id.ValueEquals(form.Id))
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, entry.Element, "bundle.fullurl-other-resource", Section, entry.FullUrl!, entry.Resource.Type.Name, id.Value!);
        }
    }
}
