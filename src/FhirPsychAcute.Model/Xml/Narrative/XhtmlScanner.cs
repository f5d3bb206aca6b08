namespace FhirPsychAcute.Model;

/// <summary>What stands in XHTML markup.</summary>
internal enum XhtmlToken : byte
{
    StartTag,
    EndTag,
    Text,
    /// <summary>Text in a CDATA section, without entities.</summary>
    CData,
    Comment,
    /// <summary>A processing instruction.</summary>
    Instruction,
}

/// <summary>Goes through markup that <see cref="XhtmlForm"/> has found well-formed, piece by piece, without building anything.</summary>
internal ref struct XhtmlScanner(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;
    private int at;

    /// <summary>What stands at the place reached.</summary>
    public XhtmlToken Token { get; private set; }

    /// <summary>First byte of the piece.</summary>
    public int Start { get; private set; }

    /// <summary>One past its last byte.</summary>
    public readonly int End => at;

    /// <summary>Name of a tag, as written.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Text as written, with entities; content of CDATA and comments; of a start tag its attributes.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Whether a start tag is its end tag too.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>The attributes of the start tag.</summary>
    public readonly XhtmlAttributes Attributes => new(Content);

    /// <summary>Goes to the next piece; says no at the end.</summary>
    public bool Read()
    {
        if (at >= text.Length)
        {
            return false;
        }

        Start = at;
        var rest = text[at..];
        if (rest[0] != '<')
        {
            var length = rest.IndexOf((byte)'<');
            Pass(XhtmlToken.Text, 0, length < 0 ? rest.Length : length, 0);
        }
        else if (rest.StartsWith("<!--"u8))
        {
            Pass(XhtmlToken.Comment, 4, rest[4..].IndexOf("-->"u8), 3);
        }
        else if (rest.StartsWith("<![CDATA["u8))
        {
            Pass(XhtmlToken.CData, 9, rest[9..].IndexOf("]]>"u8), 3);
        }
        else if (rest.StartsWith("<?"u8))
        {
            Pass(XhtmlToken.Instruction, 2, rest[2..].IndexOf("?>"u8), 2);
        }
        else if (rest.StartsWith("</"u8))
        {
            Pass(XhtmlToken.EndTag, 2, rest[2..].IndexOf((byte)'>'), 1);
            Name = Content.TrimEnd(" \t\r\n"u8);
        }
        else
        {
            PassStartTag(rest);
        }

        return true;
    }

    private void Pass(XhtmlToken token, int before, int length, int after)
    {
        var rest = text[at..];
        Token = token;
        // A length below zero cannot be in well-formed markup; the rest is taken.
        Content = rest.Slice(before, length < 0 ? rest.Length - before : length);
        at = Math.Min(text.Length, at + before + Content.Length + after);
    }

    private void PassStartTag(ReadOnlySpan<byte> rest)
    {
        var end = 1;
        while (end < rest.Length && rest[end] != '>')
        {
            if (rest[end] is (byte)'"' or (byte)'\'')
            {
                var quote = rest[(end + 1)..].IndexOf(rest[end]);
                end += quote < 0 ? rest.Length : quote + 1;
            }

            end++;
        }

        end = Math.Min(end, rest.Length);
        var tag = rest[1..end];
        IsEmptyElement = tag.EndsWith("/"u8);
        tag = IsEmptyElement ? tag[..^1] : tag;
        var nameLength = tag.IndexOfAny(" \t\r\n"u8);
        Name = nameLength < 0 ? tag : tag[..nameLength];
        Content = tag[Name.Length..];
        Token = XhtmlToken.StartTag;
        at = Math.Min(text.Length, at + end + 1);
    }
}

/// <summary>Goes through the attributes of a start tag.</summary>
internal ref struct XhtmlAttributes(ReadOnlySpan<byte> content)
{
    private ReadOnlySpan<byte> rest = content;

    /// <summary>Name as written, with its prefix.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Value between the quotes as written, with entities.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Goes to the next attribute; says no after the last.</summary>
    public bool Read()
    {
        rest = rest.TrimStart(" \t\r\n"u8);
        var equals = rest.IndexOf((byte)'=');
        if (equals < 0)
        {
            return false;
        }

        Name = rest[..equals].TrimEnd(" \t\r\n"u8);
        rest = rest[(equals + 1)..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty)
        {
            return false;
        }

        var end = rest[1..].IndexOf(rest[0]);
        Value = end < 0 ? rest[1..] : rest.Slice(1, end);
        rest = end < 0 ? default : rest[(end + 2)..];
        return true;
    }
}
