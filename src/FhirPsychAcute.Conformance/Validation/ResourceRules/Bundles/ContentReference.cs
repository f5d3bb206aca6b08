using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>A reference whose target the Bundle must hold: those of a Composition, and a MessageHeader's focus.</summary>
internal static class ContentReference
{
    /// <summary>Reports a target that is not in the Bundle; several targets are the reference's own fault and reported with it.</summary>
    public static void Check(Element reference, ValidationRun run, string section)
    {
        var text = reference.Exists ? reference.Child("reference") : default;
        if (!text.HasValue)
        {
            return;
        }

        var value = text.Value!;
        var form = ReferenceForm.Of(Encoding.UTF8.GetBytes(value), run.Document.Schema);
        if (form.Kind is ReferenceKind.Fragment or ReferenceKind.NotUrl)
        {
            return;
        }

        var found = run.ReferencesOf(reference).Find(reference, in form);
        if (found.Place != ReferencePlace.Outside || found.Bundle is not { } bundle)
        {
            return;
        }

        var alike = form.Kind == ReferenceKind.Relative ? bundle.OfTypeAndId(Encoding.UTF8.GetString(form.Url)) : [];
        if (alike.Count > 0)
        {
            var own = found.SourceEntry < 0 ? null : bundle[found.SourceEntry].FullUrl;
            run.Report(IssueSeverity.Error, IssueCode.Invalid, reference, "bundle.content-alike", section, value, bundle[alike[0]].FullUrl ?? "-", own ?? "-");
        }
        else if (!IsDefinition(value, in form, run))
        {
            run.Report(IssueSeverity.Error, IssueCode.NotFound, reference, "bundle.content-missing", section, value);
        }
    }

    // Definitions are known from packages and need not be sent along.
    private static bool IsDefinition(string url, in ReferenceForm form, ValidationRun run) =>
        (form.Kind == ReferenceKind.Rest && form.Type!.Element("url") is { } element && element.Types.Any(type => type.Type.Name == "uri"))
        || (form.Kind is ReferenceKind.Rest or ReferenceKind.Absolute && run.Scope.TryResolve(url, out _));
}
