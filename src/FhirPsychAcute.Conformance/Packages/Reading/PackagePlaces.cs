using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation;

namespace FhirPsychAcute.Conformance.Packages.Reading;

/// <summary>
/// Finds what a path means: a package file, an unpacked package (the folder that holds <c>package.json</c> or the one above it), a FHIR package cache or any folder of
/// packages, a folder of resource files, or one resource file.
/// </summary>
internal static class PackagePlaces
{
    private const string PackageFolderName = "package";

    /// <summary>Reads everything at the paths, in order, a path given twice once; what cannot be read becomes a finding.</summary>
    public static (IReadOnlyList<PackageContent> Contents, IReadOnlyList<ValidationIssue> Findings) Read(IReadOnlyList<string> paths)
    {
        var findings = new List<ValidationIssue>();
        var readers = new List<PackagePlace>();
        foreach (var path in paths.DistinctBy(Path.GetFullPath, StringComparer.Ordinal))
        {
            try
            {
                readers.AddRange(Find(path));
            }
            catch (PackageFault fault)
            {
                findings.Add(fault.ToIssue(IssueSeverity.Error, path));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                findings.Add(new PackageFault("package.cannot-open", exception.Message).ToIssue(IssueSeverity.Error, path));
            }
        }

        // Unpacking is most of the work, and the packages do not need each other yet.
        var read = new (PackageContent? Content, PackageFault? Fault)[readers.Count];
        Parallel.For(0, read.Length, i => read[i] = Try(readers[i]));
        var contents = new List<PackageContent>();
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i].Content is { } content)
            {
                contents.Add(content);
            }
            else
            {
                findings.Add(read[i].Fault!.ToIssue(IssueSeverity.Error, readers[i].Path));
            }
        }

        return (contents, findings);
    }

    /// <summary>The package that a path is: a file, or the folder of one unpacked; null when it is neither.</summary>
    public static PackagePlace? PackageAt(string path) =>
        File.Exists(path) ? IsArchive(path) ? new PackagePlace(path, () => PackageArchive.Read(path)) : null : UnpackedPackage(path);

    private static (PackageContent? Content, PackageFault? Fault) Try(PackagePlace place)
    {
        try
        {
            return (place.Read(), null);
        }
        catch (PackageFault fault)
        {
            return (null, fault);
        }
    }

    private static List<PackagePlace> Find(string path)
    {
        if (File.Exists(path))
        {
            return [IsArchive(path) ? new PackagePlace(path, () => PackageArchive.Read(path)) : new PackagePlace(path, () => PackageFolder.ReadFile(path))];
        }

        if (!Directory.Exists(path))
        {
            throw new PackageFault("package.not-found");
        }

        if (UnpackedPackage(path) is { } package)
        {
            return [package];
        }

        List<PackagePlace> inside =
        [
            .. Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal)
                .Where(folder => File.Exists(Path.Combine(folder, PackageFolderName, PackageManifest.FileName)))
                .Select(folder => new PackagePlace(folder, () => PackageFolder.ReadPackage(folder, Path.Combine(folder, PackageFolderName)))),
            .. Directory.EnumerateFiles(path).Where(IsArchive).Order(StringComparer.Ordinal).Select(file => new PackagePlace(file, () => PackageArchive.Read(file))),
        ];

        // Resource files beside packages count too; a folder with neither is read as one of resources, so that it is said that it holds none.
        if (inside.Count == 0 || Directory.EnumerateFiles(path, "*.json").Any(file => !Path.GetFileName(file).StartsWith('.')))
        {
            inside.Add(new PackagePlace(path, () => PackageFolder.ReadBare(path)));
        }

        return inside;
    }

    private static PackagePlace? UnpackedPackage(string folder)
    {
        var below = Path.Combine(folder, PackageFolderName);
        var root = File.Exists(Path.Combine(below, PackageManifest.FileName)) ? below
            : File.Exists(Path.Combine(folder, PackageManifest.FileName)) ? folder
            : null;
        return root is null ? null : new PackagePlace(folder, () => PackageFolder.ReadPackage(folder, root));
    }

    private static bool IsArchive(string path) =>
        path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Something that can be read as a package.</summary>
/// <param name="Path">File or folder.</param>
/// <param name="Read">Reads it; throws <see cref="PackageFault"/>.</param>
internal sealed record PackagePlace(string Path, Func<PackageContent> Read);
