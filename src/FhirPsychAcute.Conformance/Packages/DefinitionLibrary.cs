using System.Diagnostics.CodeAnalysis;
using FhirPsychAcute.Conformance.Packages.Reading;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>All packages that are loaded: R4 as shipped and those of the operator. Immutable and safe for any number of threads.</summary>
public sealed class DefinitionLibrary
{
    private static readonly Lazy<DefinitionLibrary> Shipped = new(() => new DefinitionLibrary([], []));

    private readonly Dictionary<PackageId, LoadedPackage> byId = [];
    private readonly Lazy<IReadOnlyList<LoadedPackage>> shippedPackages = new(() =>
        [.. ShippedScope.Instance.Packages.Select((id, number) => LoadedPackage.Shipped(id, PackageReport.ShippedManifest(id, number)))]);

    private DefinitionLibrary(IReadOnlyList<LoadedPackage> loaded, IReadOnlyList<ValidationIssue> findings)
    {
        Packages = loaded;
        foreach (var package in loaded)
        {
            byId[package.Id] = package;
        }

        // What depends on what comes first; the closures follow it.
        foreach (var package in loaded)
        {
            package.Dependencies = [.. package.Needs.Select(need => DependencyClosure.Settle(need, loaded))];
        }

        var root = PackageOrder.Root(loaded);
        foreach (var package in loaded)
        {
            if (package.IsAnonymous)
            {
                package.See(root.SeenBy(package));
                continue;
            }

            var closure = DependencyClosure.Of(package, byId);
            package.See(new PackageScope(closure, root));
            package.InstanceScope = new InstanceScope(closure, root);
        }

        HasSeveralVersions = loaded.DistinctBy(package => package.Id.Name, StringComparer.Ordinal).Count() < loaded.Count
            || loaded.Any(package => ShippedScope.Instance.StandIn(package.Id.Name) is not null);
        Root = loaded.Count == 0 ? ShippedScope.Instance : root;
        Findings = [.. findings, .. PackageReport.Dependencies(loaded)];
    }

    /// <summary>Only what ships with this room.</summary>
    public static DefinitionLibrary R4 => Shipped.Value;

    /// <summary>The types of R4.</summary>
    public SchemaCatalog Schema => Root.Schema;

    /// <summary>The view from outside: everything loaded.</summary>
    public DefinitionScope Root { get; }

    /// <summary>Whether a package is loaded in several versions, so that it matters who asks.</summary>
    public bool HasSeveralVersions { get; }

    /// <summary>The operator's packages in the order in which they were loaded.</summary>
    public IReadOnlyList<LoadedPackage> Packages { get; }

    /// <summary>The packages that ship with this room.</summary>
    public IReadOnlyList<LoadedPackage> ShippedPackages => shippedPackages.Value;

    /// <summary>
    /// What there is to say about the packages, ready to print: paths and files that could not be read (the path is the issue's source), dependencies that are missing
    /// or that another version stands in for.
    /// </summary>
    public IReadOnlyList<ValidationIssue> Findings { get; }

    /// <summary>Dependencies that are not loaded, each with the packages that ask for it.</summary>
    public IReadOnlyList<MissingDependency> Missing => PackageReport.Missing(Packages);

    /// <summary>
    /// R4 and what is at the paths, each of which may be a package (<c>.tgz</c>), an unpacked package, a FHIR package cache or another folder of packages, a folder of
    /// resource files, or one resource file (JSON or XML). What cannot be loaded is left out and named in <see cref="Findings"/>. Where several packages define
    /// the same canonical, the one named last counts, and of one package its highest version. Dependencies that lie beside a package that needs them are loaded too.
    /// </summary>
    public static DefinitionLibrary Load(params IEnumerable<string> paths)
    {
        var (contents, findings) = PackagePlaces.Read([.. paths]);
        var (completed, neighbours) = PackageNeighbours.Complete(contents);
        var (packages, more) = PackageOrder.Loadable(completed);
        return new DefinitionLibrary(packages, [.. findings, .. completed.SelectMany(content => content.Findings), .. neighbours, .. more]);
    }

    /// <summary>
    /// The view of a resource that claims a profile: first the profile's package with the versions that it depends on, then everything loaded.
    /// </summary>
    public DefinitionScope ScopeFor(Definition profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return byId.TryGetValue(profile.Package, out var package) && package.InstanceScope is { } scope ? scope : Root;
    }

    /// <summary>Finds a loaded package by name and exact version.</summary>
    public bool TryGetPackage(PackageId id, [NotNullWhen(true)] out LoadedPackage? package) => byId.TryGetValue(id, out package);
}
