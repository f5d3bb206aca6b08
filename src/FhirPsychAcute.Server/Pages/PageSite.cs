using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Server.Pages.Ig;

namespace FhirPsychAcute.Server.Pages;

/// <summary>The pages for people: <c>/validate</c>, <c>/ig</c> and what they are made of. The guide is put together when first asked for.</summary>
internal sealed class PageSite(DefinitionLibrary library)
{
    /// <summary>What the canonicals of this project begin with.</summary>
    public const string CanonicalBase = "https://fhirpsychacute.dk/ig";

    private readonly Lazy<IgContent> guide = new(() => Read(library));
    private IgSite? site;

    /// <summary>Whether a path is a page's.</summary>
    public static bool Owns(string path) =>
        path is "/validate" or "/ig" || path.StartsWith("/ig/", StringComparison.Ordinal);

    /// <summary>Answers with the page.</summary>
    public Task WriteAsync(HttpContext context)
    {
        if (context.Request.Path.Value == "/validate")
        {
            return ValidatePage.WriteAsync(context, Profiles(), CanonicalBase);
        }

        site ??= new IgSite(guide.Value, () => [], "fhirpsychacute.tgz");
        return site.WriteAsync(context);
    }

    private IEnumerable<(string Canonical, string Title)> Profiles()
    {
        foreach (var definition in guide.Value.OfType("StructureDefinition"))
        {
            var root = definition.Document.Root;
            if (root.ChildValue("kind") == "resource")
            {
                yield return (definition.Url, root.ChildValue("title") ?? root.ChildValue("name") ?? definition.Url);
            }
        }
    }

    private static IgContent Read(DefinitionLibrary library)
    {
        var own = library.Packages.LastOrDefault(package => package.Canonical == CanonicalBase);
        return new IgContent(
            CanonicalBase,
            own?.Definitions.Where(definition => definition.Url.StartsWith(CanonicalBase + "/", StringComparison.Ordinal)) ?? [],
            own?.Instances.Select(instance => instance.Document) ?? [],
            new SnapshotSource());
    }
}
