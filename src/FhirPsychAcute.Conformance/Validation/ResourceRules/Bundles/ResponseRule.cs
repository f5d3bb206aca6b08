using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>The status of an answer begins with the three digits of an HTTP status (http://hl7.org/fhir/R4/bundle-definitions.html#Bundle.entry.response.status).</summary>
internal sealed class ResponseRule : BundleRule
{
    private const string Section = "http://hl7.org/fhir/R4/bundle-definitions.html#Bundle.entry.response.status";

    /// <inheritdoc/>
    protected override void Check(BundleEntries bundle, ValidationRun run)
    {
        if (bundle.Kind is not (BundleKind.BatchResponse or BundleKind.TransactionResponse or BundleKind.History))
        {
            return;
        }

        for (var i = 0; i < bundle.Count; i++)
        {
            var response = bundle[i].Element.Child("response");
            var status = response.Exists ? response.Child("status") : default;
            if (status.HasValue && !IsStatus(status.Utf8Value))
            {
                run.Report(IssueSeverity.Error, IssueCode.Value, status, "bundle.response-status", Section, status.Value!);
            }
        }
    }

    private static bool IsStatus(ReadOnlySpan<byte> text) =>
        text.Length >= 3 && text[0] is >= (byte)'1' and <= (byte)'5' && text[1] is >= (byte)'0' and <= (byte)'9' && text[2] is >= (byte)'0' and <= (byte)'9'
        && (text.Length == 3 || text[3] == (byte)' ');
}
