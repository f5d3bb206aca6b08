using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>Links between pages stand in search results and histories only, and each relation of those once (http://hl7.org/fhir/R4/http.html#paging).</summary>
internal sealed class BundleLinkRule : BundleRule
{
    private const string Section = "http://hl7.org/fhir/R4/http.html#paging";

    /// <inheritdoc/>
    protected override void Check(BundleEntries bundle, ValidationRun run)
    {
        var hasPages = bundle.Kind is BundleKind.Searchset or BundleKind.History or BundleKind.Unknown;
        HashSet<string>? seen = null;
        foreach (var link in bundle.Bundle.ChildrenNamed("link"))
        {
            var relation = link.Child("relation");
            var isPage = relation.Text() is "first" or "previous" or "prev" or "next" or "last";
            if (isPage && !hasPages)
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, relation, "bundle.link-paging", Section, relation.Value!);
            }
            else if ((isPage || relation.Text() == "self") && !(seen ??= new HashSet<string>(StringComparer.Ordinal)).Add(relation.Value!))
            {
                run.Report(IssueSeverity.Error, IssueCode.Invalid, link, "bundle.link-twice", Section, relation.Value!);
            }
        }
    }
}
