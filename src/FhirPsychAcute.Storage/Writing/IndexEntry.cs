using System.Buffers.Binary;

using FhirPsychAcute.Storage.Database;
namespace FhirPsychAcute.Storage.Writing;

/// <summary>
/// One index row as <see cref="IndexEntries"/> hold it; text stays UTF-8 in place. Which members mean something depends on <see cref="Kind"/>.
/// Layout: kind (1 byte), parameter and group (variable length), then
/// token: system (8), code; string: ordinal (variable), length of the folded text (variable), folded text, exact text; date: start (8), end (8);
/// number: low (8), high (8); quantity: system (8), low (8), high (8), code; uri: value; reference: target (8), length of the url (variable), url, version.
/// </summary>
internal readonly ref struct IndexEntry
{
    /// <summary>Where the target of a reference stands: this many bytes after group.</summary>
    public const int TargetBytes = 8;

    private IndexEntry(ReadOnlySpan<byte> entry)
    {
        Kind = (IndexTable)entry[0];
        var position = 1;
        Parameter = (int)Variable(entry, ref position);
        Group = (int)Variable(entry, ref position);
        var payload = entry[position..];
        switch (Kind)
        {
            case IndexTable.Token:
                System = BinaryPrimitives.ReadInt64LittleEndian(payload);
                Text = payload[8..];
                break;
            case IndexTable.String:
                position = 0;
                Ordinal = (int)Variable(payload, ref position);
                var folded = (int)Variable(payload, ref position);
                Text = payload.Slice(position, folded);
                SecondText = payload[(position + folded)..];
                break;
            case IndexTable.Date:
                Start = BinaryPrimitives.ReadInt64LittleEndian(payload);
                End = BinaryPrimitives.ReadInt64LittleEndian(payload[8..]);
                break;
            case IndexTable.Number:
                Low = BinaryPrimitives.ReadDoubleLittleEndian(payload);
                High = BinaryPrimitives.ReadDoubleLittleEndian(payload[8..]);
                break;
            case IndexTable.Quantity:
                System = BinaryPrimitives.ReadInt64LittleEndian(payload);
                Low = BinaryPrimitives.ReadDoubleLittleEndian(payload[8..]);
                High = BinaryPrimitives.ReadDoubleLittleEndian(payload[16..]);
                Text = payload[24..];
                break;
            case IndexTable.Uri:
                Text = payload;
                break;
            case IndexTable.Reference:
                Target = BinaryPrimitives.ReadInt64LittleEndian(payload);
                position = TargetBytes;
                var url = (int)Variable(payload, ref position);
                Text = payload.Slice(position, url);
                SecondText = payload[(position + url)..];
                break;
        }
    }

    public IndexTable Kind { get; }

    public int Parameter { get; }

    public int Group { get; }

    /// <summary>System number of a token or quantity.</summary>
    public long System { get; }

    /// <summary>Code, folded text, uri or url.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Exact text of a string, version of a reference.</summary>
    public ReadOnlySpan<byte> SecondText { get; }

    public int Ordinal { get; }

    public long Start { get; }

    public long End { get; }

    public double Low { get; }

    public double High { get; }

    /// <summary>Key of the resource that a reference points at; 0 when it points elsewhere.</summary>
    public long Target { get; }

    /// <summary>Reads an entry.</summary>
    public static IndexEntry Read(ReadOnlySpan<byte> entry) => new(entry);

    /// <summary>A number that puts entries of one kind roughly in the order of their table's key: parameter, then the first bytes of the value.</summary>
    public UInt128 Order()
    {
        var value = Kind switch
        {
            IndexTable.Date => Wide(Ordered(Start)),
            IndexTable.Number or IndexTable.Quantity => Wide(Ordered(Low)),
            IndexTable.Reference when Target != 0 => Wide(Ordered(Target)),
            _ => Prefix(Text),
        };
        return ((UInt128)(uint)Parameter << 96) | (value >> 32);
    }

    internal static ulong Variable(ReadOnlySpan<byte> bytes, ref int position)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private static UInt128 Wide(ulong value) => (UInt128)value << 64;

    private static ulong Ordered(long value) => (ulong)value ^ 0x8000_0000_0000_0000;

    private static ulong Ordered(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? ~(ulong)bits : Ordered(bits);
    }

    private static UInt128 Prefix(ReadOnlySpan<byte> text)
    {
        Span<byte> prefix = stackalloc byte[16];
        prefix.Clear();
        text[..Math.Min(text.Length, 16)].CopyTo(prefix);
        return BinaryPrimitives.ReadUInt128BigEndian(prefix);
    }
}

/// <summary>Where an entry stands, and whose it is: what is sorted and written to an index table.</summary>
/// <param name="Entries">The entries of the version.</param>
/// <param name="Start">First byte of this entry.</param>
/// <param name="Length">Bytes of this entry.</param>
/// <param name="ResourceKey">The resource.</param>
/// <param name="Order"><see cref="IndexEntry.Order"/>.</param>
internal readonly record struct IndexEntryReference(byte[] Entries, int Start, int Length, long ResourceKey, UInt128 Order) : IComparable<IndexEntryReference>
{
    public ReadOnlySpan<byte> Bytes => Entries.AsSpan(Start, Length);

    public int CompareTo(IndexEntryReference other)
    {
        var byOrder = Order.CompareTo(other.Order);
        return byOrder != 0 ? byOrder : ResourceKey.CompareTo(other.ResourceKey);
    }
}
