using System.Globalization;
using FhirPsychAcute.FhirPath.Values;

namespace FhirPsychAcute.FhirPath.Syntax;

/// <summary>Reads an expression into a tree (FHIRPath N1 grammar, precedence of section 8).</summary>
internal sealed class Parser
{
    /// <summary>Nesting beyond which an expression is refused, so that neither reading nor running it can exhaust the stack.</summary>
    internal const int MaxDepth = 256;

    private static readonly string[] CalendarUnits =
        ["year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes", "second", "seconds", "millisecond", "milliseconds"];

    /// <summary>Words that cannot begin a term without back quotes.</summary>
    private static readonly string[] ReservedWords = ["and", "or", "xor", "implies", "div", "mod"];

    private readonly string text;
    private readonly List<Token> tokens;
    private int at;
    private int depth;

    private Parser(string text)
    {
        this.text = text;
        tokens = Lexer.Read(text);
    }

    private Token Current => tokens[at];

    public static SyntaxNode Parse(string text)
    {
        var parser = new Parser(text);
        if (parser.Current.Kind == TokenKind.End)
        {
            throw new FhirPathException("the expression is empty", text, 0);
        }

        var expression = parser.Binary(0);
        return parser.Current.Kind == TokenKind.End
            ? expression
            : throw parser.Error($"the expression should end before '{parser.Current.Text}'", parser.Current);
    }

    /// <summary>Operator at the current word with its precedence (greater binds tighter), or null.</summary>
    private (BinaryOperator Operator, int Precedence)? OperatorHere()
    {
        var token = Current;
        if (token.Kind is not (TokenKind.Symbol or TokenKind.Identifier))
        {
            return null;
        }

        return token.Text switch
        {
            "implies" => (BinaryOperator.Implies, 1),
            "or" => (BinaryOperator.Or, 2),
            "xor" => (BinaryOperator.Xor, 2),
            "and" => (BinaryOperator.And, 3),
            "in" => (BinaryOperator.In, 4),
            "contains" => (BinaryOperator.Contains, 4),
            "=" => (BinaryOperator.Equal, 5),
            "!=" => (BinaryOperator.NotEqual, 5),
            "~" => (BinaryOperator.Equivalent, 5),
            "!~" => (BinaryOperator.NotEquivalent, 5),
            "<" => (BinaryOperator.Less, 6),
            "<=" => (BinaryOperator.LessOrEqual, 6),
            ">" => (BinaryOperator.Greater, 6),
            ">=" => (BinaryOperator.GreaterOrEqual, 6),
            "|" => (BinaryOperator.Union, 7),
            "+" => (BinaryOperator.Add, 9),
            "-" => (BinaryOperator.Subtract, 9),
            "&" => (BinaryOperator.Concatenate, 9),
            "*" => (BinaryOperator.Multiply, 10),
            "/" => (BinaryOperator.Divide, 10),
            "div" => (BinaryOperator.IntegerDivide, 10),
            "mod" => (BinaryOperator.Modulo, 10),
            _ => null,
        };
    }

    private const int TypeOperatorPrecedence = 8;

    private SyntaxNode Binary(int least)
    {
        Enter();
        var left = Unary();
        while (true)
        {
            if (Current.Kind == TokenKind.Identifier && Current.Text is "is" or "as" && least <= TypeOperatorPrecedence)
            {
                var word = Take();
                left = Measured(new TypeOperatorSyntax(word.Start, left, word.Text == "as", TypeSpecifier()), left.Height);
            }
            else if (OperatorHere() is { } found && found.Precedence >= least)
            {
                var sign = Take();
                var right = Binary(found.Precedence + 1);
                left = Measured(new BinarySyntax(sign.Start, found.Operator, left, right), Math.Max(left.Height, right.Height));
            }
            else
            {
                break;
            }
        }

        depth--;
        return left;
    }

    private SyntaxNode Unary()
    {
        if (Current is { Kind: TokenKind.Symbol, Text: "+" or "-" })
        {
            Enter();
            var sign = Take();
            var operand = Unary();
            depth--;
            return Measured(new SignSyntax(sign.Start, operand, sign.Text == "-"), operand.Height);
        }

        return Invocations();
    }

    private SyntaxNode Invocations()
    {
        var node = Term();
        while (Current.Kind == TokenKind.Symbol)
        {
            if (Current.Text == ".")
            {
                Take();
                node = Invocation(node);
            }
            else if (Current.Text == "[")
            {
                var bracket = Take();
                var index = Binary(0);
                Expect("]");
                node = Measured(new IndexerSyntax(bracket.Start, node, index), Math.Max(node.Height, index.Height));
            }
            else
            {
                break;
            }
        }

        return node;
    }

    private SyntaxNode Term()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Identifier when token.Text is "true" or "false":
                Take();
                return new LiteralSyntax(token.Start, FhirPathValue.Of(token.Text == "true"));
            case TokenKind.Identifier:
                if (Array.IndexOf(ReservedWords, token.Text) >= 0)
                {
                    throw Error($"'{token.Text}' stands where a value is expected", token);
                }

                return Invocation(source: null);
            case TokenKind.DelimitedIdentifier:
                return Invocation(source: null);
            case TokenKind.This:
                Take();
                return new ThisSyntax(token.Start);
            case TokenKind.Index:
                Take();
                return new IndexSyntax(token.Start);
            case TokenKind.Total:
                Take();
                return new TotalSyntax(token.Start);
            case TokenKind.Symbol when token.Text == "(":
                Take();
                var inner = Binary(0);
                Expect(")");
                return inner;
            case TokenKind.Symbol when token.Text == "{":
                Take();
                Expect("}");
                return new EmptySyntax(token.Start);
            case TokenKind.Symbol when token.Text == "%":
                Take();
                return Variable(token);
            case TokenKind.End:
                throw Error("the expression ends where a value is expected", token);
            case TokenKind.Symbol:
                throw Error($"'{token.Text}' stands where a value is expected", token);
            default:
                return Literal();
        }
    }

    private VariableSyntax Variable(Token percent)
    {
        if (Current.Kind is not (TokenKind.Identifier or TokenKind.DelimitedIdentifier or TokenKind.String))
        {
            throw Error("after % a name is expected", Current);
        }

        return new VariableSyntax(percent.Start, Take().Text);
    }

    private SyntaxNode Invocation(SyntaxNode? source)
    {
        var token = Current;
        if (source is not null && token.Kind is TokenKind.This or TokenKind.Index or TokenKind.Total)
        {
            throw Error($"{token.Text} cannot follow a dot", token);
        }

        if (token.Kind is not (TokenKind.Identifier or TokenKind.DelimitedIdentifier))
        {
            throw Error("after the dot a name is expected", token);
        }

        Take();
        if (Current is not { Kind: TokenKind.Symbol, Text: "(" } || token.Kind == TokenKind.DelimitedIdentifier)
        {
            return Measured(new MemberSyntax(token.Start, source, token.Text), source?.Height ?? 0);
        }

        Take();
        var arguments = new List<SyntaxNode>();
        if (Current is not { Kind: TokenKind.Symbol, Text: ")" })
        {
            do
            {
                arguments.Add(Binary(0));
                if (token.Text == "sort" && Current is { Kind: TokenKind.Identifier, Text: "asc" or "desc" })
                {
                    var direction = Take();
                    arguments[^1] = direction.Text == "desc" ? Measured(new SignSyntax(direction.Start, arguments[^1], Negative: true), arguments[^1].Height) : arguments[^1];
                }
            }
            while (TryTake(","));
        }

        Expect(")");
        var height = source?.Height ?? 0;
        foreach (var argument in arguments)
        {
            height = Math.Max(height, argument.Height);
        }

        return Measured(new FunctionSyntax(token.Start, source, token.Text, arguments), height);
    }

    private TypeSpecifierSyntax TypeSpecifier()
    {
        var first = TypeName();
        if (!TryTake("."))
        {
            return new TypeSpecifierSyntax(first.Start, Namespace: null, first.Text);
        }

        var second = TypeName();
        return new TypeSpecifierSyntax(first.Start, first.Text, second.Text);
    }

    private Token TypeName() =>
        Current.Kind is TokenKind.Identifier or TokenKind.DelimitedIdentifier ? Take() : throw Error("a type's name is expected", Current);

    private LiteralSyntax Literal()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.String:
                return new LiteralSyntax(token.Start, FhirPathValue.Of(token.Text));
            case TokenKind.Integer or TokenKind.Decimal or TokenKind.Long:
                return new LiteralSyntax(token.Start, Number(token));
            case TokenKind.Date:
                return new LiteralSyntax(token.Start, PartialDateTime.TryParseDate(token.Text, out var date)
                    ? FhirPathValue.OfDate(date)
                    : throw Error("there is no such date", token));
            case TokenKind.DateTime:
                return new LiteralSyntax(token.Start, PartialDateTime.TryParseDateTime(token.Text, out var dateTime)
                    ? FhirPathValue.OfDateTime(dateTime)
                    : throw Error("there is no such date and time", token));
            default:
                return new LiteralSyntax(token.Start, PartialDateTime.TryParseTime(token.Text, out var time)
                    ? FhirPathValue.OfTime(time)
                    : throw Error("there is no such time of day", token));
        }
    }

    private FhirPathValue Number(Token token)
    {
        if (token.Kind == TokenKind.Long)
        {
            return long.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var big)
                ? FhirPathValue.Of(big)
                : throw Error("the number is too great for a Long", token);
        }

        var hasUnit = Current.Kind == TokenKind.String
            || (Current.Kind == TokenKind.Identifier && Array.IndexOf(CalendarUnits, Current.Text) >= 0);
        if (!hasUnit && token.Kind == TokenKind.Integer && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var small))
        {
            return FhirPathValue.Of(small);
        }

        if (!hasUnit && token.Kind == TokenKind.Integer)
        {
            // 2147483648 is out of the range of Integer, except behind a minus sign, where Long carries it.
            return long.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var wide)
                ? FhirPathValue.Of(wide)
                : throw Error("the number is too great for an Integer", token);
        }

        if (!decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            throw Error("the number has more digits than a Decimal holds", token);
        }

        if (!hasUnit)
        {
            return FhirPathValue.Of(value);
        }

        var unit = Take();
        return FhirPathValue.OfQuantity(value, unit.Text, isCalendar: unit.Kind == TokenKind.Identifier);
    }

    private Token Take() => tokens[at++];

    private bool TryTake(string symbol)
    {
        if (Current.Kind != TokenKind.Symbol || Current.Text != symbol)
        {
            return false;
        }

        at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!TryTake(symbol))
        {
            throw Error(Current.Kind == TokenKind.End ? $"the expression ends where '{symbol}' is expected" : $"'{symbol}' is expected here", Current);
        }
    }

    private void Enter()
    {
        if (++depth > MaxDepth)
        {
            throw Error($"the expression is nested more than {MaxDepth} deep", Current);
        }
    }

    /// <summary>Notes how deep the tree has become: evaluation goes as deep as the tree, chains (a.b.c, x or y or z) included.</summary>
    private T Measured<T>(T node, int below)
        where T : SyntaxNode
    {
        node.Height = below + 1;
        return node.Height <= MaxDepth
            ? node
            : throw new FhirPathException($"the expression is nested more than {MaxDepth} deep", text, node.Position);
    }

    private FhirPathException Error(string message, Token token) => new(message, text, token.Start);
}
