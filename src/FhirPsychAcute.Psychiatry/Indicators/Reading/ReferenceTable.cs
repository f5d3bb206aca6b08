using System.Runtime.InteropServices;

namespace FhirPsychAcute.Psychiatry.Indicators.Reading;

/// <summary>
/// Numbers the logical ids of one resource type, from 0 in the order in which they were added: half a million ids in their own bytes and twelve more each, without a string.
/// Any number of threads may ask while nobody adds.
/// </summary>
internal sealed class ReferenceTable
{
    private byte[] arena = new byte[1 << 16];
    private int used;
    private int[] buckets = new int[1 << 10];
    private (int Start, int Length, int Next)[] entries = new (int, int, int)[1 << 10];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of an id; -1 where it was never added.</summary>
    public int Find(ReadOnlySpan<byte> id) => Find(id, Hash(id));

    /// <summary>The number of an id, new where it was never added.</summary>
    public int Add(ReadOnlySpan<byte> id)
    {
        var hash = Hash(id);
        if (Find(id, hash) is >= 0 and var found)
        {
            return found;
        }

        if (Count == entries.Length)
        {
            Grow();
        }

        if (arena.Length - used < id.Length)
        {
            Array.Resize(ref arena, Math.Max(checked(arena.Length * 2), used + id.Length));
        }

        id.CopyTo(arena.AsSpan(used));
        ref var bucket = ref buckets[hash & (uint)(buckets.Length - 1)];
        entries[Count] = (used, id.Length, bucket);
        bucket = Count + 1;
        used += id.Length;
        return Count++;
    }

    /// <summary>The id of that number.</summary>
    public ReadOnlySpan<byte> this[int number] => arena.AsSpan(entries[number].Start, entries[number].Length);

    /// <summary>The id in a literal reference to that type: of <c>Patient/1</c>, <c>https://.../Patient/1/_history/2</c> the bytes <c>1</c>; of anything else the whole text.</summary>
    public static ReadOnlySpan<byte> IdOf(ReadOnlySpan<byte> reference)
    {
        if (reference.IndexOf("/_history/"u8) is > 0 and var version)
        {
            reference = reference[..version];
        }

        return reference.LastIndexOf((byte)'/') is >= 0 and var slash ? reference[(slash + 1)..] : reference;
    }

    private int Find(ReadOnlySpan<byte> id, uint hash)
    {
        for (var at = buckets[hash & (uint)(buckets.Length - 1)]; at > 0; at = entries[at - 1].Next)
        {
            if (this[at - 1].SequenceEqual(id))
            {
                return at - 1;
            }
        }

        return -1;
    }

    private void Grow()
    {
        Array.Resize(ref entries, entries.Length * 2);
        buckets = new int[entries.Length];
        for (var i = 0; i < Count; i++)
        {
            ref var bucket = ref buckets[Hash(this[i]) & (uint)(buckets.Length - 1)];
            entries[i].Next = bucket;
            bucket = i + 1;
        }
    }

    // FNV-1a over eight bytes at a time, mixed at the end: ids made in time order differ in few of their bytes.
    private static uint Hash(ReadOnlySpan<byte> id)
    {
        var hash = 14695981039346656037UL ^ (uint)id.Length;
        var words = MemoryMarshal.Cast<byte, ulong>(id);
        foreach (var word in words)
        {
            hash = System.Numerics.BitOperations.RotateLeft((hash ^ word) * 1099511628211UL, 29);
        }

        foreach (var one in id[(words.Length * 8)..])
        {
            hash = (hash ^ one) * 1099511628211UL;
        }

        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15UL;
        return (uint)(hash >> 32);
    }
}
