using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Psychiatry.Rules;
using FhirPsychAcute.Server.Pages.Ig;

namespace FhirPsychAcute.Server.Pages;

/// <summary>The pages for people: <c>/validate</c>, <c>/ig</c> and what they are made of. The guide is put together when first asked for.</summary>
internal sealed class PageSite(DefinitionLibrary library, RuleFolder rules)
{
    private readonly Lazy<IgContent> guide = new(() => Read(library));
    private IgSite? site;
    private (string FileName, byte[] Content)? download;

    /// <summary>Whether a path is a page's.</summary>
    public static bool Owns(string path) =>
        path is "/validate" or "/ig" || path.StartsWith("/ig/", StringComparison.Ordinal);

    /// <summary>Answers with the page.</summary>
    public Task WriteAsync(HttpContext context)
    {
        if (context.Request.Path.Value == "/validate")
        {
            return ValidatePage.WriteAsync(context, Profiles(), ProjectPackage.Canonical);
        }

        site ??= new IgSite(guide.Value, rules, Download);
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
        var own = ProjectPackage.Of(library);
        return new IgContent(ProjectPackage.Canonical, own?.Definitions ?? [], own?.Instances.Where(instance => instance.IsExample).Select(instance => instance.Document) ?? [], new SnapshotSource());
    }

    // Made when first asked for: snapshots of a hundred profiles take a moment.
    private (string FileName, byte[] Content) Download() => download ??= WritePackage();

    private (string FileName, byte[] Content) WritePackage()
    {
        var own = ProjectPackage.Of(library) ?? throw new InvalidDataException("The project's own package is not loaded.");
        using var content = new MemoryStream();
        ProjectPackage.WriteWithSnapshots(content, own, guide.Value.Snapshots);
        return ($"{own.Id.Name}-{own.Id.Version}.tgz", content.ToArray());
    }
}
