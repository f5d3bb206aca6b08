using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>
/// Writes a packed table: little-endian numbers in rows, and one table of strings that rows name by number, each string once.
/// Layout: u32 length of rows, u32 number of strings, rows, u32 end offset of each string, the strings' UTF-8.
/// </summary>
internal sealed class TableWriter
{
    private readonly ArrayBufferWriter<byte> rows = new();
    private readonly Dictionary<string, int> strings = new(StringComparer.Ordinal);
    private readonly List<byte[]> texts = [];

    public void Byte(byte value)
    {
        rows.GetSpan(1)[0] = value;
        rows.Advance(1);
    }

    public void Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(rows.GetSpan(4), value);
        rows.Advance(4);
    }

    /// <summary>The number of a string, from 0 in order of first mention; -1 for null.</summary>
    public int Intern(string? value)
    {
        if (value is null)
        {
            return -1;
        }

        if (!strings.TryGetValue(value, out var number))
        {
            number = strings.Count;
            strings.Add(value, number);
            texts.Add(Encoding.UTF8.GetBytes(value));
        }

        return number;
    }

    public void String(string? value) => Int32(Intern(value));

    public void Strings(IReadOnlyList<string> values)
    {
        Int32(values.Count);
        foreach (var value in values)
        {
            String(value);
        }
    }

    public byte[] ToArray()
    {
        var textBytes = texts.Sum(text => text.Length);
        var packed = new byte[8 + rows.WrittenCount + (4 * texts.Count) + textBytes];
        BinaryPrimitives.WriteInt32LittleEndian(packed, rows.WrittenCount);
        BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(4), texts.Count);
        rows.WrittenSpan.CopyTo(packed.AsSpan(8));
        var ends = packed.AsSpan(8 + rows.WrittenCount, 4 * texts.Count);
        var body = packed.AsSpan(8 + rows.WrittenCount + ends.Length);
        var end = 0;
        for (var i = 0; i < texts.Count; i++)
        {
            texts[i].CopyTo(body[end..]);
            end += texts[i].Length;
            BinaryPrimitives.WriteInt32LittleEndian(ends[(4 * i)..], end);
        }

        return packed;
    }
}
