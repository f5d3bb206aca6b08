using System.Globalization;

namespace FhirPsychAcute.Server;

/// <summary>ETags: the version id in a weak tag, <c>W/"3"</c> (R4 http 3.1.0.4).</summary>
internal static class EntityTag
{
    private static readonly string[] Small = [.. Enumerable.Range(0, 64).Select(version => string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\""))];

    /// <summary>The tag of a version.</summary>
    public static string Of(long version) =>
        version < Small.Length ? Small[version] : string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\"");

    /// <summary>The one version that an If-Match header names. Strong and unquoted forms are taken too, since many clients write them.</summary>
    /// <returns>False when the header names no version number at all.</returns>
    public static bool TryParse(ReadOnlySpan<char> tag, out long version)
    {
        tag = tag.Trim();
        if (tag.StartsWith("W/", StringComparison.Ordinal))
        {
            tag = tag[2..];
        }

        if (tag is ['"', .. var inner, '"'])
        {
            tag = inner;
        }

        return long.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out version) && version > 0;
    }

    /// <summary>Whether a list of tags (or <c>*</c>) holds this version, as If-None-Match asks.</summary>
    public static bool Lists(string header, long version)
    {
        foreach (var range in header.AsSpan().Split(','))
        {
            var tag = header.AsSpan(range).Trim();
            if (tag is "*" || (TryParse(tag, out var listed) && listed == version))
            {
                return true;
            }
        }

        return false;
    }
}
