using System.Buffers;
using System.Buffers.Text;

namespace FhirPsychAcute.Model;

/// <summary>The lexical forms of FHIR's primitive types (R4 datatypes 2.24.0.1), checked on UTF-8 without allocating.</summary>
public static class LexicalForm
{
    // R4 datatypes 2.24.0.1: "strings SHALL NOT exceed 1MB (1024*1024 characters) in size".
    private const int MaxStringCharacters = 1024 * 1024;

    private static readonly SearchValues<byte> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);

    /// <summary>Whether the value has the lexical form of its type.</summary>
    /// <param name="kind">The type's lexical family.</param>
    /// <param name="value">The value without quotes, unescaped, valid UTF-8.</param>
    public static bool IsValid(PrimitiveKind kind, ReadOnlySpan<byte> value) => Fault(kind, value) is null;

    /// <summary>What is wrong with a value, as the end of an English sentence that begins with the value's name and quotes nothing of it; null when all is right.</summary>
    /// <param name="kind">The type's lexical family.</param>
    /// <param name="value">The value without quotes, unescaped, valid UTF-8.</param>
    public static string? Fault(PrimitiveKind kind, ReadOnlySpan<byte> value) => kind switch
    {
        PrimitiveKind.Boolean => value.SequenceEqual("true"u8) || value.SequenceEqual("false"u8) ? null : "must be true or false",
        PrimitiveKind.Integer => IsInteger(value, int.MinValue) ? null : "must be a whole number between -2147483648 and 2147483647",
        PrimitiveKind.PositiveInt => IsInteger(value, 1) ? null : "must be a whole number between 1 and 2147483647",
        PrimitiveKind.UnsignedInt => IsInteger(value, 0) ? null : "must be a whole number between 0 and 2147483647",
        PrimitiveKind.Decimal => IsDecimal(value) ? null : "must be a decimal number",
        PrimitiveKind.String => !HasContent(value) ? "must have content other than white space" : IsTooLong(value) ? "must not be longer than 1048576 characters" : null,
        PrimitiveKind.Markdown or PrimitiveKind.None => HasContent(value) ? null : "must have content other than white space",
        PrimitiveKind.Code => IsCode(value) ? null : "is not a code: it must have no white space at its ends and only single spaces inside",
        PrimitiveKind.Id => IsId(value) ? null : "is not an id: 1 to 64 of the letters A-Z and a-z, digits, '-' and '.'",
        PrimitiveKind.Uri or PrimitiveKind.Url or PrimitiveKind.Canonical => IsUri(value) ? null : "is not a URI: it must not be empty or hold white space",
        PrimitiveKind.Oid => IsOid(value) ? null : "is not an OID as URI: urn:oid: followed by numbers with dots between them",
        PrimitiveKind.Uuid => IsUuid(value) ? null : "is not a UUID as URI: urn:uuid: followed by a UUID in lower case",
        PrimitiveKind.Date => TemporalForm.IsDate(value) ? null : "is not a date: YYYY, YYYY-MM or YYYY-MM-DD, and a day that the calendar has",
        PrimitiveKind.DateTime => TemporalForm.IsDateTime(value)
            ? null
            : "is not a dateTime: YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss with a time zone (Z or +hh:mm), and a day that the calendar has",
        PrimitiveKind.Instant => TemporalForm.IsInstant(value) ? null : "is not an instant: YYYY-MM-DDThh:mm:ss with a time zone (Z or +hh:mm), and a day that the calendar has",
        PrimitiveKind.Time => TemporalForm.IsTime(value) ? null : "is not a time: hh:mm:ss, to at most 23:59:60",
        PrimitiveKind.Base64Binary => IsBase64(value) ? null : "is not base64",
        PrimitiveKind.Xhtml => XhtmlForm.Fault(value),
        _ => null,
    };

    /// <summary>Whether the text is an id (R4: <c>[A-Za-z0-9\-\.]{1,64}</c>).</summary>
    public static bool IsId(ReadOnlySpan<byte> value) => value.Length is >= 1 and <= 64 && !value.ContainsAnyExcept(IdCharacters);

    /// <summary>Whether the text is a code (R4: <c>[^\s]+(\s[^\s]+)*</c>).</summary>
    public static bool IsCode(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            return false;
        }

        var at = value.IndexOfAnyInRange((byte)0, (byte)0x20);
        if (at < 0)
        {
            return true;
        }

        if (value[0] <= 0x20 || value[^1] <= 0x20)
        {
            return false;
        }

        for (; at < value.Length; at++)
        {
            if (value[at] <= 0x20 && (value[at] is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r') || value[at + 1] <= 0x20))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasContent(ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty && value[0] > 0x20)
        {
            return true;
        }

        return value.ContainsAnyExceptInRange((byte)0, (byte)0x20);
    }

    private static bool IsTooLong(ReadOnlySpan<byte> value) =>
        value.Length > MaxStringCharacters && System.Text.Encoding.UTF8.GetCharCount(value) > MaxStringCharacters;

    private static bool IsUri(ReadOnlySpan<byte> value) => !value.IsEmpty && value.IndexOfAnyInRange((byte)0, (byte)0x20) < 0;

    private static bool IsInteger(ReadOnlySpan<byte> value, int least)
    {
        var negative = value.Length > 0 && value[0] == '-';
        var digits = negative ? value[1..] : value;
        if (digits.Length is 0 or > 10 || (digits[0] == '0' && (digits.Length > 1 || negative)))
        {
            return false;
        }

        long number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        number = negative ? -number : number;
        return number >= least && number <= int.MaxValue;
    }

    private static bool IsDecimal(ReadOnlySpan<byte> value)
    {
        var scanner = new JsonScanner(value, 0);
        return value.Length > 0 && (value[0] == '-' || char.IsAsciiDigit((char)value[0])) && scanner.ReadNumber(out _, out var length) && length == value.Length;
    }

    private static bool IsOid(ReadOnlySpan<byte> value)
    {
        if (!value.StartsWith("urn:oid:"u8))
        {
            return false;
        }

        var arcs = value["urn:oid:"u8.Length..];
        if (arcs.Length < 3 || arcs[0] is < (byte)'0' or > (byte)'2' || arcs[1] != '.')
        {
            return false;
        }

        for (var at = 1; at < arcs.Length;)
        {
            // Each further arc: a dot, then 0 or a number without leading zeros.
            if (arcs[at] != '.' || ++at == arcs.Length)
            {
                return false;
            }

            var start = at;
            while (at < arcs.Length && char.IsAsciiDigit((char)arcs[at]))
            {
                at++;
            }

            if (at == start || (arcs[start] == '0' && at > start + 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUuid(ReadOnlySpan<byte> value)
    {
        if (value.Length != 45 || !value.StartsWith("urn:uuid:"u8))
        {
            return false;
        }

        var uuid = value["urn:uuid:"u8.Length..];
        for (var at = 0; at < uuid.Length; at++)
        {
            var fits = at is 8 or 13 or 18 or 23 ? uuid[at] == '-' : char.IsAsciiHexDigitLower((char)uuid[at]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBase64(ReadOnlySpan<byte> value) => Base64.IsValid(value, out var decoded) && decoded > 0;
}
