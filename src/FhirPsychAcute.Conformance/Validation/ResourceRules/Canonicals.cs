namespace FhirPsychAcute.Conformance.Validation.ResourceRules;

/// <summary>The parts of a canonical (http://hl7.org/fhir/R4/references.html#canonical).</summary>
internal static class Canonicals
{
    /// <summary>Url and version; the version null where there is none.</summary>
    public static (string Url, string? Version) Split(string canonical)
    {
        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? (canonical, null) : (canonical[..bar], canonical[(bar + 1)..]);
    }

    /// <summary>Whether a text begins with a scheme, as an absolute uri does (RFC 3986 3.1).</summary>
    public static bool IsAbsolute(ReadOnlySpan<char> uri)
    {
        var colon = uri.IndexOf(':');
        if (colon < 1 || !char.IsAsciiLetter(uri[0]))
        {
            return false;
        }

        foreach (var letter in uri[..colon])
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}
