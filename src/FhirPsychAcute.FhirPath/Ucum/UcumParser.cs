using System.Globalization;
using System.Numerics;

namespace FhirPsychAcute.FhirPath.Ucum;

/// <summary>Reads a unit by the grammar of UCUM §§ 2-12, case sensitive codes.</summary>
internal ref struct UcumParser
{
    private const int MaxDepth = 32;
    private const int MaxExponent = 1000;

    private readonly ReadOnlySpan<char> text;
    private readonly Func<string, UcumUnit> atom;
    private int at;
    private int depth;
    private UcumFault? fault;

    private UcumParser(ReadOnlySpan<char> text, Func<string, UcumUnit> atom)
    {
        this.text = text;
        this.atom = atom;
    }

    /// <summary>Reads the whole text; null with a fault when it is not a unit.</summary>
    /// <param name="text">The unit's code.</param>
    /// <param name="atom">Gives the reduced form of an atom by its code.</param>
    /// <param name="fault">What is wrong, and where.</param>
    public static UcumUnit? Parse(ReadOnlySpan<char> text, Func<string, UcumUnit> atom, out UcumFault? fault)
    {
        var parser = new UcumParser(text, atom);
        UcumUnit? unit;
        if (text.IsEmpty)
        {
            unit = parser.Fail("a unit cannot be empty; a number without dimension has the unit 1");
        }
        else
        {
            unit = parser.Term();
            if (unit is not null && parser.at < text.Length)
            {
                unit = parser.Fail(text[parser.at] == ')' ? "closing parenthesis without an opening one" : "nothing of a unit begins here");
            }
        }

        fault = parser.fault;
        return fault is null ? unit : null;
    }

    // main-term: an optional leading division, then components joined by . and / from left to right (§ 7.1).
    private UcumUnit? Term()
    {
        UcumUnit? result = null;
        var sign = 1;
        if (Take('/'))
        {
            result = One();
            sign = -1;
        }

        while (true)
        {
            if (Component() is not { } component)
            {
                return null;
            }

            if (result is null)
            {
                result = component;
            }
            else if (component.IsSpecial || result.IsSpecial)
            {
                if (!IsPlainNumber(component.IsSpecial ? result : component))
                {
                    return Fail("a unit on a special scale stands alone: it cannot be multiplied or divided");
                }

                result = component.IsSpecial ? component.Scale(result.Factor) : result.Scale(component.Factor.Pow(sign));
            }
            else
            {
                result = UcumUnit.Multiply(result, component, sign);
            }

            if (Take('.'))
            {
                sign = 1;
            }
            else if (Take('/'))
            {
                sign = -1;
            }
            else
            {
                return result;
            }
        }
    }

    private UcumUnit? Component()
    {
        if (at >= text.Length)
        {
            return Fail("a unit is missing at the end");
        }

        UcumUnit? unit;
        if (text[at] == '(')
        {
            at++;
            if (++depth > MaxDepth)
            {
                return Fail("parentheses are nested too deep");
            }

            unit = Term();
            depth--;
            if (unit is not null && !Take(')'))
            {
                return Fail("closing parenthesis is missing");
            }

            return unit;
        }

        if (text[at] == '{')
        {
            return Annotation() ? One() : null;
        }

        // A number stands for itself (§ 8), unless the digits begin the atoms 10* and 10^.
        unit = char.IsAsciiDigit(text[at]) && !(text[at..].StartsWith("10*", StringComparison.Ordinal) || text[at..].StartsWith("10^", StringComparison.Ordinal))
            ? Number()
            : SimpleUnit();
        if (unit is not null && at < text.Length && text[at] == '{' && !Annotation())
        {
            return null;
        }

        return unit;
    }

    private UcumUnit? Number()
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        var number = BigInteger.Parse(text[start..at], NumberStyles.None, CultureInfo.InvariantCulture);
        return number.IsZero ? Fail("a unit cannot have the factor 0", start) : One().Scale(Rational.Of(number, 1));
    }

    private UcumUnit? SimpleUnit()
    {
        var start = at;
        var symbol = Symbol();
        if (symbol.IsEmpty)
        {
            return Fail("a unit is missing before this character");
        }

        var (unit, length) = Atom(symbol);
        if (unit is null)
        {
            return Fail($"'{symbol}' is not a unit of UCUM", start);
        }

        at = start + length;
        return Exponent(unit);
    }

    // An atom's symbol has no digits at its end (they are an exponent), except inside brackets and in 10* and 10^ (§ 9).
    private ReadOnlySpan<char> Symbol()
    {
        var end = at;
        if (text[at..].StartsWith("10*", StringComparison.Ordinal) || text[at..].StartsWith("10^", StringComparison.Ordinal))
        {
            return text.Slice(at, 3);
        }

        while (end < text.Length)
        {
            var c = text[end];
            if (c == '[')
            {
                var close = text[end..].IndexOf(']');
                if (close < 0)
                {
                    return text[at..];
                }

                end += close + 1;
            }
            else if (c is '.' or '/' or '(' or ')' or '{' or '}' or '+' or '-' || char.IsAsciiDigit(c) || c is <= ' ' or > '~')
            {
                break;
            }
            else
            {
                end++;
            }
        }

        return text[at..end];
    }

    private (UcumUnit? Unit, int Length) Atom(ReadOnlySpan<char> symbol)
    {
        var table = UcumTable.Instance;
        var code = symbol.ToString();
        if (table.Atoms.ContainsKey(code))
        {
            return (atom(code), code.Length);
        }

        for (var length = 2; length >= 1; length--)
        {
            if (code.Length > length
                && table.Prefixes.TryGetValue(code[..length], out var prefix)
                && table.Atoms.TryGetValue(code[length..], out var metric)
                && metric.IsMetric)
            {
                return (atom(metric.Code).Scale(prefix.Factor), code.Length);
            }
        }

        return (null, 0);
    }

    private UcumUnit? Exponent(UcumUnit unit)
    {
        if (at >= text.Length || !(text[at] is '+' or '-' || char.IsAsciiDigit(text[at])))
        {
            return unit;
        }

        var start = at;
        var negative = text[at] == '-';
        at += text[at] is '+' or '-' ? 1 : 0;
        var digits = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at == digits)
        {
            return Fail("the exponent has no digits", start);
        }

        if (at - digits > 4 || int.Parse(text[digits..at], NumberStyles.None, CultureInfo.InvariantCulture) is not (<= MaxExponent and var exponent))
        {
            return Fail($"an exponent above {MaxExponent} is not supported", start);
        }

        if (unit.IsSpecial)
        {
            return Fail("a unit on a special scale cannot have an exponent", start);
        }

        return unit.Pow(negative ? -exponent : exponent);
    }

    // An annotation is any printable ASCII between braces and changes nothing (§ 6).
    private bool Annotation()
    {
        var start = at;
        at++;
        while (at < text.Length && text[at] != '}')
        {
            if (text[at] is < '!' or > '~' or '{')
            {
                Fail("an annotation holds printable ASCII only, without spaces and braces");
                return false;
            }

            at++;
        }

        if (at >= text.Length)
        {
            Fail("the annotation's closing brace is missing", start);
            return false;
        }

        at++;
        return true;
    }

    private static bool IsPlainNumber(UcumUnit unit) => unit is { IsDimensionless: true, IsSpecial: false };

    private static UcumUnit One() => new(Rational.One, new SortedDictionary<string, int>(StringComparer.Ordinal));

    private bool Take(char expected)
    {
        if (at < text.Length && text[at] == expected)
        {
            at++;
            return true;
        }

        return false;
    }

    private UcumUnit? Fail(string message, int position = -1)
    {
        fault ??= new UcumFault(message, position < 0 ? at : position);
        return null;
    }
}
