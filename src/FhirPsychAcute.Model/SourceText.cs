using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace FhirPsychAcute.Model;

/// <summary>Finds lines and columns in UTF-8 source.</summary>
internal static class SourceText
{
    /// <summary>Line and column (from 1, UTF-16 units) of the byte at <paramref name="offset"/>; offsets beyond the end give the end.</summary>
    public static SourcePosition PositionAt(ReadOnlySpan<byte> source, int offset)
    {
        offset = Math.Clamp(offset, 0, source.Length);
        var before = source[..offset];
        var line = 1 + before.Count((byte)'\n');
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        var column = 1 + Encoding.UTF8.GetCharCount(before[lineStart..]);
        return new SourcePosition(line, column, offset);
    }

    /// <summary>How many bytes at the beginning are valid UTF-8.</summary>
    public static int ValidUtf8Length(ReadOnlySpan<byte> source)
    {
        // Whole blocks first: the text may be long. A block may end inside a character, so it is taken only when it is valid as it stands.
        const int Block = 4096;
        var at = 0;
        while (source.Length - at > Block && Utf8.IsValid(source.Slice(at, Block)))
        {
            at += Block;
        }

        while (at < source.Length && Rune.DecodeFromUtf8(source[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
