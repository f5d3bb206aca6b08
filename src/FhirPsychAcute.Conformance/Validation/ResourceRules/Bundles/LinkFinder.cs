using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Bundles;

/// <summary>
/// The entries to which the resource of an entry links: by references, and by other urls, of which the fragment must lead to an element or a place of the
/// narrative (extension narrativeLink).
/// </summary>
internal sealed class LinkFinder(BundleEntries bundle, ValidationRun run)
{
    private const string NarrativeLink = "http://hl7.org/fhir/StructureDefinition/narrativeLink";

    private readonly ReferenceNames names = ReferenceNames.Of(run.Document.Schema);
    private readonly Dictionary<int, FragmentIds> fragments = [];
    private readonly int[] lastSource = new int[bundle.Count];

    /// <summary>The places of those entries, each once.</summary>
    public List<int> TargetsOf(int entry)
    {
        var targets = new List<int>();
        if (bundle[entry].Resource.Exists)
        {
            Walk(bundle[entry].Resource, entry, targets);
        }

        return targets;
    }

    private void Walk(Element element, int source, List<int> targets)
    {
        foreach (var child in element.Children)
        {
            if (child.Type.IsPrimitive)
            {
                if (child.HasValue && IsUrl(child))
                {
                    Follow(child, child, source, targets);
                }
            }
            else if (ReferenceEquals(child.Type, names.ReferenceType))
            {
                Follow(ReferenceNames.Child(child, names.Reference), child, source, targets);
            }

            // A Bundle within is a world of its own.
            if (child.HasChildren && !ReferenceEquals(child.Type, names.Bundle))
            {
                Walk(child, source, targets);
            }
        }
    }

    private static bool IsUrl(Element element) => element.Type.Primitive is PrimitiveKind.Uri or PrimitiveKind.Url
        && !(element.Name is "system" or "endpoint" or "address" || (element.Name == "url" && element.Parent.Type.Name == "Extension"));

    private void Follow(Element text, Element at, int source, List<int> targets)
    {
        if (!text.HasValue)
        {
            return;
        }

        var form = ReferenceForm.Of(text.Utf8Value, run.Document.Schema);
        if (form.Kind is ReferenceKind.Fragment or ReferenceKind.NotUrl)
        {
            return;
        }

        var found = bundle.Find(source, in form, out var isAmbiguous);
        if (found < 0 || isAmbiguous)
        {
            // What the first entry refers to must be there, which is reported elsewhere.
            if (found < 0 && source > 0 && form.Kind == ReferenceKind.Relative && ReferenceEquals(at.Type, names.ReferenceType))
            {
                run.Report(IssueSeverity.Information, IssueCode.NotFound, at, "bundle.leads-outside", ReferenceFindings.BundleSection, text.Value!);
            }

            return;
        }

        if (found != source && lastSource[found] != source + 1)
        {
            lastSource[found] = source + 1;
            targets.Add(found);
        }

        if (!form.Fragment.IsEmpty)
        {
            CheckFragment(at, Encoding.UTF8.GetString(form.Fragment), found);
        }
    }

    private void CheckFragment(Element at, string fragment, int entry)
    {
        if (!fragments.TryGetValue(entry, out var ids))
        {
            fragments.Add(entry, ids = new FragmentIds(bundle[entry].Resource));
        }

        var count = ids.Count(fragment);
        if (count > 1)
        {
            run.Report(IssueSeverity.Error, IssueCode.Invalid, at, "bundle.fragment-several", BundleRules.Section, fragment, entry);
        }
        else if (count == 0)
        {
            var severity = at.Parent is { Type.Name: "Extension" } extension && extension.ChildValue("url") == NarrativeLink ? IssueSeverity.Error : IssueSeverity.Information;
            run.Report(severity, IssueCode.NotFound, at, "bundle.fragment-missing", BundleRules.Section, fragment, entry);
        }
    }
}
