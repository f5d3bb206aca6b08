using System.Globalization;
using System.Text;

namespace FhirPsychAcute.Storage;

/// <summary>
/// Folds text for string search and sorting: case and accents are removed (é is e, ü is u), while æ, ø and å stay letters of their own, and aa is å.
/// Letters are chosen so that the ordinal order of folded texts (by code point, hence also by UTF-8 byte) is the Danish alphabetical order: a-z, æ, ø, å.
/// For that, å is written as U+00FF, a letter that folded text cannot hold otherwise (ÿ folds to y). Folded text is for indexes only; it is never shown.
/// </summary>
public static class DanishFolding
{
    /// <summary>Characters that a folded text has at most; what is longer is cut, in the index as in the search value.</summary>
    public const int MaxLength = 512;

    private const char Ae = '\u00E6';
    private const char Oe = '\u00F8';
    private const char Aa = '\u00FF';

    // Letters that no decomposition takes apart.
    private static readonly Dictionary<char, string> Spelled = new()
    {
        ['ß'] = "ss",
        ['œ'] = "oe",
        ['ð'] = "d",
        ['đ'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ŧ'] = "t",
        ['ŋ'] = "n",
    };

    /// <summary>The folded form: trimmed, inner white space collapsed to one space, at most <see cref="MaxLength"/> characters.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        var length = FoldSimple(text, buffer);
        return length >= 0 ? new string(buffer[..length]) : FoldAny(text);
    }

    /// <summary>Folds text of ASCII and the common Latin letters into <paramref name="target"/>; -1 when it needs <see cref="FoldAny"/>.</summary>
    private static int FoldSimple(ReadOnlySpan<char> text, Span<char> target)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (length == target.Length)
            {
                break;
            }

            char folded;
            if (c < 128)
            {
                if (c is >= 'A' and <= 'Z')
                {
                    folded = (char)(c | 0x20);
                }
                else if (c is ' ' or (>= '\t' and <= '\r'))
                {
                    if (length == 0 || target[length - 1] == ' ')
                    {
                        continue;
                    }

                    folded = ' ';
                }
                else
                {
                    folded = c;
                }
            }
            else
            {
                folded = c switch
                {
                    'æ' or 'Æ' => Ae,
                    'ø' or 'Ø' => Oe,
                    'å' or 'Å' => Aa,
                    'é' or 'É' or 'è' or 'È' or 'ê' or 'ë' => 'e',
                    'ü' or 'Ü' => 'u',
                    'ö' or 'Ö' => 'o',
                    'ä' or 'Ä' or 'á' or 'à' => 'a',
                    '–' or '’' or '“' or '”' or '„' or '…' => c,
                    _ => '\0',
                };
                if (folded == '\0')
                {
                    return -1;
                }
            }

            if (folded == 'a' && c is 'a' or 'A' && length > 0 && target[length - 1] == 'a' && EndsInPlainA(text, target, length))
            {
                target[length - 1] = Aa;
                continue;
            }

            target[length++] = folded;
        }

        return length > 0 && target[length - 1] == ' ' ? length - 1 : length;
    }

    // An accented a (á, ä) before an a is not the digraph aa. Such text is rare: leave it to the general way.
    private static bool EndsInPlainA(ReadOnlySpan<char> text, Span<char> target, int length) => target[length - 1] == 'a' && !text.ContainsAny("äÄáà");

    private static string FoldAny(ReadOnlySpan<char> text)
    {
        var composed = new string(text);
        try
        {
            composed = composed.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // A lone surrogate: such text has no normal form and is searched as it stands.
            return composed.Length > MaxLength ? composed[..MaxLength] : composed;
        }

        var result = new StringBuilder(composed.Length);
        var plainA = false;
        foreach (var raw in composed)
        {
            var c = char.ToLowerInvariant(raw);
            if (result.Length >= MaxLength)
            {
                break;
            }

            if (char.IsWhiteSpace(c))
            {
                plainA = false;
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else if (c == 'a' && plainA)
            {
                result[^1] = Aa;
                plainA = false;
            }
            else
            {
                plainA = c == 'a';
                AppendLetter(result, c);
            }
        }

        var folded = result.ToString().TrimEnd(' ');
        return folded.Length > MaxLength ? folded[..MaxLength] : folded;
    }

    private static void AppendLetter(StringBuilder result, char c)
    {
        switch (c)
        {
            case < (char)128:
                result.Append(c);
                return;
            case 'æ' or 'ǽ':
                result.Append(Ae);
                return;
            case 'ø' or 'ǿ':
                result.Append(Oe);
                return;
            case 'å' or 'ǻ':
                result.Append(Aa);
                return;
        }

        if (Spelled.TryGetValue(c, out var spelled))
        {
            result.Append(spelled);
            return;
        }

        if (char.IsSurrogate(c))
        {
            result.Append(c);
            return;
        }

        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                result.Append(char.ToLowerInvariant(part));
            }
        }
    }
}
