using System.Buffers.Binary;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>Reads what <see cref="TableWriter"/> wrote, in the same order. Strings become .NET strings when first asked for.</summary>
/// <exception cref="InvalidDataException">Thrown by every member when the data is not such a table.</exception>
internal ref struct TableReader
{
    private readonly ReadOnlyMemory<byte> texts;
    private readonly ReadOnlySpan<byte> ends;
    private readonly string?[] strings;
    private ReadOnlySpan<byte> rows;

    public TableReader(ReadOnlyMemory<byte> packed)
    {
        var span = packed.Span;
        if (span.Length < 8)
        {
            throw Corrupt();
        }

        var rowBytes = BinaryPrimitives.ReadInt32LittleEndian(span);
        var count = BinaryPrimitives.ReadInt32LittleEndian(span[4..]);
        if (rowBytes < 0 || count < 0 || 8L + rowBytes + (4L * count) > span.Length)
        {
            throw Corrupt();
        }

        rows = span.Slice(8, rowBytes);
        ends = span.Slice(8 + rowBytes, 4 * count);
        texts = packed[(8 + rowBytes + (4 * count))..];
        strings = new string?[count];
    }

    /// <summary>Whether all rows were read.</summary>
    public readonly bool AtEnd => rows.IsEmpty;

    public byte Byte()
    {
        if (rows.IsEmpty)
        {
            throw Corrupt();
        }

        var value = rows[0];
        rows = rows[1..];
        return value;
    }

    public int Int32()
    {
        if (rows.Length < 4)
        {
            throw Corrupt();
        }

        var value = BinaryPrimitives.ReadInt32LittleEndian(rows);
        rows = rows[4..];
        return value;
    }

    /// <summary>A number of rows or items that follow, each of at least <paramref name="leastBytes"/> bytes.</summary>
    public int Count(int leastBytes)
    {
        var count = Int32();
        return count >= 0 && (long)count * leastBytes <= rows.Length ? count : throw Corrupt();
    }

    /// <summary>An index below <paramref name="limit"/>.</summary>
    public int Index(int limit)
    {
        var index = Int32();
        return (uint)index < (uint)limit ? index : throw Corrupt();
    }

    public string? OptionalString() => Int32() is var number and >= 0 ? Text(number) : null;

    public string String() => Text(Int32());

    public string[] Strings()
    {
        var count = Count(4);
        if (count == 0)
        {
            return [];
        }

        var values = new string[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = String();
        }

        return values;
    }

    /// <summary>The string of this number.</summary>
    public readonly string Text(int number)
    {
        if ((uint)number >= (uint)strings.Length)
        {
            throw Corrupt();
        }

        return strings[number] ??= Encoding.UTF8.GetString(Utf8(number).Span);
    }

    /// <summary>The string of this number as it stands in the data.</summary>
    public readonly ReadOnlyMemory<byte> Utf8(int number)
    {
        if ((uint)number >= (uint)strings.Length)
        {
            throw Corrupt();
        }

        var start = number == 0 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(ends[(4 * (number - 1))..]);
        var end = BinaryPrimitives.ReadInt32LittleEndian(ends[(4 * number)..]);
        return start >= 0 && start <= end && end <= texts.Length ? texts[start..end] : throw Corrupt();
    }

    /// <summary>The exception for data that is not what it should be.</summary>
    public static InvalidDataException Corrupt() => new("The packed FHIR definitions are damaged.");
}
