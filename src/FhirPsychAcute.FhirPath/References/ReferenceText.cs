namespace FhirPsychAcute.FhirPath.References;

/// <summary>The parts of a literal reference (R4 references 2.3.0.1): <c>[base/]Type/id[/_history/version]</c>.</summary>
internal static class ReferenceText
{
    /// <summary>The type's name in a RESTful reference, relative or absolute, or in a conditional one (<c>Patient?identifier=..</c>); empty when there is none.</summary>
    public static ReadOnlySpan<byte> TypeOf(ReadOnlySpan<byte> reference)
    {
        var query = reference.IndexOf((byte)'?');
        if (query >= 0)
        {
            var path = reference[..query];
            return Name(path[(path.LastIndexOf((byte)'/') + 1)..]);
        }

        var fragment = reference.IndexOf((byte)'#');
        if (fragment >= 0)
        {
            reference = reference[..fragment];
        }

        var last = reference.LastIndexOf((byte)'/');
        if (last <= 0)
        {
            return default;
        }

        var beforeId = reference[..last];
        const int historyLength = 9;
        if (beforeId.EndsWith("/_history"u8))
        {
            beforeId = beforeId[..^historyLength];
            last = beforeId.LastIndexOf((byte)'/');
            if (last <= 0)
            {
                return default;
            }

            beforeId = beforeId[..last];
        }

        return Name(beforeId[(beforeId.LastIndexOf((byte)'/') + 1)..]);
    }

    /// <summary>The reference without <c>/_history/version</c>, and the version or null.</summary>
    public static (string Unversioned, string? Version) SplitVersion(string reference)
    {
        var at = reference.IndexOf("/_history/", StringComparison.Ordinal);
        return at < 0 ? (reference, null) : (reference[..at], reference[(at + "/_history/".Length)..]);
    }

    /// <summary>The server's base in front of <c>Type/id</c> of an absolute RESTful url, with its slash; null when the url is not RESTful.</summary>
    public static string? BaseOf(string fullUrl, string typeName, string? id)
    {
        if (id is null || fullUrl.StartsWith("urn:", StringComparison.Ordinal))
        {
            return null;
        }

        var tail = $"{typeName}/{id}";
        return fullUrl.EndsWith(tail, StringComparison.Ordinal) ? fullUrl[..^tail.Length] : null;
    }

    public static bool IsAbsolute(string reference)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && reference.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0;
    }

    private static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> segment)
    {
        // Type names begin with a capital, which keeps http://example.org/a from being read as one.
        return segment.Length > 0 && segment[0] is >= (byte)'A' and <= (byte)'Z' ? segment : default;
    }
}
