using System.Numerics;
using System.Runtime.InteropServices;

namespace FhirPsychAcute.Conformance.Terminology.CodeSystems;

/// <summary>Numbers that belong to UTF-8 texts (codes, urls), found without allocating: an open hash table, at most half full. Filled by one thread, then read by any number.</summary>
internal sealed class CodeTable
{
    private const ulong Prime = 0x9E3779B97F4A7C15UL;

    // Codes come from strangers: they shall not be able to choose texts that all meet in one place.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    private readonly int shift;
    private readonly Slot[] slots;

    /// <param name="capacity">The most texts that will be added.</param>
    public CodeTable(int capacity)
    {
        var bits = BitOperations.Log2((uint)Math.Max(1, capacity)) + 2;
        shift = 64 - bits;
        slots = new Slot[1 << bits];
    }

    /// <summary>Number of texts.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a text; false when it is there already, which keeps its first number.</summary>
    public bool Add(ReadOnlyMemory<byte> text, int value)
    {
        var hash = Hash(text.Span);
        var at = (int)(hash >> shift);
        while (slots[at].IsUsed)
        {
            if (slots[at].Hash == hash && slots[at].Text.Span.SequenceEqual(text.Span))
            {
                return false;
            }

            at = (at + 1) & (slots.Length - 1);
        }

        slots[at] = new Slot(hash, text, value);
        Count++;
        return true;
    }

    /// <summary>The number of a text; -1 when it is not there.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        for (var at = (int)(hash >> shift); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (!slot.IsUsed)
            {
                return -1;
            }

            if (slot.Hash == hash && slot.Text.Span.SequenceEqual(text))
            {
                return slot.Value;
            }
        }
    }

    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = Seed ^ ((ulong)text.Length * Prime);
        while (text.Length >= 8)
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(text)) * Prime, 29);
            text = text[8..];
        }

        var rest = 0UL;
        foreach (var value in text)
        {
            rest = (rest << 8) | value;
        }

        hash = (hash ^ rest) * Prime;
        return (hash ^ (hash >> 32)) * Prime;
    }

    private readonly struct Slot(ulong hash, ReadOnlyMemory<byte> text, int value)
    {
        public readonly ulong Hash = hash;
        public readonly ReadOnlyMemory<byte> Text = text;
        public readonly int Value = value;
        public readonly bool IsUsed = true;
    }
}
