namespace FhirPsychAcute.FhirPath.Syntax;

/// <summary>Operators with two operands.</summary>
internal enum BinaryOperator : byte
{
    Multiply,
    Divide,
    IntegerDivide,
    Modulo,
    Add,
    Subtract,
    Concatenate,
    Union,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    Equivalent,
    NotEquivalent,
    In,
    Contains,
    And,
    Or,
    Xor,
    Implies,
}

/// <summary>A part of an expression as parsed. <paramref name="Position"/>: UTF-16 offset of the word that makes it what it is.</summary>
internal abstract record SyntaxNode(int Position)
{
    /// <summary>Levels of the tree from here down, this one included; a chain a.b.c is as deep as it is long.</summary>
    public int Height { get; set; } = 1;
}

/// <summary>The empty collection, <c>{}</c>.</summary>
internal sealed record EmptySyntax(int Position) : SyntaxNode(Position);

/// <summary>A literal value.</summary>
internal sealed record LiteralSyntax(int Position, FhirPathValue Value) : SyntaxNode(Position);

/// <summary><c>$this</c>.</summary>
internal sealed record ThisSyntax(int Position) : SyntaxNode(Position);

/// <summary><c>$index</c>.</summary>
internal sealed record IndexSyntax(int Position) : SyntaxNode(Position);

/// <summary><c>$total</c>.</summary>
internal sealed record TotalSyntax(int Position) : SyntaxNode(Position);

/// <summary><c>%name</c>.</summary>
internal sealed record VariableSyntax(int Position, string Name) : SyntaxNode(Position);

/// <summary>An element's name; <paramref name="Source"/> is null at the beginning of a path.</summary>
internal sealed record MemberSyntax(int Position, SyntaxNode? Source, string Name) : SyntaxNode(Position);

/// <summary>A function call; <paramref name="Source"/> is null where it acts on the focus.</summary>
internal sealed record FunctionSyntax(int Position, SyntaxNode? Source, string Name, IReadOnlyList<SyntaxNode> Arguments) : SyntaxNode(Position);

/// <summary><c>source[index]</c>.</summary>
internal sealed record IndexerSyntax(int Position, SyntaxNode Source, SyntaxNode Index) : SyntaxNode(Position);

/// <summary>A sign in front of a term.</summary>
internal sealed record SignSyntax(int Position, SyntaxNode Operand, bool Negative) : SyntaxNode(Position);

/// <summary>Two operands with an operator between.</summary>
internal sealed record BinarySyntax(int Position, BinaryOperator Operator, SyntaxNode Left, SyntaxNode Right) : SyntaxNode(Position);

/// <summary>A type's name, with its namespace where one was written.</summary>
internal sealed record TypeSpecifierSyntax(int Position, string? Namespace, string Name) : SyntaxNode(Position)
{
    public override string ToString() => Namespace is null ? Name : $"{Namespace}.{Name}";
}

/// <summary><c>operand is Type</c> or <c>operand as Type</c>.</summary>
internal sealed record TypeOperatorSyntax(int Position, SyntaxNode Operand, bool IsAs, TypeSpecifierSyntax Type) : SyntaxNode(Position);
