using System.Buffers;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>Style attributes in a narrative that our pages show.</summary>
internal static class NarrativeStyle
{
    private static readonly string[] Families = ["font", "text", "border", "padding", "margin", "list-style"];

    private static readonly HashSet<string> Properties = new(StringComparer.Ordinal)
    {
        "color", "background", "background-color", "width", "min-width", "max-width", "height", "min-height", "max-height", "vertical-align", "white-space",
        "line-height", "letter-spacing", "word-wrap", "word-break", "overflow-wrap", "caption-side", "empty-cells", "table-layout", "float", "clear",
    };

    // No backslash (escapes), no '@', no '<', no comment: what is left means what it says.
    private static readonly SearchValues<char> ValueCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 #%.,-+!()\"'");

    // Functions that only reckon a colour or length; url() loads, expression() once ran.
    private static readonly string[] Functions = ["rgb", "rgba", "hsl", "hsla", "calc"];

    /// <summary>The declarations that format text, boxes and tables; those that load, place or hide are left out.</summary>
    public static string Safe(string style)
    {
        var safe = new StringBuilder();
        foreach (var declaration in style.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            var property = declaration[..colon].Trim().ToLowerInvariant();
            var value = declaration[(colon + 1)..].Trim();
            if (IsFormatting(property) && IsPlain(value))
            {
                safe.Append(safe.Length == 0 ? "" : "; ").Append(property).Append(": ").Append(value);
            }
        }

        return safe.ToString();
    }

    private static bool IsFormatting(string property) =>
        Properties.Contains(property)
        || Array.Exists(Families, family => string.Equals(property, family, StringComparison.Ordinal) || (property.StartsWith(family, StringComparison.Ordinal) && property.Length > family.Length && property[family.Length] == '-' && IsName(property)));

    private static bool IsName(string property) => property.All(character => char.IsAsciiLetterLower(character) || character == '-');

    private static bool IsPlain(string value)
    {
        if (value.Length == 0 || value.AsSpan().ContainsAnyExcept(ValueCharacters))
        {
            return false;
        }

        for (var bracket = value.IndexOf('('); bracket >= 0; bracket = value.IndexOf('(', bracket + 1))
        {
            var before = value.AsSpan(0, bracket);
            var start = bracket;
            while (start > 0 && char.IsAsciiLetterOrDigit(before[start - 1]))
            {
                start--;
            }

            var function = value[start..bracket].ToLowerInvariant();
            if (!Array.Exists(Functions, name => string.Equals(name, function, StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }
}
