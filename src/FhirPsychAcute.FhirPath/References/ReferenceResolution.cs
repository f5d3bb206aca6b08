using System.Text;
using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.References;

/// <summary>
/// Finds what a reference points at: a contained resource, an entry of the Bundle around (R4 bundle 2.36.4.1), what the caller's resolver knows, or just the type.
/// </summary>
internal static class ReferenceResolution
{
    /// <summary>Pushes the target of one item; items that are not references are passed over.</summary>
    public static void Resolve(Run run, in FhirPathValue item)
    {
        if (!TryText(item, out var element, out var text))
        {
            PushTypeElement(run, element);
            return;
        }

        var target = element.Exists ? WithinDocument(element, text) : default;
        if (!target.Exists && !text.StartsWith('#') && run.Context.Resolve is { } resolve)
        {
            target = resolve(text);
        }

        if (target.Exists)
        {
            run.Push(target);
            return;
        }

        if (run.Context.ResolveToTypeOnly && element.Exists && !text.StartsWith('#'))
        {
            PushTypeOnly(run, element, text);
        }
    }

    private static bool TryText(in FhirPathValue item, out Element element, out string text)
    {
        text = "";
        element = item.Element;
        if (item.Kind == FhirPathKind.String)
        {
            text = item.AsString;
            return text.Length > 0;
        }

        if (item.Kind != FhirPathKind.Element)
        {
            return false;
        }

        var value = element.Type.IsPrimitive ? element.Value : element.ChildValue("reference");
        text = value ?? "";
        return text.Length > 0;
    }

    /// <summary>The target in the same document; no element when it is elsewhere.</summary>
    public static Element WithinDocument(Element element, string text)
    {
        var resource = element.Resource;
        if (text.StartsWith('#'))
        {
            var container = resource.Name == "contained" && resource.Parent.Exists ? resource.Parent.Resource : resource;
            return text.Length == 1 ? container : Contained(container, text.AsSpan(1));
        }

        var holder = resource.Name == "contained" && resource.Parent.Exists ? resource.Parent.Resource : resource;
        for (var at = holder; at.Parent.Exists; at = at.Parent.Resource)
        {
            if (at is { Name: "resource", Parent.Name: "entry" } && at.Parent.Parent is { Type.Name: "Bundle" } bundle)
            {
                var found = InBundle(bundle, at, text);
                if (found.Exists)
                {
                    return found;
                }
            }
        }

        return default;
    }

    private static Element Contained(Element container, ReadOnlySpan<char> id)
    {
        foreach (var candidate in container.ChildrenNamed("contained"))
        {
            if (candidate.ChildValue("id").AsSpan().SequenceEqual(id))
            {
                return candidate;
            }
        }

        return default;
    }

    private static Element InBundle(Element bundle, Element resource, string text)
    {
        var (unversioned, version) = ReferenceText.SplitVersion(text);
        var index = BundleIndex.Of(bundle);
        if (ReferenceText.IsAbsolute(unversioned))
        {
            return index.Find(unversioned, version);
        }

        // A relative reference is completed with the base of the entry's own fullUrl, when that is RESTful.
        var fullUrl = resource.Parent.ChildValue("fullUrl");
        var serverBase = fullUrl is null ? null : ReferenceText.BaseOf(fullUrl, resource.Type.Name, resource.ChildValue("id"));
        return serverBase is null ? default : index.Find(serverBase + unversioned, version);
    }

    private static void PushTypeElement(Run run, Element element)
    {
        // A Reference by identifier alone may still name the type that it means.
        if (run.Context.ResolveToTypeOnly && element is { Exists: true, Type.IsPrimitive: false } && element.ChildValue("type") is { } name
            && element.Document.Schema.TryGetResourceType(name, out var type))
        {
            run.Push(FhirPathValue.OfResourceType(type));
        }
    }

    private static void PushTypeOnly(Run run, Element element, string text)
    {
        var name = Encoding.UTF8.GetString(ReferenceText.TypeOf(Encoding.UTF8.GetBytes(text)));
        if (element.Document.Schema.TryGetResourceType(name, out var type))
        {
            run.Push(FhirPathValue.OfResourceType(type));
        }
        else
        {
            PushTypeElement(run, element);
        }
    }
}
