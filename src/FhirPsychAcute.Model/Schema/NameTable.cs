using System.Numerics;

namespace FhirPsychAcute.Model;

/// <summary>Finds what belongs to a UTF-8 name, without allocating: an open hash table, at most half full.</summary>
internal sealed class NameTable<T>
    where T : class
{
    private readonly Slot[] slots;
    private readonly int shift;

    public NameTable(int count)
    {
        var bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(1, count)) + 2);
        shift = 64 - bits;
        slots = new Slot[1 << bits];
    }

    /// <summary>Adds a name; a name that is there already keeps its first value.</summary>
    public void Add(ReadOnlyMemory<byte> name, T value)
    {
        var key = new NameKey(name.Span);
        var at = key.Slot(name.Length, shift);
        while (slots[at].Value is not null)
        {
            if (slots[at].Name.Span.SequenceEqual(name.Span))
            {
                return;
            }

            at = (at + 1) & (slots.Length - 1);
        }

        slots[at] = new Slot { Head = key.Head, Tail = key.Tail, Name = name, Value = value };
    }

    public T? Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return null;
        }

        var key = new NameKey(name);
        var table = slots;
        for (var at = key.Slot(name.Length, shift); ; at++)
        {
            ref readonly var slot = ref table[at & (table.Length - 1)];
            if (slot.Head == key.Head && slot.Tail == key.Tail && slot.Name.Length == name.Length
                && (name.Length <= 16 || slot.Name.Span.SequenceEqual(name)))
            {
                return slot.Value;
            }

            if (slot.Value is null)
            {
                return null;
            }
        }
    }

    private struct Slot
    {
        public ulong Head;
        public ulong Tail;
        public T? Value;
        public ReadOnlyMemory<byte> Name;
    }
}
