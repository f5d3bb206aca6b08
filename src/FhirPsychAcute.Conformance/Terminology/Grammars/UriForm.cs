namespace FhirPsychAcute.Conformance.Terminology.Grammars;

/// <summary>URIs as codes (RFC 3986): absolute ones, with a scheme.</summary>
internal static class UriForm
{
    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create(" <>\"{}|\\^`");

    /// <summary>Whether the text begins with a scheme and has only characters of URIs after it.</summary>
    public static bool IsAbsolute(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == text.Length - 1 || !char.IsAsciiLetter(text[0]))
        {
            return false;
        }

        foreach (var c in text.AsSpan(0, colon))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return text.AsSpan(colon + 1).IndexOfAny(Forbidden) < 0;
    }
}
