using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FhirPsychAcute.Model;

/// <summary>
/// The first and the last eight bytes of a UTF-8 name. Together with its length they are the whole name up to sixteen bytes, so that most names compare
/// as two numbers.
/// </summary>
internal readonly struct NameKey
{
    public readonly ulong Head;
    public readonly ulong Tail;

    /// <summary>The key of a name of at least one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NameKey(ReadOnlySpan<byte> name)
    {
        ref var first = ref MemoryMarshal.GetReference(name);
        var length = name.Length;
        if (length >= 8)
        {
            Head = Unsafe.ReadUnaligned<ulong>(ref first);
            Tail = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, length - 8));
        }
        else if (length >= 4)
        {
            Head = Unsafe.ReadUnaligned<uint>(ref first);
            Tail = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, length - 4));
        }
        else
        {
            Head = first | ((ulong)Unsafe.Add(ref first, length >> 1) << 8) | ((ulong)Unsafe.Add(ref first, length - 1) << 16);
            Tail = 0;
        }
    }

    /// <summary>Where to begin to look in a table of 2^(64 - <paramref name="shift"/>) slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Slot(int length, int shift) => (int)(((Head ^ (Tail * 0x9E3779B97F4A7C15UL) ^ (ulong)length) * 0xD6E8FEB86659FD93UL) >> shift);
}
