using System.Diagnostics.CodeAnalysis;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>What ships, and documents laid before it.</summary>
internal sealed class LoadedScope() : DefinitionScope(DefinitionStore.R4)
{
    private readonly Dictionary<string, Definition> loaded = new(StringComparer.Ordinal);

    public IEnumerable<Definition> Loaded => loaded.Values.Distinct();

    public Definition Add(ResourceDocument document)
    {
        var url = document.Root.ChildValue("url")!;
        var version = document.Root.ChildValue("version");
        var definition = new Definition(url, version, document.Type.Name, new PackageId("test", version ?? "0"), this, () => document);
        loaded[url] = definition;
        loaded[$"{url}|{version}"] = definition;
        return definition;
    }

    public override bool TryResolve(string canonical, [NotNullWhen(true)] out Definition? definition) =>
        loaded.TryGetValue(canonical, out definition) || DefinitionLibrary.R4.Root.TryResolve(canonical, out definition);
}
