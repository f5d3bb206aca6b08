namespace FhirPsychAcute.Conformance.Packages;

/// <summary>
/// What a resource sees that claims a profile: first the profile's package and its dependencies, so that what the resource says without a version (the profiles of its
/// parts, its code systems) means the versions that its profile was made for; then everything loaded.
/// </summary>
/// <param name="dependencies">The profile's package and its dependency closure.</param>
/// <param name="root">Everything loaded.</param>
internal sealed class InstanceScope(DependencyClosure dependencies, RootScope root) : DefinitionScope
{
    private protected override IEnumerable<LoadedPackage> LoadedPackages => dependencies.Packages.Concat(root.Packages.Except(dependencies.Packages));

    private protected override Found Find(in CanonicalReference wanted)
    {
        for (var i = 0; i < dependencies.Packages.Count; i++)
        {
            // What only stands in for another version is no better than the rest of what is loaded.
            if (!dependencies.Older.Contains(dependencies.Packages[i]) && dependencies.Packages[i].Table.Find(wanted) is { } definition)
            {
                return new Found(definition, i == 0 ? ResolvedFrom.Own : ResolvedFrom.Dependency);
            }
        }

        var (elsewhere, from) = root.FindFrom(wanted);
        return new Found(elsewhere, from);
    }

    private protected override IEnumerable<Definition> All(string resourceType) =>
        dependencies.Packages.SelectMany(package => package.Definitions).Where(definition => definition.ResourceType == resourceType).Concat(root.OfType(resourceType));

    private protected override NamingSystem? FindNamingSystem(string key)
    {
        foreach (var package in dependencies.Packages)
        {
            if (package.NamingSystems.TryGetValue(key, out var namingSystem))
            {
                return namingSystem;
            }
        }

        return root.NamingSystemOf(key);
    }
}
