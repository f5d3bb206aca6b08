using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>
/// What a transaction puts in the place of references: <c>urn:uuid:...</c>, other fullUrls and conditional references, each with the reference that it
/// stands for (R4 http 3.1.0.11.2). Built once, then safe for any number of threads.
/// </summary>
public sealed class ReferenceMap
{
    private readonly Dictionary<byte[], byte[]> replacements = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], byte[]>.AlternateLookup<ReadOnlySpan<byte>> lookup;

    /// <summary>A map without entries.</summary>
    public ReferenceMap() => lookup = replacements.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Number of entries.</summary>
    public int Count => replacements.Count;

    /// <summary>Sets what stands for a reference; a later entry for the same reference replaces the earlier.</summary>
    /// <param name="reference">As written in the resources: <c>urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0</c>.</param>
    /// <param name="replacement">What is to be written instead: <c>Patient/23</c>.</param>
    public void Add(string reference, string replacement)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference);
        ArgumentException.ThrowIfNullOrEmpty(replacement);
        replacements[Encoding.UTF8.GetBytes(reference)] = Encoding.UTF8.GetBytes(replacement);
    }

    /// <summary>What stands for a reference, given as UTF-8 without JSON escapes.</summary>
    internal bool TryGet(ReadOnlySpan<byte> reference, [NotNullWhen(true)] out byte[]? replacement) => lookup.TryGetValue(reference, out replacement);

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Comparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
