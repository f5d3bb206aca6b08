using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FhirPsychAcute.Model;

/// <summary>
/// Steps over the tokens of JSON text (RFC 8259, strictly: no comments, no trailing commas) that is known to be valid UTF-8, leaving values where they are.
/// A fault stops it: every later step fails, and <see cref="Fault"/> and <see cref="FaultOffset"/> say what and where. It never throws.
/// </summary>
/// <remarks>
/// <c>Utf8JsonReader</c> does the same work; this one is faster for resources because it keeps no token state, knows which escapes a string
/// holds when it has passed it, and reports a fault without an exception.
/// </remarks>
internal ref struct JsonScanner
{
    private static readonly SearchValues<byte> StringEnds = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private readonly ReadOnlySpan<byte> source;
    private readonly int maxDepth;

    /// <summary>Starts at the beginning of the text.</summary>
    /// <param name="source">JSON text, valid UTF-8 without byte order mark.</param>
    /// <param name="maxDepth">Nesting that <see cref="SkipValue"/> follows.</param>
    public JsonScanner(ReadOnlySpan<byte> source, int maxDepth)
    {
        this.source = source;
        this.maxDepth = maxDepth;
        Position = 0;
        Fault = JsonFault.None;
    }

    /// <summary>The byte that comes next; after a fault the end of the text.</summary>
    public int Position;

    /// <summary>Why scanning stopped.</summary>
    public JsonFault Fault { get; private set; }

    /// <summary>The byte at which scanning stopped.</summary>
    public int FaultOffset { get; private set; }

    /// <summary>The text.</summary>
    public readonly ReadOnlySpan<byte> Source => source;

    /// <summary>Passes white space and gives the byte that comes next without passing it; 0 at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Next()
    {
        var at = Position;
        if ((uint)at < (uint)source.Length && source[at] is > 0x20 and var next)
        {
            return next;
        }

        return NextAfterSpace();
    }

    private byte NextAfterSpace()
    {
        var text = source;
        var at = Position;
        while ((uint)at < (uint)text.Length)
        {
            var next = text[at];
            if (next is (byte)'\n' or (byte)'\r')
            {
                at++;
                // Indentation of pretty-printed text: runs of spaces, eight at a time.
                while (at + 8 <= text.Length && Unsafe.ReadUnaligned<ulong>(ref Unsafe.AsRef(in text[at])) == 0x2020202020202020)
                {
                    at += 8;
                }

                continue;
            }

            if (next is not ((byte)' ' or (byte)'\t'))
            {
                // A control character is no JSON; its own value would read as the end of the text where it is zero.
                Position = at;
                return next == 0 ? (byte)1 : next;
            }

            at++;
        }

        Position = at;
        return 0;
    }

    /// <summary>Passes a string that begins here with its quote.</summary>
    /// <param name="start">First byte after the opening quote.</param>
    /// <param name="length">Bytes up to the closing quote.</param>
    /// <param name="traits">What the string holds.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadString(out int start, out int length, out StringTraits traits)
    {
        start = Position + 1;
        if (Vector128.IsHardwareAccelerated && start + Vector128<byte>.Count <= source.Length)
        {
            var block = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)start);
            var ends = (Vector128.Equals(block, Vector128.Create((byte)'"'))
                | Vector128.Equals(block, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(block, Vector128.Create((byte)0x20))).ExtractMostSignificantBits();
            if (ends != 0)
            {
                length = BitOperations.TrailingZeroCount(ends);
                if (source[start + length] == '"')
                {
                    Position = start + length + 1;
                    traits = StringTraits.None;
                    return true;
                }
            }
        }

        return ReadLongString(start, out length, out traits);
    }

    private bool ReadLongString(int start, out int length, out StringTraits traits)
    {
        var at = start;
        traits = StringTraits.None;
        length = 0;
        if (Fault != JsonFault.None)
        {
            return false;
        }

        while (true)
        {
            var run = source[at..].IndexOfAny(StringEnds);
            if (run < 0)
            {
                return Fail(JsonFault.UnterminatedString, start - 1);
            }

            at += run;
            switch (source[at])
            {
                case (byte)'"':
                    length = at - start;
                    Position = at + 1;
                    return true;
                case (byte)'\\':
                    if (!PassEscape(ref at, ref traits))
                    {
                        return false;
                    }

                    break;
                default:
                    return Fail(JsonFault.ControlCharacter, at);
            }
        }
    }

    private bool PassEscape(ref int at, ref StringTraits traits)
    {
        traits |= StringTraits.Escaped;
        if (at + 1 >= source.Length)
        {
            return Fail(JsonFault.UnterminatedString, at);
        }

        switch (source[at + 1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'n' or (byte)'r' or (byte)'t':
                at += 2;
                return true;
            case (byte)'b' or (byte)'f':
                traits |= StringTraits.Control;
                at += 2;
                return true;
            case (byte)'u':
                break;
            default:
                return Fail(JsonFault.BadEscape, at);
        }

        var unit = HexUnit(at);
        if (unit < 0)
        {
            return Fail(JsonFault.BadEscape, at);
        }

        if (unit < 0x20 && unit is not ('\t' or '\n' or '\r'))
        {
            traits |= StringTraits.Control;
        }

        at += 6;
        if (char.IsLowSurrogate((char)unit))
        {
            traits |= StringTraits.LoneSurrogate;
        }
        else if (char.IsHighSurrogate((char)unit))
        {
            if (HexUnit(at) is >= 0 and var low && char.IsLowSurrogate((char)low))
            {
                at += 6;
            }
            else
            {
                traits |= StringTraits.LoneSurrogate;
            }
        }

        return true;
    }

    /// <summary>The UTF-16 unit that the escape <c>\uXXXX</c> at this place stands for; -1 when there is no such escape.</summary>
    private readonly int HexUnit(int at)
    {
        if (at + 6 > source.Length || source[at] != '\\' || source[at + 1] != 'u')
        {
            return -1;
        }

        var unit = 0;
        foreach (var digit in source.Slice(at + 2, 4))
        {
            var value = HexValue(digit);
            if (value < 0)
            {
                return -1;
            }

            unit = (unit << 4) | value;
        }

        return unit;
    }

    private static int HexValue(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };

    /// <summary>Passes a number that begins here.</summary>
    public bool ReadNumber(out int start, out int length)
    {
        start = Position;
        length = 0;
        var at = start;
        if (ByteAt(at) == '-')
        {
            at++;
        }

        if (ByteAt(at) == '0')
        {
            at++;
        }
        else if (!PassDigits(ref at))
        {
            return Fail(JsonFault.BadNumber, start);
        }

        if (ByteAt(at) == '.')
        {
            at++;
            if (!PassDigits(ref at))
            {
                return Fail(JsonFault.BadNumber, start);
            }
        }

        if (ByteAt(at) is (byte)'e' or (byte)'E')
        {
            at++;
            if (ByteAt(at) is (byte)'+' or (byte)'-')
            {
                at++;
            }

            if (!PassDigits(ref at))
            {
                return Fail(JsonFault.BadNumber, start);
            }
        }

        if (!EndsToken(ByteAt(at)))
        {
            return Fail(JsonFault.BadNumber, start);
        }

        length = at - start;
        Position = at;
        return true;
    }

    /// <summary>Passes <c>true</c>, <c>false</c> or <c>null</c>; the length tells false (5) from the others, the first byte true from null.</summary>
    public bool ReadLiteral(out int start, out int length)
    {
        start = Position;
        var rest = source[start..];
        length = rest.StartsWith("true"u8) || rest.StartsWith("null"u8) ? 4 : rest.StartsWith("false"u8) ? 5 : 0;
        if (length == 0 || !EndsToken(ByteAt(start + length)))
        {
            return Fail(JsonFault.BadLiteral, start);
        }

        Position = start + length;
        return true;
    }

    /// <summary>Passes a property's name and colon; the name stands between quotes at <paramref name="start"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadName(out int start, out int length, out StringTraits traits)
    {
        if (!ReadString(out start, out length, out traits))
        {
            return false;
        }

        if (Next() != ':')
        {
            return Expected(JsonFault.ExpectedColon);
        }

        Position++;
        return true;
    }

    /// <summary>Passes any value that begins here or after white space, whatever it is.</summary>
    /// <param name="depth">Objects and arrays around it.</param>
    public bool SkipValue(int depth)
    {
        switch (Next())
        {
            case (byte)'"':
                return ReadString(out _, out _, out _);
            case (byte)'{':
                return SkipObject(depth + 1);
            case (byte)'[':
                return SkipArray(depth + 1);
            case (byte)'-' or >= (byte)'0' and <= (byte)'9':
                return ReadNumber(out _, out _);
            case (byte)'t' or (byte)'f' or (byte)'n':
                return ReadLiteral(out _, out _);
            default:
                return Expected(JsonFault.ExpectedValue);
        }
    }

    private bool SkipObject(int depth)
    {
        if (depth > maxDepth)
        {
            return Fail(JsonFault.TooDeep, Position);
        }

        Position++;
        var next = Next();
        if (next == '}')
        {
            Position++;
            return true;
        }

        while (true)
        {
            if (next != '"')
            {
                return Expected(JsonFault.ExpectedPropertyName);
            }

            if (!ReadName(out _, out _, out _) || !SkipValue(depth) || !NextProperty(out next))
            {
                return Fault == JsonFault.None;
            }
        }
    }

    private bool SkipArray(int depth)
    {
        if (depth > maxDepth)
        {
            return Fail(JsonFault.TooDeep, Position);
        }

        Position++;
        if (Next() == ']')
        {
            Position++;
            return true;
        }

        while (SkipValue(depth) && NextItem(out _))
        {
        }

        return Fault == JsonFault.None;
    }

    /// <summary>After a property's value: passes the comma and gives the next property's first byte, or passes the closing brace and says no.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextProperty(out byte next)
    {
        next = Next();
        if (next == ',')
        {
            var comma = Position++;
            next = Next();
            return next != '}' || Fail(JsonFault.TrailingComma, comma);
        }

        if (next == '}')
        {
            Position++;
            return false;
        }

        return Expected(JsonFault.ExpectedCommaOrBrace);
    }

    /// <summary>After an item: passes the comma and gives the next item's first byte, or passes the closing bracket and says no.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextItem(out byte next)
    {
        next = Next();
        if (next == ',')
        {
            var comma = Position++;
            next = Next();
            return next != ']' || Fail(JsonFault.TrailingComma, comma);
        }

        if (next == ']')
        {
            Position++;
            return false;
        }

        return Expected(JsonFault.ExpectedCommaOrBracket);
    }

    /// <summary>Stops because something else is expected at this place; says so as closely as what stands there allows.</summary>
    public bool Expected(JsonFault fault)
    {
        var next = ByteAt(Position);
        if (Position >= source.Length)
        {
            fault = JsonFault.UnexpectedEnd;
        }
        else if (next == '/')
        {
            fault = JsonFault.Comment;
        }
        else if (fault == JsonFault.ExpectedValue && char.IsAsciiLetter((char)next))
        {
            fault = JsonFault.BadLiteral;
        }

        return Fail(fault, Position);
    }

    /// <summary>Stops at this place; the first fault stays.</summary>
    public bool Fail(JsonFault fault, int at)
    {
        if (Fault == JsonFault.None)
        {
            Fault = fault;
            FaultOffset = at;
            // Nothing can be read at the end of the text, so callers need not look at Fault after each step.
            Position = source.Length;
        }

        return false;
    }

    private readonly byte ByteAt(int at) => (uint)at < (uint)source.Length ? source[at] : (byte)0;

    private readonly bool PassDigits(ref int at)
    {
        var start = at;
        while (ByteAt(at) is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }

        return at > start;
    }

    private static bool EndsToken(byte next) =>
        next is 0 or (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'/';
}
