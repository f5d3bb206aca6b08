using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>Addresses in a narrative, seen as a browser sees them.</summary>
internal static class NarrativeAddress
{
    /// <summary>Whether following or loading the address would run something: javascript, vbscript, or data that is no image.</summary>
    public static bool IsActive(string address) => Scheme(address) switch
    {
        "javascript" or "vbscript" or "livescript" or "mocha" => true,
        "data" => !IsImage(address),
        _ => false,
    };

    /// <summary>Whether a reader's program can follow the address; relative ones are taken to lead somewhere.</summary>
    public static bool CanBeFollowed(string address) => Scheme(address) is null or "http" or "https" or "ftp" or "mailto" or "tel" or "data" or "cid";

    /// <summary>The address for a link on our pages; null when it is not to be followed from there (relative ones mean places on another server).</summary>
    public static string? SafeLink(string address) => Scheme(address) is "http" or "https" or "mailto" or "tel" ? Clean(address) : null;

    /// <summary>The source of an image on our pages: only one that carries its own bytes, as fetching another tells its server who is looking.</summary>
    public static string? SafeImage(string address)
    {
        var clean = Clean(address);
        foreach (var type in new[] { "png", "jpeg", "jpg", "gif", "webp" })
        {
            var start = $"data:image/{type};base64,";
            if (clean.StartsWith(start, StringComparison.OrdinalIgnoreCase) && clean.AsSpan(start.Length).IndexOfAnyExcept(Base64Characters) < 0)
            {
                return clean;
            }
        }

        return null;
    }

    private static readonly System.Buffers.SearchValues<char> Base64Characters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=");

    private static bool IsImage(string address) => Clean(address).StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);

    private static string? Scheme(string address)
    {
        var clean = Clean(address);
        var colon = clean.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && clean.AsSpan(0, colon).IndexOfAny("/?#") < 0 ? clean[..colon].ToLowerInvariant() : null;
    }

    // Browsers pass over white space and control characters in front of a scheme and in the middle of it.
    private static string Clean(string address)
    {
        if (!address.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return address;
        }

        var clean = new StringBuilder(address.Length);
        foreach (var character in address)
        {
            if (character > ' ' && !char.IsControl(character) && !(clean.Length == 0 && char.IsWhiteSpace(character)))
            {
                clean.Append(character);
            }
        }

        return clean.ToString();
    }
}
