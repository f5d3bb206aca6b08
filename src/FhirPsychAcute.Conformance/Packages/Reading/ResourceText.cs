using System.IO.Compression;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Packages.Reading;

/// <summary>The JSON text of one resource of a package, kept small until someone reads it.</summary>
internal abstract class ResourceText
{
    private static readonly ParseLimits Limits = ParseLimits.Default with { MaxBytes = 512 << 20, MaxElements = 40_000_000 };

    private WeakReference<ResourceDocument>? document;

    /// <summary>Bytes of the text.</summary>
    public abstract long Length { get; }

    /// <summary>The text.</summary>
    /// <exception cref="InvalidDataException">It cannot be read any more.</exception>
    public abstract byte[] Read();

    /// <summary>The resource; parsed again only when nobody holds it any more. Faults of its structure are left to those who check it.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public ResourceDocument Document(string name)
    {
        if (document is { } kept && kept.TryGetTarget(out var known))
        {
            return known;
        }

        var parsed = ResourceDocument.Parse(Read(), DefinitionStore.R4.Schema, Limits);
        var read = parsed.Document ?? throw new InvalidDataException($"{name} cannot be read: {parsed.Issues[0].Message}");
        document = new WeakReference<ResourceDocument>(read);
        return read;
    }
}

/// <summary>A text in memory, compressed on its own: quickly, because most are never asked for.</summary>
internal sealed class CompressedText : ResourceText
{
    private readonly byte[] compressed;
    private readonly int length;

    public CompressedText(ReadOnlySpan<byte> text)
    {
        length = text.Length;
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(text.Length));
        compressed = BrotliEncoder.TryCompress(text, buffer, out var written, quality: 1, window: 18) ? buffer.AsSpan(0, written).ToArray() : [];
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
    }

    public override long Length => length;

    public override byte[] Read()
    {
        var text = new byte[length];
        return BrotliDecoder.TryDecompress(compressed, text, out var written) && written == length
            ? text
            : throw new InvalidDataException("The text of a package's file is damaged in memory.");
    }
}

/// <summary>A text in a file, read when it is asked for.</summary>
internal sealed class FileText(string path) : ResourceText
{
    public override long Length
    {
        get
        {
            var file = new FileInfo(path);
            return file.Exists ? file.Length : 0;
        }
    }

    public override byte[] Read()
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read any more: {exception.Message}", exception);
        }
    }
}
