using System.Diagnostics.CodeAnalysis;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>What a case sees: the files loaded for it, each as a package of one resource, and everything that ships.</summary>
internal sealed class SuiteScope : DefinitionScope
{
    private readonly Dictionary<string, Definition> loaded = new(StringComparer.Ordinal);

    public SuiteScope(IEnumerable<string> files)
        : base(DefinitionStore.R4)
    {
        foreach (var file in files)
        {
            var parsed = SuiteFile.Read(file);
            if (parsed.Document is not { } document || document.Root.ChildValue("url") is not { } url)
            {
                continue;
            }

            var version = document.Root.ChildValue("version");
            var definition = new Definition(url, version, document.Type.Name, new PackageId(file, version ?? "0"), this, () => document);
            loaded[url] = definition;
            if (version is not null)
            {
                loaded[$"{url}|{version}"] = definition;
            }
        }
    }

    public override bool TryResolve(string canonical, [NotNullWhen(true)] out Definition? definition) =>
        loaded.TryGetValue(canonical, out definition) || DefinitionLibrary.R4.Root.TryResolve(canonical, out definition);

    public override bool TryResolveExpansion(string canonical, [NotNullWhen(true)] out Definition? definition)
    {
        definition = null;
        return !loaded.ContainsKey(canonical) && DefinitionLibrary.R4.Root.TryResolveExpansion(canonical, out definition);
    }

    public override IEnumerable<Definition> OfType(string resourceType) =>
        loaded.Values.Where(definition => definition.ResourceType == resourceType).Distinct().Concat(DefinitionLibrary.R4.Root.OfType(resourceType));

    /// <summary>Canonical of the definition in one of the loaded files.</summary>
    public string CanonicalOf(string file) => loaded.Values.First(definition => definition.Package.Name == file).Url;
}
