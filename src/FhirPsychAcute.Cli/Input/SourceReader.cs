using System.Formats.Tar;
using System.IO.Compression;

namespace FhirPsychAcute.Cli;

/// <summary>Reads the resources of a file one after the other; of an NDJSON file or a package never more than one at a time is in memory.</summary>
internal static class SourceReader
{
    private const string PackageRoot = "package/";
    private const int ChunkBytes = 1 << 20;

    /// <summary>The resources of a file, in order.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<SourceResource> Read(InputFile file) =>
        file.IsNdjson ? ReadLines(file)
        : file.IsPackage ? ReadPackage(file)
        : [new SourceResource(new SourceLocation(file.Path), File.ReadAllBytes(file.Path))];

    private static IEnumerable<SourceResource> ReadLines(InputFile file)
    {
        using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        var buffer = new byte[ChunkBytes];
        int start = 0, filled = 0;
        long line = 0;
        while (true)
        {
            var length = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line++;
                if (Content(buffer.AsSpan(start, length)) is { } bytes)
                {
                    yield return new SourceResource(new SourceLocation(file.Path, line), bytes);
                }

                start += length + 1;
                continue;
            }

            // What is left is the beginning of a line: move it to the front, or to a larger buffer when it fills this one.
            var rest = filled - start;
            var target = rest > buffer.Length / 2 ? new byte[checked(buffer.Length * 2)] : buffer;
            buffer.AsSpan(start, rest).CopyTo(target);
            buffer = target;
            start = 0;
            filled = rest;

            var read = stream.Read(buffer.AsSpan(filled));
            if (read == 0)
            {
                if (Content(buffer.AsSpan(0, rest)) is { } last)
                {
                    yield return new SourceResource(new SourceLocation(file.Path, line + 1), last);
                }

                yield break;
            }

            filled += read;
        }
    }

    // The line without white space around it; null for an empty line.
    private static byte[]? Content(ReadOnlySpan<byte> line)
    {
        var trimmed = line.Trim(" \t\r"u8);
        return trimmed.IsEmpty ? null : trimmed.ToArray();
    }

    private static IEnumerable<SourceResource> ReadPackage(InputFile file)
    {
        using var stream = File.OpenRead(file.Path);
        using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
        using var archive = new TarReader(unzipped);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || !IsResourceFile(entry.Name))
            {
                continue;
            }

            using var content = new MemoryStream((int)entry.Length);
            entry.DataStream.CopyTo(content);
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
