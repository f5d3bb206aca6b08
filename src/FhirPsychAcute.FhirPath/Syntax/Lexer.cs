using System.Globalization;
using System.Text;

namespace FhirPsychAcute.FhirPath.Syntax;

/// <summary>Divides an expression into words (FHIRPath N1, section 3 and the grammar's lexical rules).</summary>
internal sealed class Lexer
{
    private static readonly string[] TwoCharacterSymbols = ["<=", ">=", "!=", "!~"];

    private readonly string text;
    private int at;

    private Lexer(string text) => this.text = text;

    public static List<Token> Read(string text)
    {
        var lexer = new Lexer(text);
        var tokens = new List<Token>();
        Token token;
        do
        {
            token = lexer.Next();
            tokens.Add(token);
        }
        while (token.Kind != TokenKind.End);

        return tokens;
    }

    private char Peek(int ahead = 0) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private Token Next()
    {
        SkipSpaceAndComments();
        var start = at;
        if (at >= text.Length)
        {
            return new Token(TokenKind.End, "", start);
        }

        var first = text[at];
        if (IsIdentifierStart(first))
        {
            while (IsIdentifierPart(Peek()))
            {
                at++;
            }

            return new Token(TokenKind.Identifier, text[start..at], start);
        }

        if (char.IsAsciiDigit(first))
        {
            return Number(start);
        }

        switch (first)
        {
            case '\'':
                return new Token(TokenKind.String, Quoted('\''), start);
            case '`':
                return new Token(TokenKind.DelimitedIdentifier, Quoted('`'), start);
            case '"':
                // Delimited identifiers stood in double quotes before the normative release.
                return new Token(TokenKind.DelimitedIdentifier, Quoted('"'), start);
            case '@':
                return DateOrTime(start);
            case '$':
                return Special(start);
            default:
                break;
        }

        foreach (var symbol in TwoCharacterSymbols)
        {
            if (first == symbol[0] && Peek(1) == symbol[1])
            {
                at += 2;
                return new Token(TokenKind.Symbol, symbol, start);
            }
        }

        if (".,()[]{}+-*/&|<>=~%".Contains(first, StringComparison.Ordinal))
        {
            at++;
            return new Token(TokenKind.Symbol, first.ToString(), start);
        }

        throw Error($"unexpected character U+{(int)first:X4}", start);
    }

    private void SkipSpaceAndComments()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text[at] == '/' && Peek(1) == '/')
            {
                var end = text.IndexOf('\n', at);
                at = end < 0 ? text.Length : end + 1;
            }
            else if (text[at] == '/' && Peek(1) == '*')
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    throw Error("the comment that begins here is not closed by */", at);
                }

                at = end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private Token Number(int start)
    {
        SkipDigits();
        if (Peek() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            at++;
            SkipDigits();
            return new Token(TokenKind.Decimal, text[start..at], start);
        }

        if (Peek() == 'L' && !IsIdentifierPart(Peek(1)))
        {
            at++;
            return new Token(TokenKind.Long, text[start..(at - 1)], start);
        }

        return new Token(TokenKind.Integer, text[start..at], start);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()))
        {
            at++;
        }
    }

    private bool Digits(int count)
    {
        for (var ahead = 0; ahead < count; ahead++)
        {
            if (!char.IsAsciiDigit(Peek(ahead)))
            {
                return false;
            }
        }

        at += count;
        return true;
    }

    /// <summary>@2015, @2015-02-04, @2015-02-04T14:34:28.123+09:00, @2015T, @T14:34:28.</summary>
    private Token DateOrTime(int start)
    {
        at++;
        if (Peek() == 'T')
        {
            at++;
            var timeStart = at;
            if (!TimeOfDay())
            {
                throw Error("a time literal is written @Thh:mm:ss.fff", start);
            }

            return new Token(TokenKind.Time, text[timeStart..at], start);
        }

        var valueStart = at;
        if (!Digits(4))
        {
            throw Error("a date literal is written @YYYY-MM-DD", start);
        }

        if (Peek() == '-' && char.IsAsciiDigit(Peek(1)) && char.IsAsciiDigit(Peek(2)))
        {
            at++;
            Digits(2);
            if (Peek() == '-' && char.IsAsciiDigit(Peek(1)) && char.IsAsciiDigit(Peek(2)))
            {
                at++;
                Digits(2);
            }
        }

        if (Peek() != 'T')
        {
            return new Token(TokenKind.Date, text[valueStart..at], start);
        }

        at++;
        if (TimeOfDay())
        {
            if (Peek() == 'Z')
            {
                at++;
            }
            else if (Peek() is '+' or '-' && char.IsAsciiDigit(Peek(1)) && char.IsAsciiDigit(Peek(2)) && Peek(3) == ':'
                && char.IsAsciiDigit(Peek(4)) && char.IsAsciiDigit(Peek(5)))
            {
                at += 6;
            }
        }

        return new Token(TokenKind.DateTime, text[valueStart..at], start);
    }

    private bool TimeOfDay()
    {
        if (!Digits(2))
        {
            return false;
        }

        for (var part = 0; part < 2; part++)
        {
            if (Peek() != ':' || !char.IsAsciiDigit(Peek(1)) || !char.IsAsciiDigit(Peek(2)))
            {
                return true;
            }

            at += 3;
        }

        if (Peek() == '.' && char.IsAsciiDigit(Peek(1)))
        {
            at++;
            SkipDigits();
        }

        return true;
    }

    private Token Special(int start)
    {
        at++;
        while (IsIdentifierPart(Peek()))
        {
            at++;
        }

        var word = text[start..at];
        return word switch
        {
            "$this" => new Token(TokenKind.This, word, start),
            "$index" => new Token(TokenKind.Index, word, start),
            "$total" => new Token(TokenKind.Total, word, start),
            _ => throw Error("after $ only this, index and total are known", start),
        };
    }

    private string Quoted(char quote)
    {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.Length)
        {
            var character = text[at++];
            if (character == quote)
            {
                return value.ToString();
            }

            value.Append(character == '\\' ? Escape(start) : character);
        }

        throw Error(quote == '\'' ? "the string that begins here is not closed" : "the quoted name that begins here is not closed", start);
    }

    private char Escape(int start)
    {
        var escaped = Peek();
        at++;
        switch (escaped)
        {
            case 'r':
                return '\r';
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'f':
                return '\f';
            case 'u':
                if (at + 4 <= text.Length && ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                {
                    at += 4;
                    return (char)code;
                }

                throw Error("\\u wants four hexadecimal digits", at - 2);
            case '\0':
                throw Error("the string that begins here is not closed", start);
            default:
                // An escape that is not known stands for the character itself (N1 section 4.1.2).
                return escaped;
        }
    }

    private static bool IsIdentifierStart(char character) => char.IsAsciiLetter(character) || character == '_';

    private static bool IsIdentifierPart(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private FhirPathException Error(string message, int offset) => new(message, text, offset);
}
