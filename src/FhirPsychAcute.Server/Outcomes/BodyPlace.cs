using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>Places in a body of something that stands inside it.</summary>
internal static class BodyPlace
{
    /// <summary>The same place counted from the body's start.</summary>
    /// <param name="inner">The place counted from the start of the inner resource; lines and columns of XML are those of the body already.</param>
    /// <param name="offset">Where the inner resource begins in the body, in bytes.</param>
    /// <param name="body">The whole body.</param>
    public static SourcePosition Shift(SourcePosition inner, int offset, ReadOnlySpan<byte> body)
    {
        if (offset == 0 || inner.Offset == SourcePosition.NoOffset)
        {
            return inner;
        }

        var before = body[..Math.Min(offset, body.Length)];
        var line = before.Count((byte)'\n');
        var column = inner.Line > 1 ? 0 : Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]);
        return new SourcePosition(line + inner.Line, column + inner.Column, offset + inner.Offset);
    }
}
