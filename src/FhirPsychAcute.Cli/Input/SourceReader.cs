using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>Reads the resources of files one after the other; of an NDJSON file or a package never more than one at a time is in memory.</summary>
internal static class SourceReader
{
    private const string PackageRoot = "package/";

    /// <summary>The resources of all files, in order.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async IAsyncEnumerable<SourceResource> ReadAsync(
        IEnumerable<InputFile> files, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var file in files)
        {
            var resources = file.IsNdjson ? ReadLines(file, cancellationToken) : file.IsPackage ? ReadPackage(file, cancellationToken) : ReadWhole(file, cancellationToken);
            await foreach (var resource in resources)
            {
                yield return resource;
            }
        }
    }

    private static async IAsyncEnumerable<SourceResource> ReadWhole(InputFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new SourceResource(new SourceLocation(file.Path), await File.ReadAllBytesAsync(file.Path, cancellationToken));
    }

    private static async IAsyncEnumerable<SourceResource> ReadLines(InputFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        await foreach (var line in new NdjsonReader(stream, SourceResource.Limits).ReadAllAsync(cancellationToken))
        {
            // Like every other fault's, its line counts from where the resource begins.
            var tooLong = line.Issue is null ? null : line.Issue with { Position = new SourcePosition(1, 1, 0) };
            yield return new SourceResource(new SourceLocation(file.Path, line.Number), line.Bytes, tooLong);
        }
    }

    private static async IAsyncEnumerable<SourceResource> ReadPackage(InputFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file.Path);
        await using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
        await using var archive = new TarReader(unzipped);
        while (await archive.GetNextEntryAsync(cancellationToken: cancellationToken) is { } entry)
        {
            if (entry.DataStream is null || !IsResourceFile(entry.Name))
            {
                continue;
            }

            using var content = new MemoryStream((int)entry.Length);
            await entry.DataStream.CopyToAsync(content, cancellationToken);
            yield return new SourceResource(new SourceLocation($"{file.Path}!{entry.Name}"), content.ToArray());
        }
    }

    // What the publisher's tools left behind (package.json, .index.json, openapi/, other/) is not content of the package.
    private static bool IsResourceFile(string name)
    {
        if (!name.StartsWith(PackageRoot, StringComparison.Ordinal) || !name.EndsWith(".json", StringComparison.Ordinal))
        {
            return false;
        }

        var inside = name.AsSpan(PackageRoot.Length);
        var isContent = !inside.Contains('/') || inside.StartsWith("example/", StringComparison.Ordinal);
        return isContent && Path.GetFileName(name) is not "package.json" && !Path.GetFileName(name).StartsWith('.');
    }
}
