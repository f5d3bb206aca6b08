using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>What the specification says of references whatever the profile: the form of their text, and that targets which should be in the document are there.</summary>
internal static class ReferenceFindings
{
    /// <summary>The section on references, as source of findings.</summary>
    public const string Section = "http://hl7.org/fhir/R4/references.html#literal";

    /// <summary>The section on references within Bundles, as source of findings.</summary>
    public const string BundleSection = "http://hl7.org/fhir/R4/bundle.html#references";

    /// <summary>The invariant that a fragment without contained resource breaks; reported here.</summary>
    public const string Invariant = "ref-1";

    /// <summary>Of entries that might have been meant, some are enough.</summary>
    private const int MaxAlike = 3;

    private const string CoreTypes = "http://hl7.org/fhir/StructureDefinition/";

    /// <summary>Reports a text that no reference may have.</summary>
    public static void ReportForm(ValidationRun run, Element element, Element reference, in ReferenceForm form)
    {
        switch (form.Kind)
        {
            case ReferenceKind.NotUrl:
                run.Report(IssueSeverity.Error, IssueCode.Invalid, element, "reference.not-a-url", Section, reference.Value ?? "");
                break;
            case ReferenceKind.OtherRelative or ReferenceKind.Conditional:
                run.Report(IssueSeverity.Warning, IssueCode.Structure, element, "reference.suspicious", Section, reference.Value!);
                break;
            case ReferenceKind.Urn when !Urn.IsWellFormed(form.Url):
                run.Report(IssueSeverity.Warning, IssueCode.Invalid, element, "reference.urn-form", Section, reference.Value!);
                break;
            default:
                break;
        }
    }

    /// <summary>Reports what is wrong with a reference by the outcome of looking for its target in the document.</summary>
    public static void ReportSearch(ValidationRun run, Element element, Element reference, in ReferenceForm form, in ReferenceTarget found)
    {
        if (found.Place == ReferencePlace.Ambiguous)
        {
            run.Report(IssueSeverity.Error, IssueCode.Forbidden, element, "reference.ambiguous", BundleSection, reference.Value!);
            return;
        }

        if (found.IsFound)
        {
            return;
        }

        if (form.Kind == ReferenceKind.Fragment)
        {
            run.Report(IssueSeverity.Error, IssueCode.Structure, element, "reference.not-contained", Section, reference.Value!);
            return;
        }

        if (found.Bundle is not { } bundle)
        {
            ReportForm(run, element, reference, in form);
            return;
        }

        switch (form.Kind)
        {
            case ReferenceKind.Conditional when bundle.Kind is BundleKind.Transaction or BundleKind.Batch:
                break;
            case ReferenceKind.Conditional or ReferenceKind.OtherRelative:
                run.Report(IssueSeverity.Error, IssueCode.Invalid, element, "reference.not-type-and-id", BundleSection, reference.Value!);
                break;
            case ReferenceKind.Urn:
                ReportForm(run, element, reference, in form);
                run.Report(IssueSeverity.Warning, IssueCode.Required, element, "reference.urn-not-in-bundle", BundleSection, reference.Value!);
                break;
            case ReferenceKind.Relative:
                ReportRelative(run, element, reference, in form, bundle, found.SourceEntry);
                break;
            default:
                ReportForm(run, element, reference, in form);
                break;
        }
    }

    /// <summary>The type that Reference.type names; null where it is not a resource type of R4.</summary>
    public static TypeSchema? TypeNamed(Element type)
    {
        if (!type.IsEscaped && type.Document.Schema.FindResourceType(type.RawValue) is { } direct)
        {
            return direct;
        }

        var value = type.Value!;
        return value.StartsWith(CoreTypes, StringComparison.Ordinal) && type.Document.Schema.TryGetResourceType(value[CoreTypes.Length..], out var named) ? named : null;
    }

    private static void ReportRelative(ValidationRun run, Element element, Element reference, in ReferenceForm form, BundleEntries bundle, int source)
    {
        // Requests are resolved on the server, where relative references have their base (R4 http 3.1.0.11.2); answers too.
        if (bundle.Kind is BundleKind.Transaction or BundleKind.Batch or BundleKind.TransactionResponse or BundleKind.BatchResponse)
        {
            return;
        }

        if (source >= 0 && bundle[source].FullUrl is null)
        {
            run.Report(IssueSeverity.Error, IssueCode.Required, element, "reference.entry-without-fullurl", BundleSection, reference.Value!);
            return;
        }

        var alike = bundle.OfTypeAndId(Encoding.UTF8.GetString(form.Url));
        var wanted = source < 0 ? null : bundle.AbsoluteUrl(source, in form);
        if (alike.Count > 1)
        {
            run.Report(IssueSeverity.Warning, IssueCode.Required, element, "reference.alike-several", BundleSection, wanted ?? "?", reference.Value!);
        }

        foreach (var entry in alike.Take(MaxAlike))
        {
            run.Report(IssueSeverity.Warning, IssueCode.Required, element, "reference.alike", BundleSection, entry, reference.Value!, bundle[entry].FullUrl ?? "-", wanted ?? "?");
        }
    }
}
