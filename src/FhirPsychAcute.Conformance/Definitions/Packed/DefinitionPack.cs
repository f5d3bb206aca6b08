using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace FhirPsychAcute.Conformance;

/// <summary>A pack of definitions on disk (<see cref="PackLayout"/>): its front in memory, its definitions read and inflated on demand. Safe for any number of threads.</summary>
internal sealed class DefinitionPack : IDisposable
{
    private readonly SafeFileHandle file;
    private readonly string path;
    private readonly byte[] front;
    private readonly Lazy<PackLabels> labels;

    private DefinitionPack(string path, SafeFileHandle file, byte[] front)
    {
        this.path = path;
        this.file = file;
        this.front = front;
        labels = new Lazy<PackLabels>(() => PackLabels.FromBytes(Section(PackLayout.Labels).ToArray()));
    }

    /// <summary>Opens a pack and reads its front.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, cut short, or of another layout.</exception>
    public static DefinitionPack Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The packed FHIR definitions are missing: {path}. Building FhirPsychAcute.Conformance makes them.", path);
        }

        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            return new DefinitionPack(path, handle, ReadFront(path, handle));
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    public ReadOnlyMemory<byte> Schema => Section(PackLayout.Schema);

    public ReadOnlyMemory<byte> SearchParameters => Section(PackLayout.SearchParameters);

    public PackLabels Labels => labels.Value;

    private ReadOnlySpan<IndexRow> Rows => MemoryMarshal.Cast<byte, IndexRow>(Section(PackLayout.Index).Span);

    /// <summary>Number of definitions.</summary>
    public int Count => Section(PackLayout.Index).Length / Unsafe.SizeOf<IndexRow>();

    public ref readonly IndexRow this[int index] => ref Rows[index];

    public ReadOnlySpan<byte> Url(int index) => Url(Rows[index]);

    /// <summary>The definitions of a url, in order of precedence, as a range of index rows; empty when there are none.</summary>
    public (int Start, int End) Find(ReadOnlySpan<char> url)
    {
        var length = Encoding.UTF8.GetByteCount(url);
        byte[]? rented = null;
        var utf8 = length <= 512 ? stackalloc byte[512] : rented = ArrayPool<byte>.Shared.Rent(length);
        utf8 = utf8[..Encoding.UTF8.GetBytes(url, utf8)];
        var rows = Rows;
        var low = 0;
        var high = rows.Length;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (Url(rows[middle]).SequenceCompareTo(utf8) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var end = low;
        while (end < rows.Length && Url(rows[end]).SequenceEqual(utf8))
        {
            end++;
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return (low, end);
    }

    /// <summary>The JSON of a definition.</summary>
    /// <exception cref="InvalidDataException">The definition is damaged in the file.</exception>
    public byte[] Inflate(int index)
    {
        var row = Rows[index];
        if (row.Length < 0 || row.DeflatedLength < 0)
        {
            throw Damaged(path, "its index is damaged");
        }

        var deflated = ArrayPool<byte>.Shared.Rent(row.DeflatedLength);
        try
        {
            var source = deflated.AsSpan(0, row.DeflatedLength);
            if (!ReadFully(file, source, row.Offset))
            {
                throw Damaged(path, "it is cut short");
            }

            var json = new byte[row.Length];
            return BrotliDecoder.TryDecompress(source, json, out var written) && written == json.Length
                ? json
                : throw Damaged(path, $"the definition {Encoding.UTF8.GetString(Url(row))} cannot be inflated");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(deflated);
        }
    }

    public void Dispose() => file.Dispose();

    private ReadOnlySpan<byte> Url(in IndexRow row) => Section(PackLayout.Urls).Span.Slice(row.UrlStart, row.UrlLength);

    private ReadOnlyMemory<byte> Section(int number)
    {
        var place = front.AsSpan(PackLayout.SectionsOffset + (8 * number));
        return front.AsMemory(BinaryPrimitives.ReadInt32LittleEndian(place), BinaryPrimitives.ReadInt32LittleEndian(place[4..]));
    }

    private static byte[] ReadFront(string path, SafeFileHandle file)
    {
        var head = new byte[PackLayout.HeadLength];
        if (!ReadFully(file, head, 0) || !head.AsSpan().StartsWith(PackLayout.Magic))
        {
            throw Damaged(path, "it is not a pack of this version");
        }

        var fileLength = RandomAccess.GetLength(file);
        if (BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(PackLayout.FileLengthOffset)) != fileLength)
        {
            throw Damaged(path, "it is cut short");
        }

        var end = (long)PackLayout.HeadLength;
        for (var i = 0; i < PackLayout.Sections; i++)
        {
            var place = head.AsSpan(PackLayout.SectionsOffset + (8 * i));
            var start = BinaryPrimitives.ReadInt32LittleEndian(place);
            var length = BinaryPrimitives.ReadInt32LittleEndian(place[4..]);
            if (start != end || length < 0 || end + length > Math.Min(fileLength, Array.MaxLength))
            {
                throw Damaged(path, "its head is damaged");
            }

            end += length;
        }

        var bytes = GC.AllocateUninitializedArray<byte>((int)end);
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(PackLayout.CrcOffset));
        return ReadFully(file, bytes, 0) && PackLayout.Crc(bytes.AsSpan(PackLayout.FileLengthOffset)) == crc
            ? bytes
            : throw Damaged(path, "its checksum is wrong");
    }

    private static bool ReadFully(SafeFileHandle file, Span<byte> buffer, long offset)
    {
        while (!buffer.IsEmpty)
        {
            var read = RandomAccess.Read(file, buffer, offset);
            if (read == 0)
            {
                return false;
            }

            buffer = buffer[read..];
            offset += read;
        }

        return true;
    }

    private static InvalidDataException Damaged(string path, string fault) =>
        new($"The packed FHIR definitions in {path} cannot be used: {fault}. Delete the file and build again.");
}
