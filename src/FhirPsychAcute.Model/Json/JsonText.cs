using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>JSON's escapes in UTF-8 text.</summary>
internal static class JsonText
{
    /// <summary>Writes what an escaped string means; half surrogate pairs become U+FFFD.</summary>
    /// <param name="escaped">Content of a JSON string that <see cref="JsonScanner"/> has passed.</param>
    /// <param name="destination">At least as long as <paramref name="escaped"/>.</param>
    /// <returns>Bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var run = escaped.IndexOf((byte)'\\');
            if (run < 0)
            {
                escaped.CopyTo(destination[written..]);
                return written + escaped.Length;
            }

            escaped[..run].CopyTo(destination[written..]);
            written += run;
            escaped = escaped[run..];
            if (escaped[1] != 'u')
            {
                destination[written++] = escaped[1] switch
                {
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    var same => same,
                };
                escaped = escaped[2..];
                continue;
            }

            var unit = Unit(escaped);
            escaped = escaped[6..];
            if (char.IsHighSurrogate(unit) && escaped.Length >= 6 && escaped[0] == '\\' && escaped[1] == 'u' && char.IsLowSurrogate(Unit(escaped)))
            {
                written += new Rune(unit, Unit(escaped)).EncodeToUtf8(destination[written..]);
                escaped = escaped[6..];
            }
            else
            {
                written += (Rune.TryCreate(unit, out var rune) ? rune : Rune.ReplacementChar).EncodeToUtf8(destination[written..]);
            }
        }
    }

    /// <summary>What an escaped string means, as text.</summary>
    public static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var rented = ArrayPool<byte>.Shared.Rent(escaped.Length);
        try
        {
            return Encoding.UTF8.GetString(rented, 0, Unescape(escaped, rented));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static char Unit(ReadOnlySpan<byte> escape) =>
        Utf8Parser.TryParse(escape.Slice(2, 4), out ushort unit, out _, 'x') ? (char)unit : '\uFFFD';
}
