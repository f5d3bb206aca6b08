using FhirPsychAcute.FhirPath.Syntax;

namespace FhirPsychAcute.FhirPath.Tests.Syntax;

public sealed class ParserTests
{
    [Theory]
    [InlineData("1+2*3+4", "((1 Add (2 Multiply 3)) Add 4)")]
    [InlineData("a or b and c", "(a Or (b And c))")]
    [InlineData("a implies b or c", "(a Implies (b Or c))")]
    [InlineData("a and b = c in d", "(a And ((b Equal c) In d))")]
    [InlineData("1 > 2 is Boolean", "(1 Greater (2 is Boolean))")]
    [InlineData("a | b is X", "(a Union (b is X))")]
    [InlineData("a | b = c | d", "((a Union b) Equal (c Union d))")]
    [InlineData("-1.abs()", "-(1.abs())")]
    [InlineData("a - b & c", "((a Subtract b) Concatenate c)")]
    [InlineData("a.b[0].c", "((a.b)[0]).c")]
    [InlineData("(a as Quantity).unit", "(a as Quantity).unit")]
    [InlineData("repeat(contains).contains('x')", "(repeat(contains)).contains(x)")]
    [InlineData("a contains b", "(a Contains b)")]
    [InlineData("`div`.`as`", "(div).as")]
    [InlineData("a // to the end\n + /* between */ b", "(a Add b)")]
    [InlineData("%`vs-x` = %ucum", "(%vs-x Equal %ucum)")]
    public void Operators_bind_as_the_specification_orders_them(string expression, string tree) => Assert.Equal(tree, Show(Parser.Parse(expression)));

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("a.", 1, 3)]
    [InlineData("a..b", 1, 3)]
    [InlineData("a +\n  * b", 2, 3)]
    [InlineData("where(a", 1, 8)]
    [InlineData("'open", 1, 1)]
    [InlineData("a = 'x' /* open", 1, 9)]
    [InlineData("a b", 1, 3)]
    [InlineData("@2015-13-01", 1, 1)]
    [InlineData("@T25:00", 1, 1)]
    [InlineData("$that", 1, 1)]
    [InlineData("a = #", 1, 5)]
    [InlineData("'\\u00g0'", 1, 2)]
    [InlineData("99999999999999999999", 1, 1)]
    [InlineData("a and or b", 1, 7)]
    public void A_fault_is_reported_where_it_stands(string expression, int line, int column)
    {
        var fault = Assert.Throws<FhirPathException>(() => Parser.Parse(expression));
        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.StartsWith($"line {line}, column {column}: ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nofunction()", "there is no function named 'nofunction'")]
    [InlineData("substring()", "substring() takes 1 to 2 arguments, not 0")]
    [InlineData("exists(a, b)", "exists() takes 0 to 1 arguments, not 2")]
    [InlineData("a is Nothing", "there is no type named 'Nothing'")]
    [InlineData("a.ofType(1)", "ofType() takes a type's name")]
    [InlineData("'a'.matches('(')", "the pattern of matches() is not a regular expression")]
    public void What_cannot_be_compiled_is_said_by_name(string expression, string reason)
    {
        var fault = Assert.Throws<FhirPathException>(() => CompiledExpression.Compile(expression, R4.Schema));
        Assert.EndsWith(reason, fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, fault.Line);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a.")]
    [InlineData("a|")]
    [InlineData("-")]
    [InlineData("a[")]
    [InlineData("iif(")]
    [InlineData("(a.b).where(")]
    public void Nesting_without_end_is_an_error_and_no_crash(string opening)
    {
        var expression = string.Concat(Enumerable.Repeat(opening, 50_000)) + "a";
        Assert.Throws<FhirPathException>(() => CompiledExpression.Compile(expression, R4.Schema));
    }

    [Fact]
    public void Chains_inside_parentheses_do_not_hide_their_depth()
    {
        var chain = string.Concat(Enumerable.Repeat(".a", 100));
        var expression = "a";
        for (var at = 0; at < 20; at++)
        {
            expression = $"({expression}{chain})";
        }

        Assert.Throws<FhirPathException>(() => CompiledExpression.Compile(expression, R4.Schema));
    }

    private static string Show(SyntaxNode node) => node switch
    {
        LiteralSyntax literal => literal.Value.ToText()!,
        VariableSyntax variable => "%" + variable.Name,
        MemberSyntax { Source: null } member => member.Name,
        MemberSyntax member => $"{Group(member.Source!)}.{member.Name}",
        FunctionSyntax { Source: null } call => $"{call.Name}({string.Join(", ", call.Arguments.Select(Show))})",
        FunctionSyntax call => $"{Group(call.Source!)}.{call.Name}({string.Join(", ", call.Arguments.Select(Show))})",
        IndexerSyntax indexer => $"{Group(indexer.Source)}[{Show(indexer.Index)}]",
        SignSyntax sign => $"{(sign.Negative ? "-" : "+")}({Show(sign.Operand)})",
        BinarySyntax binary => $"({Show(binary.Left)} {binary.Operator} {Show(binary.Right)})",
        TypeOperatorSyntax type => $"({Show(type.Operand)} {(type.IsAs ? "as" : "is")} {type.Type})",
        _ => node.GetType().Name,
    };

    private static string Group(SyntaxNode node) => node is MemberSyntax { Source: not null } or FunctionSyntax or IndexerSyntax or MemberSyntax { Name: "div" } ? $"({Show(node)})" : Show(node);
}
