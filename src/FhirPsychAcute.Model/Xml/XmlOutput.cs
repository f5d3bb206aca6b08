using System.Buffers;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>Writes UTF-8 and escapes it for XML; what is written reaches the writer behind it in whole pieces, at the latest with <see cref="Flush"/>.</summary>
internal ref struct XmlOutput(IBufferWriter<byte> output)
{
    // A byte of 0xEF may begin U+FFFE or U+FFFF, which XML does not have.
    private static readonly SearchValues<byte> Special = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'<', (byte)'>', (byte)'&', (byte)'"', 0xEF]);

    private readonly IBufferWriter<byte> output = output;
    private Span<byte> free;
    private int used;

    public void Write(scoped ReadOnlySpan<byte> text)
    {
        if (free.Length - used < text.Length)
        {
            Reserve(text.Length);
        }

        text.CopyTo(free[used..]);
        used += text.Length;
    }

    public void Write(byte value)
    {
        if (used == free.Length)
        {
            Reserve(1);
        }

        free[used++] = value;
    }

    /// <summary>Writes text as the value of an attribute in double quotes, or as content. Characters that XML does not have become U+FFFD.</summary>
    public void WriteEscaped(scoped ReadOnlySpan<byte> utf8)
    {
        while (utf8.IndexOfAny(Special) is >= 0 and var run)
        {
            Write(utf8[..run]);
            utf8 = utf8[run..];
            utf8 = utf8[WriteSpecial(utf8)..];
        }

        Write(utf8);
    }

    /// <summary>Hands over what has been written.</summary>
    public void Flush()
    {
        output.Advance(used);
        used = 0;
        free = default;
    }

    /// <summary>Writes the special character that the text begins with.</summary>
    /// <returns>Its bytes in the text.</returns>
    private int WriteSpecial(scoped ReadOnlySpan<byte> utf8)
    {
        switch (utf8[0])
        {
            case (byte)'<':
                Write("&lt;"u8);
                return 1;
            case (byte)'>':
                // ']]>' must not stand in content.
                Write("&gt;"u8);
                return 1;
            case (byte)'&':
                Write("&amp;"u8);
                return 1;
            case (byte)'"':
                Write("&quot;"u8);
                return 1;
            case (byte)'\t':
                Write("&#x9;"u8);
                return 1;
            case (byte)'\n':
                Write("&#xA;"u8);
                return 1;
            case (byte)'\r':
                Write("&#xD;"u8);
                return 1;
            case 0xEF:
                var length = Math.Min(3, utf8.Length);
                Write(utf8.StartsWith("\uFFFE"u8) || utf8.StartsWith("\uFFFF"u8) ? "\uFFFD"u8 : utf8[..length]);
                return length;
            default:
                Write("\uFFFD"u8);
                return 1;
        }
    }

    private void Reserve(int more)
    {
        Flush();
        free = output.GetSpan(Math.Max(more, 1024));
    }
}
