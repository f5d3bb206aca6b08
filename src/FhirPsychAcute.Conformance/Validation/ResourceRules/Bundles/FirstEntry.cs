using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>The entry by which a document or message is what it is.</summary>
internal static class FirstEntry
{
    /// <summary>False where there is nothing to go on from; the resource is no element where it is of another type.</summary>
    public static bool Check(BundleEntries bundle, ValidationRun run, string type, string section, out Element resource)
    {
        resource = default;
        if (bundle.Count == 0)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, bundle.Bundle, "bundle.no-entry", section, type);
            return false;
        }

        var first = bundle[0].Resource;
        if (!first.Exists)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, bundle[0].Element, "bundle.first-without-resource", section, type);
            return false;
        }

        if (first.Type.Name == type)
        {
            resource = first;
        }
        else
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, first, "bundle.first-of-other-type", section, type, first.Type.Name);
        }

        return true;
    }
}
