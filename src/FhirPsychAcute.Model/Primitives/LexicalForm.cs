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

    /// <summary>What is wrong with a value, its text having the place {0} for the value's name and quoting nothing of it; null when all is right.</summary>
    /// <param name="kind">The type's lexical family.</param>
    /// <param name="value">The value without quotes, unescaped, valid UTF-8.</param>
    public static StructureMessage? Fault(PrimitiveKind kind, ReadOnlySpan<byte> value) => kind switch
    {
        PrimitiveKind.Boolean => value.SequenceEqual("true"u8) || value.SequenceEqual("false"u8) ? null : StructureMessages.NotBoolean,
        PrimitiveKind.Integer => IsInteger(value, int.MinValue) ? null : StructureMessages.NotInteger,
        PrimitiveKind.PositiveInt => IsInteger(value, 1) ? null : StructureMessages.NotPositiveInt,
        PrimitiveKind.UnsignedInt => IsInteger(value, 0) ? null : StructureMessages.NotUnsignedInt,
        PrimitiveKind.Decimal => IsDecimal(value) ? null : StructureMessages.NotDecimal,
        PrimitiveKind.String => !HasContent(value) ? StructureMessages.BlankText : IsTooLong(value) ? StructureMessages.TooLongText : null,
        PrimitiveKind.Markdown or PrimitiveKind.None => HasContent(value) ? null : StructureMessages.BlankText,
        PrimitiveKind.Code => IsCode(value) ? null : StructureMessages.NotCode,
        PrimitiveKind.Id => IsId(value) ? null : StructureMessages.NotId,
        PrimitiveKind.Uri or PrimitiveKind.Url or PrimitiveKind.Canonical => IsUri(value) ? null : StructureMessages.NotUri,
        PrimitiveKind.Oid => IsOid(value) ? null : StructureMessages.NotOid,
        PrimitiveKind.Uuid => IsUuid(value) ? null : StructureMessages.NotUuid,
        PrimitiveKind.Date => TemporalForm.IsDate(value) ? null : StructureMessages.NotDate,
        PrimitiveKind.DateTime => TemporalForm.IsDateTime(value)
            ? null
            : StructureMessages.NotDateTime,
        PrimitiveKind.Instant => TemporalForm.IsInstant(value) ? null : StructureMessages.NotInstant,
        PrimitiveKind.Time => TemporalForm.IsTime(value) ? null : StructureMessages.NotTime,
        PrimitiveKind.Base64Binary => IsBase64(value) ? null : StructureMessages.NotBase64,
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
