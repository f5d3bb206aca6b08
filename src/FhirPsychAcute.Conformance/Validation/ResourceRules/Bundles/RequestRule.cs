using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>
/// The requests of a batch or transaction: method, url and resource fit together, and a transaction changes no resource twice
/// (http://hl7.org/fhir/R4/http.html#transaction).
/// </summary>
internal sealed class RequestRule : BundleRule
{
    private const string Section = "http://hl7.org/fhir/R4/http.html#transaction";

    /// <inheritdoc/>
    protected override void Check(BundleEntries bundle, ValidationRun run)
    {
        if (bundle.Kind is not (BundleKind.Transaction or BundleKind.Batch))
        {
            return;
        }

        var changed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < bundle.Count; i++)
        {
            ref readonly var entry = ref bundle[i];
            var request = entry.Element.Child("request");
            if (request.Exists && request.ChildValue("method") is { } method && request.Child("url") is { HasValue: true } url)
            {
                CheckRequest(in entry, method, url, run);
                var form = ReferenceForm.Of(Encoding.UTF8.GetBytes(url.Value!), run.Document.Schema);
                if (bundle.Kind == BundleKind.Transaction && method is "PUT" or "PATCH" or "DELETE" && form.Kind == ReferenceKind.Relative
                    && !changed.Add(Encoding.UTF8.GetString(form.Url)))
                {
                    run.Report(IssueSeverity.Error, IssueCode.Duplicate, url, "bundle.request-twice", Section, url.Value!);
                }
            }
        }
    }

    private static void CheckRequest(in BundleEntries.Entry entry, string method, Element url, ValidationRun run)
    {
        if (method is "POST" or "PUT" or "PATCH" != entry.Resource.Exists)
        {
            var isMissing = !entry.Resource.Exists;

            // POST of an operation may go without a body.
            if (!isMissing || !(method == "POST" && url.Value!.Contains('$', StringComparison.Ordinal)))
            {
                run.Report(isMissing ? IssueSeverity.Error : IssueSeverity.Warning, isMissing ? IssueCode.Required : IssueCode.BusinessRule, entry.Element,
                    isMissing ? "bundle.request-no-resource" : "bundle.request-needless-resource", Section, method);
            }
        }

        var text = url.Value!;
        var form = ReferenceForm.Of(Encoding.UTF8.GetBytes(text), run.Document.Schema);
        if (form.Kind is ReferenceKind.Rest or ReferenceKind.Absolute or ReferenceKind.Urn)
        {
            run.Report(IssueSeverity.Warning, IssueCode.Value, url, "bundle.request-absolute", Section, text);
        }
        else if (method == "PUT" && entry.Resource.Exists)
        {
            CheckPut(in entry, url, in form, run);
        }
        else if (method == "POST" && entry.Resource.Exists && run.Document.Schema.TryGetResourceType(text.TrimEnd('/'), out var type) && !ReferenceEquals(type, entry.Resource.Type))
        {
            run.Report(IssueSeverity.Error, IssueCode.Value, url, "bundle.request-other-type", Section, text, entry.Resource.Type.Name);
        }
    }

    private static void CheckPut(in BundleEntries.Entry entry, Element url, in ReferenceForm form, ValidationRun run)
    {
        if (form.Kind is not (ReferenceKind.Relative or ReferenceKind.Conditional))
        {
            run.Report(IssueSeverity.Error, IssueCode.Value, url, "bundle.request-put-url", Section, url.Value!);
            return;
        }

        if (!ReferenceEquals(form.Type, entry.Resource.Type))
        {
            run.Report(IssueSeverity.Error, IssueCode.Value, url, "bundle.request-other-type", Section, url.Value!, entry.Resource.Type.Name);
        }
        else if (form.Kind == ReferenceKind.Relative && !entry.Resource.Child("id").ValueEquals(form.Id))
        {
            run.Report(IssueSeverity.Error, IssueCode.Value, url, "bundle.request-other-id", Section, url.Value!, entry.Resource.ChildValue("id") ?? "-");
        }
    }
}
