using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Packages.Writing;

/// <summary>
/// Writes a FHIR package as it is published: a gzipped tar with <c>package/package.json</c>, the resources, the examples in <c>package/example/</c>, and an
/// <c>.index.json</c> (version 2) in each of the two folders. The same content gives the same bytes: the files stand in order of name and carry one fixed time.
/// </summary>
public static class PackageWriter
{
    private const string Root = "package/";
    private const string ExampleFolder = "example/";
    private const UnixFileMode ReadableByAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    // The time that npm gives to files in packages; some tools refuse the year 1970.
    private static readonly DateTimeOffset Always = new(1985, 10, 26, 8, 15, 0, TimeSpan.Zero);

    /// <summary>Writes a package.</summary>
    /// <param name="output">Where to; need not be seekable, and stays open.</param>
    /// <param name="manifest">The package's <c>package.json</c>, UTF-8.</param>
    /// <param name="definitions">The resources that the package is for.</param>
    /// <param name="examples">Examples of their use.</param>
    /// <exception cref="InvalidDataException">A text is no resource, or two have the same type and id.</exception>
    public static void Write(Stream output, ReadOnlyMemory<byte> manifest, IEnumerable<ReadOnlyMemory<byte>> definitions, IEnumerable<ReadOnlyMemory<byte>> examples)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(examples);
        var resources = Ordered(definitions);
        var instances = Ordered(examples);
        using var zipped = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        using var tar = new TarWriter(zipped, TarEntryFormat.Ustar, leaveOpen: true);

        // Readers that stop at the manifest find it first.
        Write(tar, Root + "package.json", manifest);
        Write(tar, Root + ".index.json", PackageIndexText.Make(resources));
        foreach (var resource in resources)
        {
            Write(tar, Root + resource.Name, resource.Json);
        }

        if (instances.Count > 0)
        {
            Write(tar, Root + ExampleFolder + ".index.json", PackageIndexText.Make(instances));
        }

        foreach (var instance in instances)
        {
            Write(tar, Root + ExampleFolder + instance.Name, instance.Json);
        }
    }

    private static List<PackagedFile> Ordered(IEnumerable<ReadOnlyMemory<byte>> texts)
    {
        var files = texts.Select(PackagedFile.Of).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        for (var i = 1; i < files.Count; i++)
        {
            if (files[i].Name == files[i - 1].Name)
            {
                throw new InvalidDataException($"Two resources would be the file {files[i].Name} of the package.");
            }
        }

        return files;
    }

    private static void Write(TarWriter tar, string name, ReadOnlyMemory<byte> content) => tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
    {
        DataStream = new MemoryStream(content.ToArray()),
        Mode = ReadableByAll,
        ModificationTime = Always,
    });
}

/// <summary>A resource on its way into a package, its file named after its type and id.</summary>
internal sealed record PackagedFile(string Name, ReadOnlyMemory<byte> Json, DefinitionSource Source)
{
    /// <exception cref="InvalidDataException">The text is no resource with an id.</exception>
    public static PackagedFile Of(ReadOnlyMemory<byte> json)
    {
        try
        {
            return DefinitionSource.Read(json) is { Id: { Length: > 0 } id } source
                ? new PackagedFile($"{source.ResourceType}-{id}.json", json, source)
                : throw new InvalidDataException("A resource of the package has no type or no id.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"A resource of the package is not JSON: {exception.Message}", exception);
        }
    }
}
