namespace FhirPsychAcute.Conformance.Packages;

/// <summary>What a package sees: itself, its dependency closure nearest first, what ships with this room, and at last, flagged, whatever else is loaded.</summary>
/// <param name="dependencies">The package itself and its dependency closure.</param>
/// <param name="root">Everything loaded.</param>
internal sealed class PackageScope(DependencyClosure dependencies, RootScope root) : DefinitionScope
{
    private readonly IReadOnlyList<LoadedPackage> closure = dependencies.Packages;

    private protected override IEnumerable<LoadedPackage> LoadedPackages => closure;

    private protected override Found Find(in CanonicalReference wanted)
    {
        var exact = FindIn(wanted, covered: false);
        if (exact.Definition is not null)
        {
            return exact;
        }

        if (wanted.Version is not null && FindIn(wanted, covered: true) is { Definition: not null } covered)
        {
            return covered;
        }

        if (root.FindLoaded(wanted) is { } elsewhere && CountsWithoutDependency(elsewhere, wanted))
        {
            return new Found(elsewhere, ResolvedFrom.OutsideDependencies);
        }

        // The definition's version is that of the package version that is stood in for: nobody has it here.
        return wanted.Version is not null && dependencies.StandIns.Count > 0
            && ShippedScope.Instance.FindExact(wanted with { Version = null }) is { } other && dependencies.StandIns.Contains(other.Package.Name)
            ? new Found(other, ResolvedFrom.StandIn)
            : default;
    }

    private protected override IEnumerable<Definition> All(string resourceType) =>
        closure.SelectMany(package => package.Definitions).Where(definition => definition.ResourceType == resourceType)
            .Concat(ShippedScope.Instance.Definitions(resourceType));

    private protected override NamingSystem? FindNamingSystem(string key)
    {
        foreach (var package in closure)
        {
            if (package.NamingSystems.TryGetValue(key, out var namingSystem))
            {
                return namingSystem;
            }
        }

        return ShippedScope.Instance.NamingSystemOf(key) ?? root.NamingSystemOf(key);
    }

    /// <summary>
    /// A profile or extension that the package does not declare is better looked at than not at all. Codes are not: what another package has of a code system, or which
    /// version of a value set it has, says nothing about a package that does not depend on it, unless the version is named or the file was loaded by itself for this.
    /// The same goes for the codes of an older version that stands in for the one depended on.
    /// </summary>
    private static bool CountsWithoutDependency(Definition definition, in CanonicalReference wanted) =>
        definition.ResourceType is not ("CodeSystem" or "ValueSet" or "ConceptMap") || wanted.Version is not null || definition.Package.Version.Length == 0;

    private Found FindIn(in CanonicalReference wanted, bool covered)
    {
        for (var i = 0; i < closure.Count; i++)
        {
            if ((covered ? closure[i].Table.FindCovered(wanted) : closure[i].Table.Find(wanted)) is { } definition
                && (!dependencies.Older.Contains(closure[i]) || CountsWithoutDependency(definition, wanted)))
            {
                return new Found(definition, i == 0 ? ResolvedFrom.Own : ResolvedFrom.Dependency);
            }
        }

        return new Found(covered ? ShippedScope.Instance.FindCovered(wanted) : ShippedScope.Instance.FindExact(wanted), ResolvedFrom.Shipped);
    }
}
