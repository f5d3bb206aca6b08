using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation;

namespace FhirPsychAcute.Conformance.Packages.Reading;

/// <summary>
/// Dependencies that nobody named but that lie beside the package that needs them: in a package cache as the folder <c>name#version</c>, else as the file
/// <c>name-version.tgz</c>. Only the version asked for counts; what ships with this room is not looked for.
/// </summary>
internal static class PackageNeighbours
{
    /// <summary>Adds the neighbours that are needed, and those that these need, before the packages that were named.</summary>
    public static (IReadOnlyList<PackageContent> Contents, IReadOnlyList<ValidationIssue> Findings) Complete(IReadOnlyList<PackageContent> named)
    {
        var findings = new List<ValidationIssue>();
        var neighbours = new List<PackageContent>();
        var asked = named.Where(content => content.Manifest is not null).Select(content => content.Manifest!.Id).ToHashSet();
        var waiting = new Queue<PackageContent>(named);
        while (waiting.TryDequeue(out var content))
        {
            foreach (var need in content.Manifest?.Dependencies ?? [])
            {
                if (!asked.Add(need) || ShippedScope.Instance.StandIn(need.Name) is not null || Find(content.Path, need) is not { } place)
                {
                    continue;
                }

                try
                {
                    var found = place.Read();
                    if (found.Manifest?.Id == need)
                    {
                        neighbours.Add(found);
                        waiting.Enqueue(found);
                        findings.Add(PackageFault.Issue(
                            IssueSeverity.Information, IssueCode.Informational, place.Path, "package.neighbour", need, content.Manifest!.Id));
                    }
                }
                catch (PackageFault fault)
                {
                    findings.Add(fault.ToIssue(IssueSeverity.Warning, place.Path));
                }
            }
        }

        return ([.. neighbours, .. named], findings);
    }

    private static PackagePlace? Find(string path, PackageId need)
    {
        var itself = Path.GetFullPath(Path.TrimEndingDirectorySeparator(path));
        if (Path.GetFileName(itself) == "package")
        {
            itself = Path.GetDirectoryName(itself)!;
        }

        // A name out of a manifest must not lead anywhere else.
        if (need.ToString().AsSpan().IndexOfAny('/', '\\') >= 0 || Path.GetDirectoryName(itself) is not { } folder)
        {
            return null;
        }

        foreach (var candidate in (string[])[$"{need.Name}#{need.Version}", $"{need.Name}-{need.Version}.tgz"])
        {
            if (PackagePlaces.PackageAt(Path.Combine(folder, candidate)) is { } place)
            {
                return place;
            }
        }

        return null;
    }
}
