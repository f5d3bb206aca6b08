using System.Formats.Tar;
using System.IO.Compression;

namespace FhirPsychAcute.TestData;

/// <summary>A file in a FHIR package.</summary>
/// <param name="Package">File name of the package without extension: <c>hl7.fhir.dk.core-3.7.0</c>.</param>
/// <param name="Name">Path in the package: <c>example/Patient-john.json</c>.</param>
/// <param name="Bytes">Content.</param>
internal sealed record PackageFile(string Package, string Name, byte[] Bytes)
{
    /// <summary>Package and path, so that a failing test says which file it was.</summary>
    public override string ToString() => $"{Package}/{Name}";
}

/// <summary>Published Danish FHIR packages in the conformance data.</summary>
internal static class PackageExamples
{
    private const string Root = "package/";
    private const string ExampleFolder = "example/";

    /// <summary>The packages' names, in order: <c>hl7.fhir.dk.core-3.7.0</c>.</summary>
    public static IEnumerable<string> Packages =>
        Directory.EnumerateFiles(ConformanceData.Locate("packages"), "*.tgz").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!;

    /// <summary>The example instances of all packages; each package is unpacked as it is reached.</summary>
    public static IEnumerable<PackageFile> All => Packages.SelectMany(Of);

    /// <summary>The example instances of one package.</summary>
    public static IEnumerable<PackageFile> Of(string package) =>
        FilesOf(package).Where(file => file.Name.StartsWith(ExampleFolder, StringComparison.Ordinal)
            && file.Name.EndsWith(".json", StringComparison.Ordinal)
            && !file.Name.EndsWith("/.index.json", StringComparison.Ordinal));

    /// <summary>Every file of one package, named by its path below <c>package/</c>.</summary>
    public static IEnumerable<PackageFile> FilesOf(string package)
    {
        using var file = File.OpenRead(ConformanceData.Locate($"packages/{package}.tgz"));
        using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        using var archive = new TarReader(unzipped);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.StartsWith(Root, StringComparison.Ordinal))
            {
                continue;
            }

            using var content = new MemoryStream();
            entry.DataStream.CopyTo(content);
            yield return new PackageFile(package, entry.Name[Root.Length..], content.ToArray());
        }
    }
}
