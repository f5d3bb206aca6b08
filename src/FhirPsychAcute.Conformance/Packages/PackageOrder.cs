using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages.Reading;
using FhirPsychAcute.Conformance.Validation;

namespace FhirPsychAcute.Conformance.Packages;

/// <summary>Which of the packages read are loaded, and in which order the root asks them.</summary>
internal static class PackageOrder
{
    /// <summary>The packages to load: not twice the same, none of another FHIR version, none that ships.</summary>
    public static (IReadOnlyList<LoadedPackage> Packages, IReadOnlyList<ValidationIssue> Findings) Loadable(IReadOnlyList<PackageContent> contents)
    {
        var packages = new List<LoadedPackage>();
        var findings = new List<ValidationIssue>();
        var known = new Dictionary<PackageId, string>();
        foreach (var content in contents)
        {
            if (content.Manifest is not { } manifest)
            {
                packages.Add(LoadedPackage.From(content));
                AddIfEmpty(findings, packages[^1]);
            }
            else if (!manifest.IsForR4)
            {
                findings.Add(Issue(IssueSeverity.Warning, IssueCode.NotSupported, content.Path, "package.other-fhir-version", manifest.Id, string.Join(", ", manifest.FhirVersions)));
            }
            else if (ShippedScope.Instance.StandIn(manifest.Id.Name) is { } shipped && (shipped.Version == manifest.Id.Version || shipped.Name == "hl7.fhir.r4.core"))
            {
                findings.Add(Issue(IssueSeverity.Information, IssueCode.Informational, content.Path, "package.ships", manifest.Id, shipped));
            }
            else if (!known.TryAdd(manifest.Id, content.Path))
            {
                findings.Add(Issue(IssueSeverity.Information, IssueCode.Duplicate, content.Path, "package.loaded-twice", manifest.Id, known[manifest.Id]));
            }
            else
            {
                packages.Add(LoadedPackage.From(content));
                AddIfEmpty(findings, packages[^1]);
            }
        }

        return (packages, findings);
    }

    /// <summary>
    /// The view of everything: the package named last first, of one package its highest version first; older versions of what ships with this room only after that.
    /// </summary>
    public static RootScope Root(IReadOnlyList<LoadedPackage> loaded)
    {
        var lastNamed = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < loaded.Count; i++)
        {
            lastNamed[Key(loaded[i], i)] = i;
        }

        var newestFirst = loaded
            .Select((package, number) => (Package: package, LastNamed: lastNamed[Key(package, number)], Number: number))
            .OrderByDescending(item => item.LastNamed)
            .ThenByDescending(item => item.Package.Id.Version, Comparer<string>.Create(PackageVersion.Compare))
            .Select(item => item.Package)
            .ToList();
        var older = newestFirst.Where(IsOlderThanShipped).ToList();
        return new RootScope([.. newestFirst.Except(older), .. older], newestFirst.Count - older.Count);
    }

    // Files without a manifest are not versions of each other, whatever their names.
    private static string Key(LoadedPackage package, int number) => package.IsAnonymous ? $"{number} {package.Id.Name}" : package.Id.Name;

    private static bool IsOlderThanShipped(LoadedPackage package) =>
        !package.IsAnonymous && ShippedScope.Instance.StandIn(package.Id.Name) is { } shipped && PackageVersion.Compare(package.Id.Version, shipped.Version) < 0;

    private static void AddIfEmpty(List<ValidationIssue> findings, LoadedPackage package)
    {
        if (package.IsAnonymous && !package.HasDefinitions)
        {
            findings.Add(Issue(IssueSeverity.Warning, IssueCode.NotFound, package.Path!, "package.empty"));
        }
    }

    private static ValidationIssue Issue(IssueSeverity severity, string code, string path, string messageId, params object[] arguments) =>
        PackageFault.Issue(severity, code, path, messageId, arguments);
}
