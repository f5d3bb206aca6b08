namespace FhirPsychAcute.Conformance.Validation.References;

/// <summary>The forms of urns in references and fullUrls (http://hl7.org/fhir/R4/datatypes.html#uri).</summary>
internal static class Urn
{
    /// <summary>False for <c>urn:uuid:</c> without a UUID in lower case behind it and <c>urn:oid:</c> without an OID; true for all else.</summary>
    public static bool IsWellFormed(ReadOnlySpan<byte> urn)
    {
        if (urn.StartsWith("urn:uuid:"u8))
        {
            return IsUuid(urn["urn:uuid:"u8.Length..]);
        }

        return !urn.StartsWith("urn:oid:"u8) || IsOid(urn["urn:oid:"u8.Length..]);
    }

    private static bool IsUuid(ReadOnlySpan<byte> text)
    {
        if (text.Length != 36)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var isHyphen = i is 8 or 13 or 18 or 23;
            if (isHyphen ? text[i] != (byte)'-' : text[i] is not (>= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'f'))
            {
                return false;
            }
        }

        return true;
    }

    // A root of 0, 1 or 2, then arcs without leading zeros.
    private static bool IsOid(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] is < (byte)'0' or > (byte)'2' || text[1] != (byte)'.')
        {
            return false;
        }

        for (var start = 2; ;)
        {
            var length = text[start..].IndexOf((byte)'.');
            var arc = length < 0 ? text[start..] : text.Slice(start, length);
            if (arc.IsEmpty || arc.ContainsAnyExceptInRange((byte)'0', (byte)'9') || (arc.Length > 1 && arc[0] == (byte)'0'))
            {
                return false;
            }

            if (length < 0)
            {
                return true;
            }

            start += length + 1;
        }
    }
}
