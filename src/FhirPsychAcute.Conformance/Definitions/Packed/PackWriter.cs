using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace FhirPsychAcute.Conformance;

/// <summary>Writes a pack of definitions (<see cref="PackLayout"/>).</summary>
internal static class PackWriter
{
    /// <param name="output">Where to write; need not be seekable.</param>
    /// <param name="schema">Packed schema of the FHIR version.</param>
    /// <param name="searchParameters">Packed search parameters.</param>
    /// <param name="packages">The packages, in order of precedence.</param>
    /// <param name="definitions">Definitions in any order; of two with the same package, url and version the first counts.</param>
    /// <returns>Number of definitions in the pack.</returns>
    public static int Write(
        Stream output, byte[] schema, byte[] searchParameters, IReadOnlyList<PackageLabel> packages, IEnumerable<PackedDefinition> definitions)
    {
        var homes = new CanonicalHomes(packages);
        var ordered = definitions
            .DistinctBy(definition => (definition.Package, definition.Url, definition.Version))
            .Select(definition => (Url: Encoding.UTF8.GetBytes(definition.Url), Definition: definition))
            .OrderBy(pair => pair.Url, Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)))
            .ThenBy(pair => homes.Rank(pair.Definition))
            .ThenBy(pair => pair.Definition.Version, StringComparer.Ordinal)
            .ToList();

        var labels = new PackLabels(
            [.. packages],
            [.. ordered.Select(pair => pair.Definition.ResourceType).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. ordered.Select(pair => pair.Definition.Version).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        var (urls, index) = BuildIndex(ordered, labels);
        byte[][] sections = [schema, searchParameters, labels.ToBytes(), urls, MemoryMarshal.AsBytes(index.AsSpan()).ToArray()];

        // The body's start is known only now that the front's length is.
        var bodyStart = PackLayout.HeadLength + sections.Sum(section => section.Length);
        foreach (ref var row in index.AsSpan())
        {
            row.Offset += bodyStart;
        }

        sections[PackLayout.Index] = MemoryMarshal.AsBytes(index.AsSpan()).ToArray();
        output.Write(Head(sections, bodyStart + ordered.Sum(pair => (long)pair.Definition.Deflated.Length)));
        foreach (var section in sections)
        {
            output.Write(section);
        }

        foreach (var (_, definition) in ordered)
        {
            output.Write(definition.Deflated);
        }

        return ordered.Count;
    }

    private static (byte[] Urls, IndexRow[] Index) BuildIndex(List<(byte[] Url, PackedDefinition Definition)> ordered, PackLabels labels)
    {
        var urls = new MemoryStream();
        var index = new IndexRow[ordered.Count];
        var offset = 0L;
        for (var i = 0; i < index.Length; i++)
        {
            var (url, definition) = ordered[i];
            var isRepeated = i > 0 && url.AsSpan().SequenceEqual(ordered[i - 1].Url);
            index[i] = new IndexRow
            {
                Offset = offset,
                DeflatedLength = definition.Deflated.Length,
                Length = definition.Length,
                UrlStart = isRepeated ? index[i - 1].UrlStart : (int)urls.Length,
                UrlLength = checked((ushort)url.Length),
                Version = definition.Version is null ? -1 : Array.BinarySearch(labels.Versions, definition.Version, StringComparer.Ordinal),
                Package = checked((ushort)definition.Package),
                ResourceType = (ushort)Array.BinarySearch(labels.ResourceTypes, definition.ResourceType, StringComparer.Ordinal),
            };
            offset += definition.Deflated.Length;
            if (!isRepeated)
            {
                urls.Write(url);
            }
        }

        return (urls.ToArray(), index);
    }

    private static byte[] Head(byte[][] sections, long fileLength)
    {
        var head = new byte[PackLayout.HeadLength];
        PackLayout.Magic.CopyTo(head);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(PackLayout.FileLengthOffset), fileLength);
        var start = PackLayout.HeadLength;
        for (var i = 0; i < sections.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(PackLayout.SectionsOffset + (8 * i)), start);
            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(PackLayout.SectionsOffset + (8 * i) + 4), sections[i].Length);
            start += sections[i].Length;
        }

        byte[] front = [.. head.AsSpan(PackLayout.FileLengthOffset), .. sections.SelectMany(section => section)];
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(PackLayout.CrcOffset), PackLayout.Crc(front));
        return head;
    }
}
