using System.Numerics;
using System.Text;

namespace FhirPsychAcute.Psychiatry.Simulation;

/// <summary>
/// Pseudo-random whole numbers that are the same on every machine and in every version of .NET: xoshiro256** (Blackman and Vigna, 2018), its state filled by
/// SplitMix64. A stream is named by seed, purpose and number, so each day, person or episode has a stream of its own, whatever order or thread it is made in.
/// Only integers are drawn: floating-point functions differ in the last bit between machines.
/// </summary>
internal sealed class RandomStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>The stream of that name.</summary>
    /// <param name="seed">Chosen by the user.</param>
    /// <param name="purpose">What is drawn: two purposes never share numbers.</param>
    /// <param name="number">Which day, person or episode.</param>
    public RandomStream(ulong seed, string purpose, long number = 0)
    {
        // FNV-1a of the purpose, stirred with seed and number.
        var state = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes(purpose))
        {
            state = (state ^ octet) * 1099511628211UL;
        }

        state ^= Stir(seed + 0x9E3779B97F4A7C15UL) ^ Stir((ulong)number * 0xD1B54A32D192ED03UL);
        (s0, s1, s2, s3) = (Split(ref state), Split(ref state), Split(ref state), Split(ref state));
    }

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A number from 0 to <paramref name="bound"/> - 1, each equally likely (Lemire's multiplication, with rejection).</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var range = (uint)bound;
        var product = (Next() >> 32) * range;
        if ((uint)product < range)
        {
            var least = (0u - range) % range;
            while ((uint)product < least)
            {
                product = (Next() >> 32) * range;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>True in so many of a thousand cases.</summary>
    public bool Chance(int perMille) => Below(1000) < perMille;

    /// <summary>Puts the items in random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var left = items.Length; left > 1; left--)
        {
            var chosen = Below(left);
            (items[left - 1], items[chosen]) = (items[chosen], items[left - 1]);
        }
    }

    private static ulong Split(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        return Stir(state);
    }

    private static ulong Stir(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
