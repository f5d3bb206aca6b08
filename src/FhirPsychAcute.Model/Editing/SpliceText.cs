using System.Buffers;
using System.Globalization;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>Grows a piece of JSON text byte by byte; what edits put into a document is written here first.</summary>
internal struct SpliceText
{
    private static readonly SearchValues<byte> MustEscape = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private byte[] buffer;
    private int length;
    private bool rented;

    /// <summary>Starts with space for so many bytes.</summary>
    public SpliceText(int capacity)
    {
        buffer = GC.AllocateUninitializedArray<byte>(capacity);
        length = 0;
        rented = false;
    }

    /// <summary>Starts with rented space; <see cref="Release"/> gives it back.</summary>
    public static SpliceText Rent(int capacity) => new(0) { buffer = ArrayPool<byte>.Shared.Rent(capacity), rented = true };

    /// <summary>Gives rented space back; nothing can be written or read afterwards.</summary>
    public void Release()
    {
        if (rented)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
            rented = false;
        }
    }

    /// <summary>Bytes so far.</summary>
    public readonly int Length => length;

    /// <summary>The bytes so far.</summary>
    public readonly ReadOnlySpan<byte> Span => buffer.AsSpan(0, length);

    /// <summary>The bytes so far, in an array of their own.</summary>
    public readonly byte[] ToArray() => Span.ToArray();

    /// <summary>Takes back what was written after this length.</summary>
    public void Truncate(int to) => length = to;

    public void Write(byte value) => Reserve(1)[0] = value;

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    /// <summary>Writes ASCII text that needs no escapes.</summary>
    public void WriteAscii(string text) => Encoding.ASCII.GetBytes(text, Reserve(text.Length));

    /// <summary>Writes an instant in UTC with milliseconds.</summary>
    public void WriteInstant(DateTimeOffset instant)
    {
        var space = Reserve("2015-02-07T13:28:17.239Z".Length);
        instant.UtcDateTime.TryFormat(space, out _, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>Writes the content of a JSON string, escaping what must be escaped; says whether anything was.</summary>
    public bool WriteEscaped(ReadOnlySpan<byte> utf8)
    {
        var escaped = false;
        while (true)
        {
            var run = utf8.IndexOfAny(MustEscape);
            if (run < 0)
            {
                Write(utf8);
                return escaped;
            }

            escaped = true;
            Write(utf8[..run]);
            WriteEscape(utf8[run]);
            utf8 = utf8[(run + 1)..];
        }
    }

    private void WriteEscape(byte value)
    {
        switch (value)
        {
            case (byte)'"':
                Write("\\\""u8);
                break;
            case (byte)'\\':
                Write("\\\\"u8);
                break;
            case (byte)'\n':
                Write("\\n"u8);
                break;
            case (byte)'\r':
                Write("\\r"u8);
                break;
            case (byte)'\t':
                Write("\\t"u8);
                break;
            default:
                Write("\\u00"u8);
                Write("0123456789abcdef"u8[value >> 4]);
                Write("0123456789abcdef"u8[value & 15]);
                break;
        }
    }

    private Span<byte> Reserve(int bytes)
    {
        if (length + bytes > buffer.Length)
        {
            Grow(length + bytes);
        }

        var space = buffer.AsSpan(length, bytes);
        length += bytes;
        return space;
    }

    private void Grow(int needed)
    {
        var size = Math.Max(buffer.Length * 2, needed);
        if (!rented)
        {
            Array.Resize(ref buffer, size);
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(size);
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
