using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using FhirPsychAcute.FhirPath.Ucum;
using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Writing;

/// <summary>A place in entries where the key of a reference's target must be put, once the writer knows it.</summary>
/// <param name="Position">Offset of the eight bytes.</param>
/// <param name="TypeId">Resource type of the target.</param>
/// <param name="Id">Logical id of the target.</param>
internal readonly record struct TargetPlace(int Position, int TypeId, string Id);

/// <summary>
/// The index rows of one version as bytes: what its version row keeps, what the index tables are filled from, and what an update is compared with.
/// Layout: a format byte, then each entry (<see cref="IndexEntry"/>) after its length (variable). Empty for a deletion.
/// </summary>
internal static class IndexEntries
{
    /// <summary>Format of the bytes; another one in a database comes from another version of this program.</summary>
    public const byte Format = 1;

    [ThreadStatic]
    private static EntryBuffer? buffer;

    /// <summary>Encodes rows; the caller's thread does it, so the writer has less to do.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="names">Gives systems and types their numbers.</param>
    /// <param name="targets">Receives the places where targets are still missing.</param>
    public static byte[] Encode(IndexRows rows, StoreNames names, List<TargetPlace> targets)
    {
        var to = buffer ??= new EntryBuffer();
        to.Restart(Format);
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Tokens))
        {
            to.Begin(IndexTable.Token, row.Parameter, row.Group);
            to.Put(names.InternSystem(row.System));
            to.Put(IndexText.Key(row.Code));
            to.End();
        }

        var ordinal = 0;
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Strings))
        {
            to.Begin(IndexTable.String, row.Parameter, row.Group);
            to.PutVariable((ulong)ordinal++);
            to.PutWithLength(row.Folded);
            to.Put(row.Exact);
            to.End();
        }

        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Dates))
        {
            to.Begin(IndexTable.Date, row.Parameter, row.Group);
            to.Put(row.Start);
            to.Put(row.End);
            to.End();
        }

        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Numbers))
        {
            if (double.IsNaN(row.Low) || double.IsNaN(row.High))
            {
                continue;
            }

            to.Begin(IndexTable.Number, row.Parameter, row.Group);
            to.Put(row.Low);
            to.Put(row.High);
            to.End();
        }

        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Quantities))
        {
            if (double.IsNaN(row.Low) || double.IsNaN(row.High))
            {
                continue;
            }

            if (row.System == UcumService.System)
            {
                names.Units.Add(IndexText.Key(row.Code));
            }

            to.Begin(IndexTable.Quantity, row.Parameter, row.Group);
            to.Put(names.InternSystem(row.System));
            to.Put(row.Low);
            to.Put(row.High);
            to.Put(IndexText.Key(row.Code));
            to.End();
        }

        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.Uris))
        {
            to.Begin(IndexTable.Uri, row.Parameter, row.Group);
            to.Put(IndexText.Key(row.Value));
            to.End();
        }

        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows.References))
        {
            to.Begin(IndexTable.Reference, row.Parameter, row.Group);
            var place = to.Position;
            to.Put(0L);
            to.PutWithLength(IndexText.Key(row.Url));
            to.Put(IndexText.Key(row.Version));
            var moved = to.End();
            if (row.TargetId.Length > 0)
            {
                targets.Add(new TargetPlace(place + moved, names.InternType(row.TargetType), row.TargetId));
            }
        }

        return to.ToArray();
    }

    /// <summary>Puts the key of a reference's target in its place.</summary>
    public static void PutTarget(byte[] entries, TargetPlace place, long targetKey) =>
        BinaryPrimitives.WriteInt64LittleEndian(entries.AsSpan(place.Position), targetKey);

    /// <summary>Walks the entries.</summary>
    public static Enumerator Walk(byte[] entries) => new(entries);

    /// <summary>Walks entries without allocating.</summary>
    internal ref struct Enumerator
    {
        private readonly byte[] entries;
        private int next;

        public Enumerator(byte[] entries)
        {
            this.entries = entries;
            next = 1;
            if (entries.Length > 0 && entries[0] != Format)
            {
                throw new StoreException(StoreFault.NewerSchema, $"Index entries have format {entries[0]}; this program knows {Format}.");
            }
        }

        /// <summary>First byte of the entry.</summary>
        public int Start { get; private set; }

        /// <summary>Bytes of the entry.</summary>
        public int Length { get; private set; }

        /// <summary>The entry's bytes.</summary>
        public readonly ReadOnlySpan<byte> Bytes => entries.AsSpan(Start, Length);

        /// <summary>Goes to the next entry.</summary>
        public bool MoveNext()
        {
            if (next >= entries.Length)
            {
                return false;
            }

            Length = (int)IndexEntry.Variable(entries, ref next);
            Start = next;
            next += Length;
            return true;
        }
    }

    /// <summary>A growing buffer that entries are written to.</summary>
    private sealed class EntryBuffer
    {
        // A buffer that one huge resource has blown up is not kept.
        private const int KeptBytes = 1 << 20;

        private byte[] bytes = new byte[4096];
        private int position;
        private int start;

        public int Position => position;

        public void Restart(byte format)
        {
            if (bytes.Length > KeptBytes)
            {
                bytes = new byte[4096];
            }

            bytes[0] = format;
            position = 1;
        }

        public void Begin(IndexTable kind, int parameter, int group)
        {
            Room(16);
            start = position;

            // One byte for the length; End moves the entry when that is too little.
            position++;
            bytes[position++] = (byte)kind;
            PutVariable((ulong)parameter);
            PutVariable((ulong)group);
        }

        /// <summary>Ends the entry; gives by how many bytes it was moved to make room for its length.</summary>
        public int End()
        {
            var length = position - start - 1;
            if (length < 0x80)
            {
                bytes[start] = (byte)length;
                return 0;
            }

            Room(5);
            var extra = length < 1 << 14 ? 1 : length < 1 << 21 ? 2 : length < 1 << 28 ? 3 : 4;
            bytes.AsSpan(start + 1, length).CopyTo(bytes.AsSpan(start + 1 + extra));
            position = start;
            PutVariable((ulong)length);
            position += length;
            return extra;
        }

        public void PutVariable(ulong value)
        {
            Room(10);
            while (value >= 0x80)
            {
                bytes[position++] = (byte)(value | 0x80);
                value >>= 7;
            }

            bytes[position++] = (byte)value;
        }

        public void Put(long value)
        {
            Room(8);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(position), value);
            position += 8;
        }

        public void Put(double value) => Put(BitConverter.DoubleToInt64Bits(value));

        public void Put(string text)
        {
            Room(Encoding.UTF8.GetMaxByteCount(text.Length));
            position += Encoding.UTF8.GetBytes(text, bytes.AsSpan(position));
        }

        public void PutWithLength(string text)
        {
            PutVariable((ulong)Encoding.UTF8.GetByteCount(text));
            Put(text);
        }

        public byte[] ToArray() => position == 1 ? [] : bytes.AsSpan(0, position).ToArray();

        private void Room(int more)
        {
            if (bytes.Length - position < more)
            {
                Array.Resize(ref bytes, Math.Max(bytes.Length * 2, position + more));
            }
        }
    }
}
