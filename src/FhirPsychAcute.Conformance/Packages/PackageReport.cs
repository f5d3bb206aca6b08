using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages.Reading;
using FhirPsychAcute.Conformance.Validation;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>A dependency that is not loaded.</summary>
/// <param name="Package">Name and version asked for.</param>
/// <param name="AskedBy">The packages that ask for it.</param>
/// <param name="StandIn">The version that is used instead; null when there is none.</param>
public sealed record MissingDependency(PackageId Package, IReadOnlyList<PackageId> AskedBy, PackageId? StandIn);

/// <summary>What there is to say about the dependencies of loaded packages.</summary>
internal static class PackageReport
{
    /// <summary>Dependencies that are missing or stood in for by another loaded version, by name and version.</summary>
    public static IReadOnlyList<MissingDependency> Missing(IReadOnlyList<LoadedPackage> packages) => Grouped(packages, isShipped: false);

    /// <summary>The same as findings, and the shipped packages that stand in for other versions.</summary>
    public static IEnumerable<ValidationIssue> Dependencies(IReadOnlyList<LoadedPackage> packages)
    {
        foreach (var missing in Missing(packages))
        {
            var askedBy = string.Join(", ", missing.AskedBy);
            yield return missing.StandIn is { } standIn
                ? PackageFault.Issue(IssueSeverity.Warning, IssueCode.NotFound, missing.Package.ToString(), "package.dependency-stand-in", missing.Package, askedBy, standIn)
                : PackageFault.Issue(IssueSeverity.Warning, IssueCode.NotFound, missing.Package.ToString(), "package.dependency-missing", missing.Package, askedBy);
        }

        foreach (var older in Grouped(packages, isShipped: true))
        {
            yield return PackageFault.Issue(
                IssueSeverity.Information, IssueCode.Informational, older.Package.ToString(), "package.dependency-stand-in", older.Package, string.Join(", ", older.AskedBy), older.StandIn!);
        }
    }

    /// <summary>The manifest of a package that ships, as far as it is kept.</summary>
    public static PackageManifest ShippedManifest(PackageId id, int number)
    {
        var label = ShippedScope.Instance.Store.Pack.Labels.Packages[number];
        return new PackageManifest { Id = id, Canonical = label.Canonical, FhirVersions = [ShippedScope.Instance.Schema.FhirVersion] };
    }

    private static List<MissingDependency> Grouped(IReadOnlyList<LoadedPackage> packages, bool isShipped) =>
    [
        .. packages
            .SelectMany(package => package.Dependencies, (package, dependency) => (AskedBy: package.Id, Dependency: dependency))
            .Where(need => need.Dependency.State is DependencyState.Missing or DependencyState.StandIn
                && isShipped == (need.Dependency.Resolved is { } resolved && ShippedScope.Instance.Packages.Contains(resolved)))
            .GroupBy(need => (need.Dependency.Asked, need.Dependency.Resolved), need => need.AskedBy)
            .OrderBy(asked => asked.Key.Asked.ToString(), StringComparer.Ordinal)
            .Select(asked => new MissingDependency(asked.Key.Asked, [.. asked], asked.Key.Resolved)),
    ];
}
