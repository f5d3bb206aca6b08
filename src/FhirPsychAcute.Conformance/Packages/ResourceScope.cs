using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>A view with some definitions more, which come first: those that users store on a server. They see everything that the view sees.</summary>
public sealed class ResourceScope : DefinitionScope
{
    private readonly DefinitionScope inner;
    private readonly List<Definition> own = [];
    private readonly DefinitionTable table;

    /// <summary>A view with definitions more.</summary>
    /// <param name="inner">The view.</param>
    /// <param name="package">The name under which the definitions are known.</param>
    /// <param name="resources">Conformance resources; those without url are left out. Of several with one url the highest version counts.</param>
    public ResourceScope(DefinitionScope inner, PackageId package, IEnumerable<ResourceDocument> resources)
    {
        this.inner = inner;
        foreach (var resource in resources)
        {
            if (resource.Root.ChildValue("url") is { Length: > 0 } url)
            {
                own.Add(new Definition(
                    url, resource.Root.ChildValue("version"), resource.Type.Name, package, this, () => resource.Bytes.Length, () => resource)
                {
                    Supplements = resource.Type.Name == "CodeSystem" && resource.Root.ChildValue("content") is "supplement" ? resource.Root.ChildValue("supplements") : null,
                });
            }
        }

        table = new DefinitionTable(own);
    }

    private protected override IEnumerable<LoadedPackage> LoadedPackages => [];

    /// <inheritdoc/>
    public override IEnumerable<Definition> Supplements(string codeSystem) =>
        own.Where(definition => definition.Supplements is { } system && CanonicalReference.Parse(system).Url == codeSystem)
            .Concat(inner.Supplements(codeSystem))
            .DistinctBy(definition => definition.Url, StringComparer.Ordinal);

    private protected override Found Find(in CanonicalReference wanted)
    {
        if ((table.Find(wanted) ?? (wanted.Version is null ? null : table.FindCovered(wanted))) is { } mine)
        {
            return new Found(mine, ResolvedFrom.Own);
        }

        return inner.TryResolve(wanted.Version is null ? wanted.Url : $"{wanted.Url}|{wanted.Version}", out var definition, out var from) ? new Found(definition, from) : default;
    }

    private protected override IEnumerable<Definition> All(string resourceType) =>
        own.Where(definition => definition.ResourceType == resourceType).Concat(inner.OfType(resourceType));

    private protected override NamingSystem? FindNamingSystem(string key) => inner.TryFindNamingSystem(key, out var namingSystem) ? namingSystem : null;
}
