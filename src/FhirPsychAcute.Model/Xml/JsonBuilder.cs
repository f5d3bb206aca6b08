using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>
/// JSON text as it grows while XML is read, with the places that its values came from. What turns out to have no content is taken back, so that commas
/// need no look ahead: a member or item writes its comma unless it is the first.
/// </summary>
internal sealed class JsonBuilder
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private readonly List<SourceMap.Place> places = [];
    private byte[] bytes;
    private int length;

    public JsonBuilder(int capacity) => bytes = GC.AllocateUninitializedArray<byte>(Math.Max(capacity, 64));

    /// <summary>A state to come back to.</summary>
    public readonly record struct Mark(int Length, int Places);

    public int Length => length;

    public Mark Here => new(length, places.Count);

    /// <summary>The last byte written; 0 at the beginning.</summary>
    public byte Last => length == 0 ? (byte)0 : bytes[length - 1];

    /// <summary>The text so far; valid until the next change.</summary>
    public ReadOnlyMemory<byte> Text => bytes.AsMemory(0, length);

    public SourceMap Map() => new([.. places]);

    /// <summary>Forgets what was written since.</summary>
    public void Return(Mark mark)
    {
        length = mark.Length;
        CollectionsMarshal.SetCount(places, mark.Places);
    }

    /// <summary>Says where the value that is written next stands in the XML.</summary>
    public void Place(in SourcePosition position) => places.Add(new SourceMap.Place(length, position.Line, position.Column));

    public void Append(byte value)
    {
        Reserve(1);
        bytes[length++] = value;
    }

    public void Append(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(bytes.AsSpan(length));
        length += text.Length;
    }

    /// <summary>Takes over another builder's text and places.</summary>
    public void Append(JsonBuilder other)
    {
        foreach (var place in CollectionsMarshal.AsSpan(other.places))
        {
            places.Add(place with { Offset = place.Offset + length });
        }

        Append(other.bytes.AsSpan(0, other.length));
    }

    /// <summary>A comma, unless an object or array has just begun or nothing was written yet.</summary>
    public void Separate()
    {
        if (Last is not ((byte)'{' or (byte)'[' or 0))
        {
            Append((byte)',');
        }
    }

    /// <summary>Comma, name and colon of a member.</summary>
    public void Name(ReadOnlySpan<byte> name, bool twin = false)
    {
        Separate();
        Append(twin ? "\"_"u8 : "\""u8);
        Append(name);
        Append("\":"u8);
    }

    /// <summary>A string in quotes, escaped where JSON needs it.</summary>
    public void String(ReadOnlySpan<byte> utf8)
    {
        Append((byte)'"');
        while (utf8.IndexOfAny(Escaped) is >= 0 and var run)
        {
            Append(utf8[..run]);
            Escape(utf8[run]);
            utf8 = utf8[(run + 1)..];
        }

        Append(utf8);
        Append((byte)'"');
    }

    private void Escape(byte value)
    {
        switch (value)
        {
            case (byte)'"':
                Append("\\\""u8);
                break;
            case (byte)'\\':
                Append("\\\\"u8);
                break;
            case (byte)'\n':
                Append("\\n"u8);
                break;
            case (byte)'\r':
                Append("\\r"u8);
                break;
            case (byte)'\t':
                Append("\\t"u8);
                break;
            default:
                Append(Encoding.ASCII.GetBytes($"\\u{value:x4}"));
                break;
        }
    }

    private void Reserve(int more)
    {
        if (bytes.Length - length < more)
        {
            Array.Resize(ref bytes, (int)Math.Min(Math.Max((long)bytes.Length * 2, (long)length + more), Array.MaxLength));
        }
    }
}
