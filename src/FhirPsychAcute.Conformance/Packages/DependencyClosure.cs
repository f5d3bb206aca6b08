namespace FhirPsychAcute.Conformance.Packages;

/// <summary>
/// The packages that a package sees: itself, what it depends on, what those depend on, and so on. Of two versions of a package that the closure names, the nearer
/// counts, and of two equally near the one named first.
/// </summary>
internal sealed class DependencyClosure
{
    private DependencyClosure(IReadOnlyList<LoadedPackage> packages, IReadOnlySet<LoadedPackage> older, IReadOnlySet<string> standIns)
    {
        Packages = packages;
        Older = older;
        StandIns = standIns;
    }

    /// <summary>The package itself and its closure, nearest first; without what ships with this room.</summary>
    public IReadOnlyList<LoadedPackage> Packages { get; }

    /// <summary>Those that are there because an older version stands in for the one that is asked for: what they lack may be in that one.</summary>
    public IReadOnlySet<LoadedPackage> Older { get; }

    /// <summary>Names of packages that ship with this room and stand in for another version that the closure asks for.</summary>
    public IReadOnlySet<string> StandIns { get; }

    /// <summary>Follows the dependencies, which must have been settled before for all packages.</summary>
    public static DependencyClosure Of(LoadedPackage package, IReadOnlyDictionary<PackageId, LoadedPackage> byId)
    {
        var packages = new List<LoadedPackage> { package };
        var names = new HashSet<string>(StringComparer.Ordinal) { package.Id.Name };
        var older = new HashSet<LoadedPackage>();
        var standIns = new HashSet<string>(StringComparer.Ordinal);

        // The list grows as it is walked, level by level; each name enters once, so that a circle ends.
        for (var i = 0; i < packages.Count; i++)
        {
            foreach (var dependency in packages[i].Dependencies)
            {
                if (dependency.Resolved is not { } id || !names.Add(id.Name))
                {
                    continue;
                }

                if (byId.TryGetValue(id, out var needed) && !needed.IsShipped)
                {
                    packages.Add(needed);
                    if (older.Contains(packages[i]) || (dependency.State == DependencyState.StandIn && PackageVersion.Compare(id.Version, dependency.Asked.Version) < 0))
                    {
                        older.Add(needed);
                    }
                }
                else if (dependency.State == DependencyState.StandIn)
                {
                    standIns.Add(id.Name);
                }
            }
        }

        return new DependencyClosure(packages, older, standIns);
    }

    /// <summary>Which package answers to a dependency.</summary>
    /// <param name="asked">Name and version, the version perhaps <c>4.0.x</c> or <c>latest</c>.</param>
    /// <param name="loaded">The operator's packages.</param>
    public static PackageDependency Settle(PackageId asked, IReadOnlyList<LoadedPackage> loaded)
    {
        LoadedPackage? exact = null, covered = null, newest = null, sameMajor = null;
        var isLabel = PackageVersion.IsLabel(asked.Version);
        foreach (var package in loaded)
        {
            if (package.Id.Name != asked.Name)
            {
                continue;
            }

            if (package.Id.Version == asked.Version)
            {
                exact = package;
            }

            if (PackageVersion.IsCoveredBy(package.Id.Version, asked.Version))
            {
                covered = Higher(covered, package);
            }

            if (PackageVersion.Major(package.Id.Version) is { } major && major == PackageVersion.Major(asked.Version))
            {
                sameMajor = Higher(sameMajor, package);
            }

            newest = Higher(newest, package);
        }

        if ((exact ?? covered ?? (isLabel ? newest : null)) is { } found)
        {
            return new PackageDependency(asked, DependencyState.Loaded, found.Id);
        }

        if (ShippedScope.Instance.StandIn(asked.Name) is { } shipped)
        {
            var isIt = shipped.Version == asked.Version || isLabel || PackageVersion.IsCoveredBy(shipped.Version, asked.Version);
            return new PackageDependency(asked, isIt ? DependencyState.Shipped : DependencyState.StandIn, shipped);
        }

        // Versions of the same major number promise to keep what was there (semantic versioning); any other would be a guess.
        return sameMajor is null
            ? new PackageDependency(asked, DependencyState.Missing, null)
            : new PackageDependency(asked, DependencyState.StandIn, sameMajor.Id);
    }

    // A pre-release only where there is no release.
    private static LoadedPackage Higher(LoadedPackage? one, LoadedPackage other)
    {
        if (one is null)
        {
            return other;
        }

        var (oneIsRelease, otherIsRelease) = (PackageVersion.IsRelease(one.Id.Version), PackageVersion.IsRelease(other.Id.Version));
        return oneIsRelease != otherIsRelease ? (oneIsRelease ? one : other) : PackageVersion.Compare(other.Id.Version, one.Id.Version) > 0 ? other : one;
    }
}
