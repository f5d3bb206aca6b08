using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>
/// Finds the targets of references within one document: contained resources, entries of the Bundle around (http://hl7.org/fhir/R4/bundle.html#references),
/// resources of the Parameters around. What it needs of the document is gathered when first asked for and kept for the run.
/// </summary>
internal sealed class DocumentReferences
{
    private readonly ReferenceNames names;
    private readonly Dictionary<int, BundleEntries> bundles = [];
    private readonly Dictionary<int, ContainedResources> containers = [];
    private readonly Dictionary<int, Dictionary<string, Element>> parameters = [];

    /// <summary>The references of one document.</summary>
    public DocumentReferences(ResourceDocument document) => names = ReferenceNames.Of(document.Schema);

    /// <summary>The entries of a Bundle.</summary>
    public BundleEntries Entries(Element bundle)
    {
        if (!bundles.TryGetValue(bundle.Index, out var entries))
        {
            bundles.Add(bundle.Index, entries = new BundleEntries(bundle, names));
        }

        return entries;
    }

    /// <summary>The contained resources of a resource.</summary>
    public ContainedResources Contained(Element container)
    {
        if (!containers.TryGetValue(container.Index, out var contained))
        {
            containers.Add(container.Index, contained = new ContainedResources(container, names));
        }

        return contained;
    }

    /// <summary>The resource in whose contained resources <c>#id</c> is looked for.</summary>
    public Element Container(Element element)
    {
        var resource = element.Resource;
        return resource.NameId == names.Contained && resource.Parent.Exists ? resource.Parent.Resource : resource;
    }

    /// <summary>Whether an element stands in a Bundle or Parameters, where targets may stand beside it. Cheap: nothing is gathered.</summary>
    public static bool IsAlone(Element element, ReferenceNames names)
    {
        var resource = element.Resource;
        return resource.Index == 0 || (resource.NameId == names.Contained && resource.Parent.Index == 0);
    }

    /// <summary>The target of a reference that stands at <paramref name="source"/>.</summary>
    public ReferenceTarget Find(Element source, in ReferenceForm form)
    {
        var container = Container(source);
        if (form.Kind == ReferenceKind.Fragment)
        {
            var target = form.Fragment.IsEmpty ? container : Contained(container).Find(form.Fragment);
            var place = form.Fragment.IsEmpty ? ReferencePlace.Container : target.Exists ? ReferencePlace.Contained : ReferencePlace.Outside;
            return new ReferenceTarget(place, target, null, -1);
        }

        BundleEntries? nearest = null;
        var sourceEntry = -1;
        for (var at = container; at.Parent.Exists; at = at.Parent.Resource)
        {
            if (at.NameId != names.Resource)
            {
                continue;
            }

            var around = at.Parent.Resource;
            if (ReferenceEquals(around.Type, names.Bundle))
            {
                var entries = Entries(around);
                var entry = entries.IndexOf(at.Parent);
                var found = entries.Find(entry, in form, out var isAmbiguous);
                if (nearest is null)
                {
                    (nearest, sourceEntry) = (entries, entry);
                }

                if (found >= 0)
                {
                    return new ReferenceTarget(isAmbiguous ? ReferencePlace.Ambiguous : ReferencePlace.Bundled, entries[found].Resource, nearest, sourceEntry);
                }
            }
            else if (ReferenceEquals(around.Type, names.Parameters) && form.Kind == ReferenceKind.Relative && Parameter(around, in form) is { Exists: true } parameter)
            {
                return new ReferenceTarget(ReferencePlace.Parameter, parameter, nearest, sourceEntry);
            }
        }

        return new ReferenceTarget(ReferencePlace.Outside, default, nearest, sourceEntry);
    }

    private Element Parameter(Element around, in ReferenceForm form)
    {
        if (!parameters.TryGetValue(around.Index, out var resources))
        {
            parameters.Add(around.Index, resources = new Dictionary<string, Element>(StringComparer.Ordinal));
            Gather(around, resources);
        }

        return resources.GetValueOrDefault($"{form.Type!.Name}/{System.Text.Encoding.UTF8.GetString(form.Id)}");
    }

    // The resources of all parameters and their parts; what stands inside those resources is their own affair.
    private void Gather(Element element, Dictionary<string, Element> resources)
    {
        foreach (var child in element.Children)
        {
            if (child.IsResource)
            {
                if (ReferenceNames.Child(child, names.Id).Text() is { } id)
                {
                    resources.TryAdd($"{child.Type.Name}/{id}", child);
                }
            }
            else
            {
                Gather(child, resources);
            }
        }
    }
}
