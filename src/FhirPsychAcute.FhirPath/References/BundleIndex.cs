using System.Runtime.CompilerServices;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.References;

/// <summary>The entries of a Bundle by fullUrl, made once per document, so that resolving stays linear in the Bundle's size.</summary>
internal sealed class BundleIndex
{
    private static readonly ConditionalWeakTable<ResourceDocument, BundleIndex> Known = new();

    private readonly Dictionary<string, List<Element>> byFullUrl = new(StringComparer.Ordinal);

    private BundleIndex(Element bundle)
    {
        foreach (var entry in bundle.ChildrenNamed("entry"))
        {
            if (entry.ChildValue("fullUrl") is { } fullUrl && entry.Child("resource") is { Exists: true } resource)
            {
                if (!byFullUrl.TryGetValue(fullUrl, out var resources))
                {
                    byFullUrl.Add(fullUrl, resources = []);
                }

                resources.Add(resource);
            }
        }
    }

    public static BundleIndex Of(Element bundle) =>
        bundle.Index == 0 ? Known.GetValue(bundle.Document, static document => new BundleIndex(document.Root)) : new BundleIndex(bundle);

    /// <summary>The resource at that fullUrl, of that version when one is wanted; no element when there is none.</summary>
    public Element Find(string fullUrl, string? version)
    {
        if (!byFullUrl.TryGetValue(fullUrl, out var resources))
        {
            return default;
        }

        foreach (var resource in resources)
        {
            if (version is null || (resource.Child("meta") is { Exists: true } meta && meta.Child("versionId") is { Exists: true } id && id.Value == version))
            {
                return resource;
            }
        }

        return default;
    }
}
