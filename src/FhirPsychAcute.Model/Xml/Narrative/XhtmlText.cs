using System.Buffers;
using System.Globalization;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>Characters of XHTML text and attribute values.</summary>
internal static class XhtmlText
{
    // The longest that stands for a character: &#x10FFFF; and some zeros.
    private const int LongestEntity = 16;

    /// <summary>What text with entities means; what is no entity of XML's stays as written.</summary>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        if (!text.Contains('&', StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] == '&' ? text.IndexOf(';', at, Math.Min(LongestEntity, text.Length - at)) : -1;
            if (end > at && Character(text.AsSpan(at + 1, end - at - 1)) is { } rune)
            {
                decoded.Append(rune.ToString());
                at = end;
            }
            else
            {
                decoded.Append(text[at]);
            }
        }

        return decoded.ToString();
    }

    /// <summary>Appends text so that neither HTML nor XML finds markup in it, in content or between double quotes.</summary>
    public static void AppendEscaped(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            switch (character)
            {
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '&':
                    html.Append("&amp;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                default:
                    html.Append(character);
                    break;
            }
        }
    }

    private static Rune? Character(ReadOnlySpan<char> entity)
    {
        if (entity.Length < 2 || entity[0] != '#')
        {
            return entity switch
            {
                "amp" => new Rune('&'),
                "lt" => new Rune('<'),
                "gt" => new Rune('>'),
                "quot" => new Rune('"'),
                "apos" => new Rune('\''),
                _ => null,
            };
        }

        var isHex = entity[1] is 'x';
        return int.TryParse(entity[(isHex ? 2 : 1)..], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code)
            ? new Rune(code)
            : null;
    }
}
