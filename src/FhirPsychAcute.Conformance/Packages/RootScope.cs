namespace FhirPsychAcute.Conformance.Packages;

/// <summary>The view from outside: everything loaded, then what ships with this room.</summary>
/// <param name="packages">The loaded packages in the order in which they are asked.</param>
/// <param name="firstOlder">
/// From here on packages are only asked after what ships with this room: they are older versions of what ships.
/// </param>
/// <param name="own">A package that is asked before all others; null for none.</param>
internal sealed class RootScope(IReadOnlyList<LoadedPackage> packages, int firstOlder, LoadedPackage? own = null) : DefinitionScope
{
    /// <summary>The same view for one who comes first in it.</summary>
    public RootScope SeenBy(LoadedPackage package) => new(packages, firstOlder, package);

    /// <summary>Finds a definition among the loaded packages only.</summary>
    public Definition? FindLoaded(in CanonicalReference wanted) =>
        FindIn(wanted, 0, packages.Count, covered: false) ?? (wanted.Version is null ? null : FindIn(wanted, 0, packages.Count, covered: true));

    /// <summary>The packages in the order in which they are asked.</summary>
    public IReadOnlyList<LoadedPackage> Packages => packages;

    /// <summary>Finds a definition among everything.</summary>
    public (Definition? Definition, ResolvedFrom From) FindFrom(in CanonicalReference wanted)
    {
        var found = Find(wanted);
        return (found.Definition, found.From);
    }

    public NamingSystem? NamingSystemOf(string key) => FindNamingSystem(key);

    private protected override IEnumerable<LoadedPackage> LoadedPackages => own is null ? packages : packages.Prepend(own);

    private protected override Found Find(in CanonicalReference wanted)
    {
        var exact = Find(wanted, covered: false);
        return exact.Definition is null && wanted.Version is not null ? Find(wanted, covered: true) : exact;
    }

    private protected override IEnumerable<Definition> All(string resourceType) =>
        (own is null ? [] : own.Definitions).Concat(packages.Take(firstOlder).SelectMany(package => package.Definitions)).Where(definition => definition.ResourceType == resourceType)
            .Concat(ShippedScope.Instance.Definitions(resourceType))
            .Concat(packages.Skip(firstOlder).SelectMany(package => package.Definitions).Where(definition => definition.ResourceType == resourceType));

    private protected override NamingSystem? FindNamingSystem(string key)
    {
        foreach (var package in packages)
        {
            if (package.NamingSystems.TryGetValue(key, out var namingSystem))
            {
                return namingSystem;
            }
        }

        return ShippedScope.Instance.NamingSystemOf(key);
    }

    private Found Find(in CanonicalReference wanted, bool covered)
    {
        if ((own is null ? null : covered ? own.Table.FindCovered(wanted) : own.Table.Find(wanted)) is { } mine)
        {
            return new Found(mine, ResolvedFrom.Own);
        }

        if (FindIn(wanted, 0, firstOlder, covered) is { } loaded)
        {
            return new Found(loaded, ResolvedFrom.Own);
        }

        return (covered ? ShippedScope.Instance.FindCovered(wanted) : ShippedScope.Instance.FindExact(wanted)) is { } shipped
            ? new Found(shipped, ResolvedFrom.Shipped)
            : new Found(FindIn(wanted, firstOlder, packages.Count, covered), ResolvedFrom.Own);
    }

    private Definition? FindIn(in CanonicalReference wanted, int start, int end, bool covered)
    {
        for (var i = start; i < end; i++)
        {
            if ((covered ? packages[i].Table.FindCovered(wanted) : packages[i].Table.Find(wanted)) is { } definition)
            {
                return definition;
            }
        }

        return null;
    }
}
