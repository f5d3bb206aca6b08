using System.Text.Json;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Packages.Reading;

/// <summary>
/// Resources in files of a folder: an unpacked package, or just resources without a manifest. With an <c>.index.json</c> that lists exactly the files that are there,
/// no file is opened before its definition is asked for; otherwise each is read once to see what it is.
/// </summary>
internal sealed class PackageFolder
{
    private static readonly string[] ExampleFolders = ["example", "examples"];

    private readonly string path;
    private readonly List<PackageFile> files = [];
    private readonly List<ValidationIssue> findings = [];

    private PackageFolder(string path) => this.path = path;

    /// <summary>Reads a package's folder.</summary>
    /// <param name="path">The path as it was given.</param>
    /// <param name="root">The folder in which <c>package.json</c> is.</param>
    /// <exception cref="PackageFault">It is no FHIR package.</exception>
    public static PackageContent ReadPackage(string path, string root)
    {
        byte[] manifest;
        try
        {
            manifest = File.ReadAllBytes(Path.Combine(root, PackageManifest.FileName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PackageFault("package.cannot-open", exception.Message);
        }

        return new PackageFolder(path).Read(root, PackageManifest.Read(manifest));
    }

    /// <summary>Reads a folder of resource files, JSON and XML.</summary>
    public static PackageContent ReadBare(string path) => new PackageFolder(path).Read(path, manifest: null);

    /// <summary>Reads one resource file, JSON or XML.</summary>
    /// <exception cref="PackageFault">It is no resource.</exception>
    public static PackageContent ReadFile(string path)
    {
        try
        {
            return Open(path, Path.GetFileName(path)) is { } file
                ? new PackageContent(path, null, [file], [])
                : throw new PackageFault("package.no-resource");
        }
        catch (JsonException exception)
        {
            throw new PackageFault("package.not-a-resource", exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PackageFault("package.cannot-open", exception.Message);
        }
    }

    private PackageContent Read(string root, PackageManifest? manifest)
    {
        try
        {
            ReadFiles(root, "");
            foreach (var folder in ExampleFolders)
            {
                if (Directory.Exists(Path.Combine(root, folder)))
                {
                    ReadFiles(Path.Combine(root, folder), folder + "/");
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PackageFault("package.cannot-open", exception.Message);
        }

        files.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return new PackageContent(path, manifest, files, findings);
    }

    private void ReadFiles(string folder, string prefix)
    {
        var found = new DirectoryInfo(folder).EnumerateFiles().Where(file => IsResourceFile(file.Name)).ToDictionary(file => file.Name, StringComparer.Ordinal);
        var index = PackageIndexFile.Read(folder, out var written);
        if (index is not null && !(index.Count == found.Count && index.Keys.All(found.ContainsKey)))
        {
            index = null;
        }

        foreach (var (name, file) in found)
        {
            // A file that was changed after the list was made may be something else by now.
            if (index is not null && file.LastWriteTimeUtc <= written)
            {
                files.Add(new PackageFile(prefix + name, index[name], new FileText(file.FullName)));
                continue;
            }

            try
            {
                if (Open(file.FullName, prefix + name) is { } resource)
                {
                    files.Add(resource);
                }
            }
            catch (Exception exception) when (exception is JsonException or PackageFault)
            {
                findings.Add(PackageFault.Issue(IssueSeverity.Warning, IssueCode.Invalid, path, "package.file-unreadable", prefix + name, exception.Message));
            }
        }
    }

    private static bool IsResourceFile(string name) =>
        name is not PackageManifest.FileName && !name.StartsWith('.')
        && (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));

    private static PackageFile? Open(string file, string name)
    {
        var bytes = File.ReadAllBytes(file);
        if (!LooksLikeXml(bytes))
        {
            return ResourceHead.Read(bytes) is { } head ? new PackageFile(name, head, new FileText(file)) : null;
        }

        // XML is kept as the JSON that it means.
        var parsed = ResourceDocument.ParseXml(bytes, DefinitionStore.R4.Schema);
        return parsed.Document is { } document && ResourceHead.Read(document.Bytes) is { } read
            ? new PackageFile(name, read, new CompressedText(document.Bytes.Span))
            : throw new PackageFault("package.not-a-resource", parsed.Issues[0].Message);
    }

    private static bool LooksLikeXml(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        // UTF-16 is XML too: JSON in FHIR is always UTF-8.
        return bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] || bytes.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
    }
}
