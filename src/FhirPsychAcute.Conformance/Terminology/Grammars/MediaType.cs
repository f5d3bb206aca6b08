using FhirPsychAcute.Conformance.Terminology.CodeSystems;

namespace FhirPsychAcute.Conformance.Terminology.Grammars;

/// <summary>Media types (BCP 13, RFC 6838 4.2): a type, a slash, a subtype, and parameters after semicolons.</summary>
internal static class MediaType
{
    private const int MaxNameLength = 127;

    /// <summary>Whether the text has the form of a media type, or is one of the short names that R4 uses beside them (http 3.1.0.1.11: xml, json, ttl).</summary>
    public static Presence Check(string code)
    {
        if (code is "xml" or "json" or "ttl")
        {
            return Presence.Present;
        }

        var semicolon = code.IndexOf(';', StringComparison.Ordinal);
        var name = (semicolon < 0 ? code : code[..semicolon]).TrimEnd(' ');
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && IsName(name.AsSpan(0, slash)) && IsName(name.AsSpan(slash + 1)) && (semicolon < 0 || AreParameters(code.AsSpan(semicolon)))
            ? Presence.Present
            : Presence.Absent;
    }

    private static bool IsName(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= MaxNameLength && char.IsAsciiLetterOrDigit(name[0]) && name.IndexOfAnyExcept(NameCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&-^_.+");

    private static readonly System.Buffers.SearchValues<char> TokenCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    // ;name=value, the value a token or quoted; blanks after the semicolon (RFC 2045 5.1).
    private static bool AreParameters(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            text = text[1..].TrimStart(' ');
            var equals = text.IndexOf('=');
            if (equals <= 0 || text[..equals].IndexOfAnyExcept(TokenCharacters) >= 0)
            {
                return false;
            }

            text = text[(equals + 1)..];
            var end = text.StartsWith("\"") ? text[1..].IndexOf('"') + 2 : text.IndexOf(';');
            if (end == 1)
            {
                return false;
            }

            var value = end < 0 ? text : text[..end];
            if (value.IsEmpty || (value[0] != '"' && value.TrimEnd(' ').IndexOfAnyExcept(TokenCharacters) >= 0))
            {
                return false;
            }

            text = text[value.Length..].TrimStart(' ');
            if (!text.IsEmpty && text[0] != ';')
            {
                return false;
            }
        }

        return true;
    }
}
