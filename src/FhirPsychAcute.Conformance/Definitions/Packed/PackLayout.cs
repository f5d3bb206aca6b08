using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace FhirPsychAcute.Conformance;

/// <summary>
/// How a pack of definitions is laid out. Little-endian throughout:
/// <list type="number">
/// <item>head: magic, CRC-32C of the front, length of the file, offset and length of each section;</item>
/// <item>front, read whole at start: schema, search parameters, labels, urls, index;</item>
/// <item>body, read where needed: each definition's JSON, compressed on its own.</item>
/// </list>
/// The index holds one <see cref="IndexRow"/> per definition in order of url bytes; rows of one url stand in order of precedence.
/// </summary>
internal static class PackLayout
{
    /// <summary>The last character counts versions of this layout.</summary>
    public static ReadOnlySpan<byte> Magic => "FPADEFS1"u8;

    /// <summary>Bytes before the first section.</summary>
    public const int HeadLength = 8 + 8 + 8 + (Sections * 8);

    public const int Schema = 0;
    public const int SearchParameters = 1;
    public const int Labels = 2;
    public const int Urls = 3;
    public const int Index = 4;
    public const int Sections = 5;

    public const int CrcOffset = 8;
    public const int FileLengthOffset = 16;
    public const int SectionsOffset = 24;

    public static uint Crc(ReadOnlySpan<byte> front)
    {
        var crc = uint.MaxValue;
        while (front.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(front));
            front = front[8..];
        }

        foreach (var value in front)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}

/// <summary>Where a definition stands and what it is. Versions, packages and types are numbers of labels.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct IndexRow
{
    public long Offset;
    public int DeflatedLength;
    public int Length;
    public int UrlStart;
    public int Version;
    public ushort UrlLength;
    public ushort Package;
    public ushort ResourceType;
    public ushort Unused;
}
