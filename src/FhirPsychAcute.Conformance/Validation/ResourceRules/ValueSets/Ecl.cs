namespace FhirPsychAcute.Conformance.Validation.ResourceRules.ValueSets;

/// <summary>
/// The syntax of SNOMED CT's Expression Constraint Language (https://docs.snomed.org/snomed-ct-specifications/snomed-ct-expression-constraint-language), brief form.
/// It tells only whether a text can be an expression; what follows <c>{{</c> is taken as it stands to its <c>}}</c>.
/// </summary>
internal ref struct Ecl
{
    private const int MaxDepth = 64;

    private static readonly string[] Operators = ["<<!", "<<", "<!", "<", ">>!", ">>", ">!", ">", "!!>", "!!<"];
    private static readonly string[] Comparators = ["!=", "<=", ">=", "=", "<", ">"];

    private readonly ReadOnlySpan<char> text;
    private int at;
    private int depth;

    private Ecl(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>Whether a text is a well-formed constraint.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        var ecl = new Ecl(text);
        return ecl.Expression() && ecl.IsAtEnd();
    }

    private bool IsAtEnd()
    {
        Space();
        return at == text.Length;
    }

    private bool Expression()
    {
        if (++depth > MaxDepth || !SubExpression())
        {
            return false;
        }

        if (Take(":"))
        {
            if (!Refinement())
            {
                return false;
            }
        }
        else if (Take("."))
        {
            do
            {
                if (!SubExpression())
                {
                    return false;
                }
            }
            while (Take("."));
        }
        else
        {
            while (TakeWord("AND") || TakeWord("OR") || TakeWord("MINUS") || Take(","))
            {
                if (!SubExpression())
                {
                    return false;
                }
            }
        }

        depth--;
        return true;
    }

    private bool SubExpression()
    {
        TakeAny(Operators);
        if (Take("^"))
        {
            if (Take("["))
            {
                SkipTo("]");
            }
        }

        bool read;
        if (Take("("))
        {
            read = Expression() && Take(")");
        }
        else
        {
            read = Take("*") || Concept();
        }

        while (read && Take("{{"))
        {
            read = SkipTo("}}");
        }

        return read;
    }

    private bool Concept()
    {
        Space();
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at - start is < 6 or > 18)
        {
            return false;
        }

        Space();
        if (at < text.Length && text[at] == '|')
        {
            at++;
            return SkipTo("|");
        }

        return true;
    }

    private bool Refinement()
    {
        if (++depth > MaxDepth || !SubRefinement())
        {
            return false;
        }

        while (TakeWord("AND") || TakeWord("OR") || Take(","))
        {
            if (!SubRefinement())
            {
                return false;
            }
        }

        depth--;
        return true;
    }

    private bool SubRefinement()
    {
        Cardinality();
        if (Take("{"))
        {
            return Refinement() && Take("}");
        }

        var before = at;
        var deep = depth;
        if (Attribute())
        {
            return true;
        }

        (at, depth) = (before, deep);
        return Take("(") && Refinement() && Take(")");
    }

    private bool Attribute()
    {
        Cardinality();
        TakeWord("R");
        if (!SubExpression() || !TakeAny(Comparators))
        {
            return false;
        }

        if (Take("#"))
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '-' or '+' or '.'))
            {
                at++;
            }

            return at > start;
        }

        if (Take("\""))
        {
            return SkipTo("\"");
        }

        return TakeWord("true") || TakeWord("false") || SubExpression();
    }

    private void Cardinality()
    {
        if (Take("["))
        {
            SkipTo("]");
        }
    }

    private bool TakeAny(string[] tokens)
    {
        foreach (var token in tokens)
        {
            if (Take(token))
            {
                return true;
            }
        }

        return false;
    }

    private bool Take(string token)
    {
        Space();
        if (!text[at..].StartsWith(token, StringComparison.Ordinal))
        {
            return false;
        }

        at += token.Length;
        return true;
    }

    private bool TakeWord(string word)
    {
        Space();
        var rest = text[at..];
        if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) || (rest.Length > word.Length && char.IsAsciiLetterOrDigit(rest[word.Length])))
        {
            return false;
        }

        at += word.Length;
        return true;
    }

    private bool SkipTo(string end)
    {
        var found = text[at..].IndexOf(end, StringComparison.Ordinal);
        at = found < 0 ? text.Length : at + found + end.Length;
        return found >= 0;
    }

    private void Space()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text[at..].StartsWith("/*", StringComparison.Ordinal))
            {
                SkipTo("*/");
            }
            else
            {
                return;
            }
        }
    }
}
