using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Functions;
using FhirPsychAcute.FhirPath.Nodes;
using FhirPsychAcute.FhirPath.Syntax;
using FhirPsychAcute.FhirPath.Values;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Compilation;

/// <summary>Turns a parsed expression into evaluators: resolves names, types and functions, and picks the direct form where a part has one.</summary>
internal sealed partial class Compiler
{
    private readonly string text;
    private readonly SchemaCatalog schema;
    private readonly CompileOptions options;
    private int keptCount;

    /// <summary>How many functions that iterate stand around the part at hand.</summary>
    private int loops;

    private Compiler(string text, SchemaCatalog schema, CompileOptions options)
    {
        this.text = text;
        this.schema = schema;
        this.options = options;
    }

    private bool IsForDefinitions => options.Dialect == FhirPathDialect.R4Definitions;

    public static (Evaluator Root, int KeptCount) Compile(string text, SyntaxNode syntax, SchemaCatalog schema, CompileOptions options)
    {
        var compiler = new Compiler(text, schema, options);
        var root = compiler.CompileChain(syntax);
        return (root, compiler.keptCount);
    }

    private Evaluator Compile(SyntaxNode syntax) => syntax switch
    {
        EmptySyntax => EmptyNode.Instance,
        LiteralSyntax literal => new LiteralNode(literal.Value),
        ThisSyntax => ThisNode.Instance,
        IndexSyntax => new IndexNode(),
        TotalSyntax => new TotalNode(),
        VariableSyntax variable => Variable(variable),
        MemberSyntax member => Member(member),
        FunctionSyntax function => Function(function),
        IndexerSyntax indexer => Placed(new IndexerNode(Compile(indexer.Source), CompileChain(indexer.Index)), indexer),
        SignSyntax sign => Sign(sign),
        BinarySyntax binary => Binary(binary),
        TypeOperatorSyntax type => TypeOperator(type),
        _ => throw Error("the expression cannot be compiled here", syntax),
    };

    private Evaluator Member(MemberSyntax member)
    {
        var step = new PathStep(member.Name, NameIdOf(member.Name));
        if (member.Source is null)
        {
            return TypeAtStart(member.Name) is { } type ? StartsWithType(type) : new PathNode([step], focusType: null);
        }

        return Compile(member.Source) switch
        {
            EmptyNode => EmptyNode.Instance,
            ThisNode => new PathNode([step], focusType: null),
            FocusOfTypeNode start => new PathNode([step], start.Type),
            PathNode path => new PathNode([.. path.Steps, step], path.FocusType),
            var source => new ChildNode(source, step),
        };
    }

    /// <summary>The number of a name; no element carries the number given for a name that no type has.</summary>
    private int NameIdOf(string name) => schema.NameId(name) is var id and >= 0 ? id : int.MaxValue;

    private TypeSchema? TypeAtStart(string name) =>
        name.Length > 0 && char.IsAsciiLetterUpper(name[0]) && schema.TryGetType(name, out var type) ? type : null;

    private Evaluator StartsWithType(TypeSchema type)
    {
        // Inside a loop the focus is an item, whose type is not the context's.
        if (loops == 0 && options.ContextType is { } context && !context.IsOrSpecialises(type))
        {
            return EmptyNode.Instance;
        }

        return new FocusOfTypeNode(type);
    }

    private Evaluator Sign(SignSyntax sign)
    {
        var operand = CompileChain(sign.Operand);
        return operand is LiteralNode { Value: { IsNumber: true } or { IsQuantity: true } } literal && sign.Negative
            ? new LiteralNode(Arithmetic.Negate(literal.Value))
            : Placed(new SignNode(operand, sign.Negative), sign);
    }

    private Evaluator Binary(BinarySyntax binary)
    {
        if (binary.Operator == BinaryOperator.Union)
        {
            return Union(binary);
        }

        // A Bundle's rules ask %resource.type for every entry: a value that is the same in every turn is looked for once, not among all entries each time.
        var left = KeptValue(CompileChain(binary.Left));
        var right = KeptValue(CompileChain(binary.Right));
        return binary.Operator switch
        {
            BinaryOperator.And => Placed(new AndNode(left, right), binary),
            BinaryOperator.Or => Placed(new OrNode(left, right), binary),
            BinaryOperator.Xor => Placed(new XorNode(left, right), binary),
            BinaryOperator.Implies => Placed(new ImpliesNode(left, right), binary),
            BinaryOperator.Equal => Equal(left, right, negated: false),
            BinaryOperator.NotEqual => Equal(left, right, negated: true),
            BinaryOperator.Equivalent => new EquivalentNode(left, right, negated: false),
            BinaryOperator.NotEquivalent => new EquivalentNode(left, right, negated: true),
            BinaryOperator.In => Placed(Membership(left, right), binary),
            BinaryOperator.Contains => Placed(Membership(right, left), binary),
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual =>
                Placed(new CompareNode(left, right, binary.Operator), binary),
            _ => Placed(new ArithmeticNode(left, right, binary.Operator), binary),
        };
    }

    private Evaluator Union(BinarySyntax binary)
    {
        var parts = new List<Evaluator>();
        foreach (var side in new[] { binary.Left, binary.Right })
        {
            switch (CompileChain(side))
            {
                case EmptyNode:
                    break;
                case UnionNode inner:
                    parts.AddRange(inner.Parts);
                    break;
                case var part:
                    parts.Add(part);
                    break;
            }
        }

        return parts.Count == 0 ? EmptyNode.Instance : new UnionNode(parts);
    }

    private static BooleanEvaluator Equal(Evaluator left, Evaluator right, bool negated)
    {
        if (left is PathNode path && right is LiteralNode { Value: { Kind: FhirPathKind.String } text })
        {
            return new PathEqualsStringNode(path, text.AsString, negated);
        }

        return right is PathNode other && left is LiteralNode { Value: { Kind: FhirPathKind.String } first }
            ? new PathEqualsStringNode(other, first.AsString, negated)
            : new EqualNode(left, right, negated);
    }

    private BooleanEvaluator Membership(Evaluator item, Evaluator collection)
    {
        if (item is PathNode path && collection is UnionNode union && union.Parts.All(part => part is LiteralNode { Value.Kind: FhirPathKind.String }))
        {
            return new PathInStringsNode(path, [.. union.Parts.Select(part => ((LiteralNode)part).Value.AsString)]);
        }

        return new MembershipNode(item, collection is KeptNode ? collection : Kept(collection));
    }

    /// <summary>Inside a loop, what does not depend on the item at hand is run once only.</summary>
    private Evaluator Kept(Evaluator node) => loops > 0 && Dependence.IsOnResourceOnly(node) ? new KeptNode(node, keptCount++) : node;

    /// <summary>The same for the operand of an operator, where the variable itself is no work at all.</summary>
    private Evaluator KeptValue(Evaluator node) => node is FocusVariableNode ? node : Kept(node);

    private Evaluator TypeOperator(TypeOperatorSyntax type)
    {
        var operand = Compile(type.Operand);
        var test = ResolveType(type.Type);
        return type.IsAs ? As(operand, test, type) : Is(operand, test, type);
    }

    private Evaluator Is(Evaluator operand, TypeTest test, SyntaxNode at)
    {
        var compiled = Placed(
            operand is ResolveNode resolve && test.Fhir is { IsResource: true, IsAbstract: false } type
                ? new ResolvesToTypeNode(resolve, test, type, NameIdOf("reference"))
                : new IsNode(operand, test),
            at);
        return options.NothingAnswersNo ? new NoAnswerIsNoNode(compiled) : compiled;
    }

    private Evaluator As(Evaluator operand, TypeTest test, SyntaxNode at) =>
        IsForDefinitions ? new OfTypeNode(operand, test, singleOnly: false) : Placed(new OfTypeNode(operand, test, singleOnly: true), at);

    private PlacedNode Placed(Evaluator node, SyntaxNode at) => new(node, text, at.Position);

    private FhirPathException Error(string message, SyntaxNode at) => new(message, text, at.Position);
}
