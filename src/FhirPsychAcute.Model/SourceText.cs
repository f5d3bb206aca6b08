using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace FhirPsychAcute.Model;

/// <summary>Finds lines and columns in UTF-8 source.</summary>
internal static class SourceText
{
    /// <summary>Line and column (from 1, UTF-16 units) of the byte at <paramref name="offset"/>; offsets beyond the end give the end.</summary>
    public static SourcePosition PositionAt(ReadOnlySpan<byte> source, int offset) => PositionAt(source, offset, new SourcePosition(1, 1, 0));

    /// <summary>The same, counted on from a place that is known, which saves counting where many places are asked for in order.</summary>
    public static SourcePosition PositionAt(ReadOnlySpan<byte> source, int offset, SourcePosition known)
    {
        offset = Math.Clamp(offset, 0, source.Length);
        if (known.Offset > offset)
        {
            known = new SourcePosition(1, 1, 0);
        }

        var between = source[known.Offset..offset];
        var lines = between.Count((byte)'\n');
        return lines == 0
            ? new SourcePosition(known.Line, known.Column + Encoding.UTF8.GetCharCount(between), offset)
            : new SourcePosition(known.Line + lines, 1 + Encoding.UTF8.GetCharCount(between[(between.LastIndexOf((byte)'\n') + 1)..]), offset);
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
