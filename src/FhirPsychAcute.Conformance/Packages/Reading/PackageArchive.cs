using System.Buffers;
using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation;

namespace FhirPsychAcute.Conformance.Packages.Reading;

/// <summary>
/// A package as it is published: a gzipped tar with everything below <c>package/</c>. It is read once, from start to end; nothing is written to disk.
/// Its <c>.index.json</c> is not asked, because all files pass by anyway.
/// </summary>
internal sealed class PackageArchive
{
    private const string Root = "package/";

    private readonly string path;
    private readonly PackageLimits limits;
    private readonly SortedDictionary<string, PackageFile> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<ValidationIssue> findings = [];
    private PackageManifest? manifest;
    private long total;

    private PackageArchive(string path, PackageLimits limits)
    {
        this.path = path;
        this.limits = limits;
    }

    /// <summary>Reads a package.</summary>
    /// <exception cref="PackageFault">It is damaged, hostile, or no FHIR package.</exception>
    public static PackageContent Read(string path, PackageLimits? limits = null)
    {
        var archive = new PackageArchive(path, limits ?? PackageLimits.Default);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
            using var unzipped = new GZipStream(file, CompressionMode.Decompress);
            using var counted = new CountingStream(unzipped);
            using var tar = new TarReader(counted);
            archive.ReadAll(tar);
            archive.Drain(counted);

            // A gzip stream that stops short is not noticed by itself; its last four bytes say how long the text must be (RFC 1952 2.3.1).
            if (LengthSaid(file) != (uint)counted.Count)
            {
                throw new EndOfStreamException("It is cut short.");
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or NotSupportedException)
        {
            throw new PackageFault("package.damaged", exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PackageFault("package.cannot-open", exception.Message);
        }

        return new PackageContent(path, archive.manifest ?? throw new PackageFault("package.no-manifest"), [.. archive.files.Values], archive.findings);
    }

    private void ReadAll(TarReader tar)
    {
        while (tar.GetNextEntry() is { } entry)
        {
            var name = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
            if (ClimbsOut(name))
            {
                throw new PackageFault("package.path-outside", Shown(name));
            }

            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile))
            {
                continue;
            }

            Count(entry.Length, name);
            if (!names.Add(name))
            {
                throw new PackageFault("package.duplicate-file", Shown(name));
            }

            if (name.StartsWith(Root, StringComparison.Ordinal) && entry.DataStream is { } content)
            {
                Take(name[Root.Length..], content, (int)entry.Length);
            }
        }
    }

    private void Take(string name, Stream content, int length)
    {
        var isManifest = name == PackageManifest.FileName;
        if (!isManifest && !(PackageFile.IsResourcePath(name) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(name).StartsWith('.')))
        {
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            content.ReadExactly(buffer, 0, length);
            if (isManifest)
            {
                manifest = PackageManifest.Read(buffer.AsMemory(0, length));
            }
            else if (ResourceHead.Read(buffer.AsMemory(0, length)) is { } head)
            {
                files.Add(name, new PackageFile(name, head, new CompressedText(buffer.AsSpan(0, length))));
            }
        }
        catch (JsonException exception)
        {
            findings.Add(PackageFault.Issue(IssueSeverity.Warning, IssueCode.Invalid, path, "package.file-unreadable", name, exception.Message));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Count(long length, string name)
    {
        total += length;
        if (length > limits.FileBytes || total > limits.TotalBytes || names.Count >= limits.Files)
        {
            throw new PackageFault("package.too-large", Shown(name));
        }
    }

    private void Drain(Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(65536);
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                total += read;
                if (total > limits.TotalBytes)
                {
                    throw new PackageFault("package.too-large", Path.GetFileName(path));
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static uint LengthSaid(FileStream file)
    {
        Span<byte> last = stackalloc byte[sizeof(uint)];
        file.Seek(-last.Length, SeekOrigin.End);
        file.ReadExactly(last);
        return BinaryPrimitives.ReadUInt32LittleEndian(last);
    }

    private static bool ClimbsOut(string name) =>
        name.Length == 0 || name[0] is '/' or '\\' || name.Contains('\0', StringComparison.Ordinal) || (name.Length > 1 && name[1] == ':')
        || Array.Exists(name.Split('/', '\\'), part => part == "..");

    // A name out of an archive goes into messages: no control characters, and not endless.
    private static string Shown(string name)
    {
        var shown = new string([.. name.Take(200).Select(character => char.IsControl(character) ? '?' : character)]);
        return name.Length > 200 ? shown + "..." : shown;
    }
}
