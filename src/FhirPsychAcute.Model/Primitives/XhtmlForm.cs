using System.Buffers;

namespace FhirPsychAcute.Model;

/// <summary>
/// Checks the narrative's xhtml (R4 narrative 2.31): well-formed XML whose root is a div in the XHTML namespace. One pass over UTF-8, nothing built.
/// Which elements and attributes a narrative may hold is the business of validation (invariant txt-1).
/// </summary>
internal ref struct XhtmlForm
{
    private static readonly SearchValues<byte> TextEnds = SearchValues.Create("<&"u8);
    private static readonly SearchValues<byte> QuotedByDoubleEnds = SearchValues.Create("\"<&"u8);
    private static readonly SearchValues<byte> QuotedBySingleEnds = SearchValues.Create("'<&"u8);
    private static readonly SearchValues<byte> NameCharacters = SearchValues.Create(
        [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:-."u8, .. Enumerable.Range(0x80, 0x80).Select(code => (byte)code)]);

    private readonly ReadOnlySpan<byte> text;
    private OpenTags open;
    private int at;

    private XhtmlForm(ReadOnlySpan<byte> text, Span<int> openNames)
    {
        this.text = text;
        open = new OpenTags(openNames);
    }

    /// <summary>What is wrong; null when all is right.</summary>
    public static StructureMessage? Fault(ReadOnlySpan<byte> value)
    {
        var form = new XhtmlForm(value, stackalloc int[128]);
        var fault = form.Check();
        form.open.Release();
        return fault;
    }

    private StructureMessage? Check()
    {
        var hasRoot = false;
        while (true)
        {
            var run = text[at..].IndexOfAny(TextEnds);
            var content = run < 0 ? text[at..] : text.Slice(at, run);
            if (open.Count == 0 && content.ContainsAnyExcept(" \t\r\n"u8))
            {
                return hasRoot ? StructureMessages.XhtmlAfterDiv : StructureMessages.XhtmlNoDiv;
            }

            if (content.IndexOf("]]>"u8) >= 0)
            {
                return StructureMessages.XhtmlSectionEnd;
            }

            if (run < 0)
            {
                break;
            }

            at += run;
            var fault = text[at] == '&' ? PassEntity() : PassMarkup(ref hasRoot);
            if (fault is not null)
            {
                return fault;
            }
        }

        if (!hasRoot)
        {
            return StructureMessages.XhtmlNoDiv;
        }

        return open.Count == 0 ? null : StructureMessages.XhtmlNoEndTag;
    }

    private StructureMessage? PassMarkup(ref bool hasRoot)
    {
        var next = at + 1 < text.Length ? text[at + 1] : (byte)0;
        switch (next)
        {
            case (byte)'/':
                return PassEndTag();
            case (byte)'?':
                return PassUntil("?>"u8, 2);
            case (byte)'!':
                if (text[at..].StartsWith("<!--"u8))
                {
                    return PassUntil("-->"u8, 4);
                }

                return open.Count > 0 && text[at..].StartsWith("<![CDATA["u8)
                    ? PassUntil("]]>"u8, 9)
                    : StructureMessages.XhtmlDeclaration;
            default:
                if (open.Count == 0 && hasRoot)
                {
                    return StructureMessages.XhtmlAfterDiv;
                }

                var isRoot = !hasRoot;
                hasRoot = true;
                return PassStartTag(isRoot);
        }
    }

    private StructureMessage? PassUntil(ReadOnlySpan<byte> end, int skip)
    {
        var length = at + skip <= text.Length ? text[(at + skip)..].IndexOf(end) : -1;
        if (length < 0)
        {
            return StructureMessages.XhtmlCommentEnd;
        }

        at += skip + length + end.Length;
        return null;
    }

    private StructureMessage? PassEndTag()
    {
        at += 2;
        var name = PassName();
        PassSpace();
        if (at >= text.Length || text[at] != '>')
        {
            return StructureMessages.XhtmlEndTagOpen;
        }

        at++;
        if (open.Count == 0 || !open.Pop(text).SequenceEqual(name))
        {
            return StructureMessages.XhtmlEndTagOther;
        }

        return null;
    }

    private StructureMessage? PassStartTag(bool isRoot)
    {
        at++;
        var nameStart = at;
        var name = PassName();
        if (name.IsEmpty)
        {
            return StructureMessages.XhtmlTagName;
        }

        var prefix = name.IndexOf((byte)':') is > 0 and var colon ? name[..colon] : default;
        if (isRoot && !name[(prefix.IsEmpty ? 0 : prefix.Length + 1)..].SequenceEqual("div"u8))
        {
            return StructureMessages.XhtmlRoot;
        }

        var inNamespace = false;
        Span<int> attributes = stackalloc int[64];
        var count = 0;
        while (true)
        {
            var spaced = PassSpace();
            var next = at < text.Length ? text[at] : (byte)0;
            if (next == '>')
            {
                at++;
                open.Push(nameStart, name.Length);
                break;
            }

            if (next == '/')
            {
                if (at + 1 >= text.Length || text[at + 1] != '>')
                {
                    return StructureMessages.XhtmlTagOpen;
                }

                at += 2;
                break;
            }

            var attributeStart = at;
            var attribute = PassName();
            if (attribute.IsEmpty || !spaced)
            {
                return at >= text.Length ? StructureMessages.XhtmlTagOpen : StructureMessages.XhtmlAttributeExpected;
            }

            if (IsRepeated(attribute, attributes[..count]))
            {
                return StructureMessages.XhtmlAttributeTwice;
            }

            if (count + 2 <= attributes.Length)
            {
                attributes[count++] = attributeStart;
                attributes[count++] = attribute.Length;
            }

            if (PassAttributeValue(out var value) is { } fault)
            {
                return fault;
            }

            inNamespace |= isRoot && DeclaresPrefix(attribute, prefix) && value.SequenceEqual("http://www.w3.org/1999/xhtml"u8);
        }

        return isRoot && !inNamespace ? StructureMessages.XhtmlDivNamespace : null;
    }

    private static bool DeclaresPrefix(ReadOnlySpan<byte> attribute, ReadOnlySpan<byte> prefix) =>
        prefix.IsEmpty ? attribute.SequenceEqual("xmlns"u8) : attribute.StartsWith("xmlns:"u8) && attribute[6..].SequenceEqual(prefix);

    private readonly bool IsRepeated(ReadOnlySpan<byte> attribute, ReadOnlySpan<int> earlier)
    {
        for (var index = 0; index < earlier.Length; index += 2)
        {
            if (text.Slice(earlier[index], earlier[index + 1]).SequenceEqual(attribute))
            {
                return true;
            }
        }

        return false;
    }

    private StructureMessage? PassAttributeValue(out ReadOnlySpan<byte> value)
    {
        value = default;
        PassSpace();
        if (at >= text.Length || text[at] != '=')
        {
            return StructureMessages.XhtmlAttributeValue;
        }

        at++;
        PassSpace();
        if (at >= text.Length || text[at] is not ((byte)'"' or (byte)'\''))
        {
            return StructureMessages.XhtmlAttributeQuotes;
        }

        var ends = text[at] == '"' ? QuotedByDoubleEnds : QuotedBySingleEnds;
        var start = ++at;
        while (true)
        {
            var run = text[at..].IndexOfAny(ends);
            if (run < 0 || text[at + run] == '<')
            {
                return StructureMessages.XhtmlAttributeEnd;
            }

            at += run;
            if (text[at] != '&')
            {
                value = text[start..at];
                at++;
                return null;
            }

            if (PassEntity() is { } fault)
            {
                return fault;
            }
        }
    }

    // XML knows five entities; those of HTML (&nbsp; ...) need a document type, which a narrative cannot have.
    private StructureMessage? PassEntity()
    {
        var rest = text[(at + 1)..];
        var length = rest[..Math.Min(rest.Length, 12)].IndexOf((byte)';');
        var name = length > 0 ? rest[..length] : default;
        var known = name switch
        {
            [(byte)'#', (byte)'x', _, ..] => IsCharacter(name[2..], 16),
            [(byte)'#', _, ..] => IsCharacter(name[1..], 10),
            _ => name.SequenceEqual("amp"u8) || name.SequenceEqual("lt"u8) || name.SequenceEqual("gt"u8) || name.SequenceEqual("quot"u8) || name.SequenceEqual("apos"u8),
        };
        if (!known)
        {
            return StructureMessages.XhtmlEntity;
        }

        at += length + 2;
        return null;
    }

    private static bool IsCharacter(ReadOnlySpan<byte> digits, int numberBase)
    {
        var code = 0;
        foreach (var digit in digits)
        {
            var value = char.IsAsciiDigit((char)digit) ? digit - '0' : numberBase == 16 && char.IsAsciiHexDigit((char)digit) ? (digit | 0x20) - 'a' + 10 : -1;
            if (value < 0 || code > 0x10FFFF)
            {
                return false;
            }

            code = (code * numberBase) + value;
        }

        return code is '\t' or '\n' or '\r' or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);
    }

    private ReadOnlySpan<byte> PassName()
    {
        var rest = text[Math.Min(at, text.Length)..];
        if (rest.IsEmpty || rest[0] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.')
        {
            return default;
        }

        var length = rest.IndexOfAnyExcept(NameCharacters);
        length = length < 0 ? rest.Length : length;
        at += length;
        return rest[..length];
    }

    private bool PassSpace()
    {
        var start = at;
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
        {
            at++;
        }

        return at > start;
    }

    /// <summary>Names of the elements that are open: where each stands in the text.</summary>
    private ref struct OpenTags(Span<int> space)
    {
        private Span<int> names = space;
        private int[]? rented;
        private int used;

        public readonly int Count => used;

        public void Push(int start, int length)
        {
            if (used + 2 > names.Length)
            {
                var larger = ArrayPool<int>.Shared.Rent(names.Length * 2);
                names[..used].CopyTo(larger);
                Release();
                rented = larger;
                names = larger;
            }

            names[used++] = start;
            names[used++] = length;
        }

        public ReadOnlySpan<byte> Pop(ReadOnlySpan<byte> text)
        {
            used -= 2;
            return text.Slice(names[used], names[used + 1]);
        }

        public void Release()
        {
            if (rented is not null)
            {
                ArrayPool<int>.Shared.Return(rented);
                rented = null;
            }
        }
    }
}
