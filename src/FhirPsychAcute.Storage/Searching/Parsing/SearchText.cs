using System.Text;
using FhirPsychAcute.Model;

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

    /// <summary>A parameter name as messages may show it.</summary>
    public static string Shown(string name)
    {
        if (CprMask.IsIn(name))
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
}
