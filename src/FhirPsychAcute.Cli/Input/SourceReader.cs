using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>
/// Reads the resources of files one after the other; of an NDJSON file or a package never more than one at a time is in memory. A file that cannot be read is
/// told in its place, and the rest goes on.
/// </summary>
internal static class SourceReader
{
    private const string PackageRoot = "package/";

    /// <summary>The resources of all files, in order.</summary>
    /// <param name="files">The files.</param>
    /// <param name="input">Opens the standard input, for the file <c>-</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<SourceResource> ReadAsync(
        IEnumerable<InputFile> files, Func<Stream>? input = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var file in files)
        {
            await using var resources = Open(file, input, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                SourceResource resource;
                var isLast = false;
                try
                {
                    if (!await resources.MoveNextAsync())
                    {
                        break;
                    }

                    resource = resources.Current;
                }
                catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
                {
                    (resource, isLast) = (Unreadable(file, fault), true);
                }

                yield return resource;
                if (isLast)
                {
                    break;
                }
            }
        }
    }

    /// <summary>The resource on one line of NDJSON.</summary>
    public static SourceResource OfLine(string file, NdjsonLine line)
    {
        // Like every other fault's, its line counts from where the resource begins.
        var tooLong = line.Issue is null ? null : StructureIssues.From(line.Issue with { Position = new SourcePosition(1, 1, 0) });
        return new SourceResource(new SourceLocation(file, line.Number), line.Bytes, IsXml: false, tooLong);
    }

    private static IAsyncEnumerable<SourceResource> Open(InputFile file, Func<Stream>? input, CancellationToken cancellationToken) =>
        file.Path == StandardInput.Path && input is not null ? StandardInput.ReadAsync(input(), cancellationToken)
        : file.IsNdjson ? ReadLines(file, cancellationToken)
        : file.IsPackage ? ReadPackage(file, cancellationToken)
        : ReadWhole(file, cancellationToken);

    private static async IAsyncEnumerable<SourceResource> ReadWhole(InputFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new SourceResource(new SourceLocation(file.Path), await File.ReadAllBytesAsync(file.Path, cancellationToken), file.IsXml);
    }

    private static async IAsyncEnumerable<SourceResource> ReadLines(InputFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        await foreach (var line in new NdjsonReader(stream, SourceResource.Limits).ReadAllAsync(cancellationToken))
        {
            yield return OfLine(file.Path, line);
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

            using var content = new MemoryStream((int)Math.Min(entry.Length, 1 << 20));
            await entry.DataStream.CopyToAsync(content, cancellationToken);
            yield return new SourceResource(new SourceLocation($"{file.Path}!{entry.Name}"), content.ToArray());
        }
    }

    private static SourceResource Unreadable(InputFile file, Exception fault) => new(
        new SourceLocation(file.Path), default, IsXml: false,
        new ValidationIssue(IssueSeverity.Fatal, IssueCode.Exception, "outcome.unreadable", [fault.Message.ReplaceLineEndings(" ")], "", new SourcePosition(1, 1, 0), ""));

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
