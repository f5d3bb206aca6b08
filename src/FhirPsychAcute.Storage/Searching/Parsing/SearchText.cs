using System.Text;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>Splits and unescapes search values (R4 search 3.1.1.4.0.1: <c>\,</c> <c>\|</c> <c>\$</c> <c>\\</c>).</summary>
internal static class SearchText
{
    /// <summary>Splits at a separator that is not escaped; the parts keep their escapes.</summary>
    public static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        if (!text.Contains(separator, StringComparison.Ordinal))
        {
            parts.Add(text);
            return parts;
        }

        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == separator)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>Where the first separator stands that is not escaped; -1 when there is none.</summary>
    public static int IndexOf(string text, char separator)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == separator)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Takes escapes away; a backslash before any other character stands for itself.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '\\' or ',' or '|' or '$')
            {
                i++;
            }

            result.Append(text[i]);
        }

        return result.ToString();
    }

    /// <summary>Whether a CPR number may stand in the text: ten digits, or six and four with a hyphen (or space) between, no digit beside them.</summary>
    public static bool MayHoldCpr(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                i++;
                continue;
            }

            var digits = DigitsAt(text, i);
            if (digits == 10 || (digits == 6 && i + 10 < text.Length && text[i + 6] is '-' or ' ' or '+' && DigitsAt(text, i + 7) == 4))
            {
                return true;
            }

            i += digits;
        }

        return false;
    }

    /// <summary>A parameter name as messages may show it.</summary>
    public static string Shown(string name)
    {
        if (MayHoldCpr(name))
        {
            return "(masked)";
        }

        var shown = name.Length > 80 ? string.Concat(name.AsSpan(0, 80), "...") : name;
        return string.Create(shown.Length, shown, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) ? '?' : source[i];
            }
        });
    }

    private static int DigitsAt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - at;
    }
}
