using System.Text;

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
}
