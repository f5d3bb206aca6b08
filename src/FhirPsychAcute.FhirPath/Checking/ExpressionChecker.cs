using FhirPsychAcute.FhirPath.Syntax;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Checking;

/// <summary>
/// Checks an expression against the schema before it runs (N1 section 11, type safety and strict evaluation): elements that the types do not have,
/// ordered functions on collections without order, strings asked of what is none.
/// </summary>
internal sealed partial class ExpressionChecker
{
    private readonly string text;
    private readonly SchemaCatalog schema;
    private readonly StaticType context;

    private ExpressionChecker(string text, SchemaCatalog schema, StaticType context)
    {
        this.text = text;
        this.schema = schema;
        this.context = context;
    }

    /// <exception cref="FhirPathException">The first fault found.</exception>
    public static void Check(string text, SyntaxNode syntax, SchemaCatalog schema, TypeSchema contextType) =>
        Check(text, syntax, schema, StaticType.Of(contextType));

    /// <exception cref="FhirPathException">The first fault found that is one for every context type.</exception>
    public static void Check(string text, SyntaxNode syntax, SchemaCatalog schema, IReadOnlyList<TypeSchema> contextTypes) =>
        Check(text, syntax, schema, new StaticType([.. contextTypes], [], IsOpen: false, IsOrdered: true));

    private static void Check(string text, SyntaxNode syntax, SchemaCatalog schema, StaticType context) =>
        new ExpressionChecker(text, schema, context).TypeOf(syntax, context);

    private StaticType TypeOf(SyntaxNode node, StaticType focus)
    {
        switch (node)
        {
            case EmptySyntax:
                return StaticType.None;
            case LiteralSyntax literal:
                return StaticType.Of(literal.Value.Kind == FhirPathKind.CalendarQuantity ? FhirPathKind.Quantity : literal.Value.Kind);
            case ThisSyntax:
                return focus;
            case IndexSyntax:
                return StaticType.Of(FhirPathKind.Integer);
            case VariableSyntax variable:
                return TypeOf(variable);
            case MemberSyntax member:
                return TypeOf(member, focus);
            case FunctionSyntax call:
                return TypeOf(call, focus);
            case IndexerSyntax indexer:
                TypeOf(indexer.Index, focus);
                return Ordered(TypeOf(indexer.Source, focus), indexer, "[]");
            case SignSyntax sign:
                return TypeOf(sign.Operand, focus);
            case BinarySyntax binary:
                return TypeOf(binary, focus);
            case TypeOperatorSyntax type:
                return Narrowed(TypeOf(type.Operand, focus), type.Type, type.IsAs);
            default:
                return StaticType.Any;
        }
    }

    private StaticType TypeOf(VariableSyntax variable) => variable.Name switch
    {
        "context" => context,
        "resource" or "rootResource" when context.Fhir is [{ IsResource: true }] => context,
        "ucum" or "sct" or "loinc" => StaticType.Of(FhirPathKind.String),
        var name when name.StartsWith("vs-", StringComparison.Ordinal) || name.StartsWith("ext-", StringComparison.Ordinal) => StaticType.Of(FhirPathKind.String),
        _ => StaticType.Any,
    };

    private StaticType TypeOf(MemberSyntax member, StaticType focus)
    {
        if (member.Source is not null)
        {
            return Child(TypeOf(member.Source, focus), member);
        }

        if (member.Name.Length == 0 || !char.IsAsciiLetterUpper(member.Name[0]) || !schema.TryGetType(member.Name, out var type))
        {
            return Child(focus, member);
        }

        return focus.MayBe(type) ? focus : throw Error($"the expression begins with {type.Name}, but the context is {focus}", member);
    }

    private StaticType Child(StaticType parents, MemberSyntax member)
    {
        if (parents.IsEmpty)
        {
            return parents;
        }

        var types = new List<TypeSchema>();
        var found = false;
        var open = parents.IsOpen;
        foreach (var parent in parents.Fhir)
        {
            if (parent.Element(member.Name) is { } element)
            {
                found = true;
                types.AddRange(element.Types.Select(type => type.Type));
            }
            else if (parent.IsPrimitive && member.Name == "value")
            {
                found = true;
                types.Add(parent);
            }
            else if (StaticType.IsGeneral(parent))
            {
                open = true;
            }
        }

        // type() has namespace and name; other System values have no elements.
        open |= parents.System.Contains(FhirPathKind.TypeInfo);
        if (!found && !open)
        {
            throw Error($"{parents} has no element '{member.Name}'{Hint(parents, member.Name)}", member);
        }

        return new StaticType([.. types.Distinct()], [], open, parents.IsOrdered);
    }

    /// <summary>Choices are named without their type: value, not valueQuantity.</summary>
    private static string Hint(StaticType parents, string name)
    {
        var choice = parents.Fhir.SelectMany(parent => parent.Elements).FirstOrDefault(element => element.IsChoice && element.Types.Any(type => type.JsonName == name));
        return choice is null ? "" : $"; the choice is named '{choice.Name}'";
    }

    private StaticType TypeOf(BinarySyntax binary, StaticType focus)
    {
        var left = TypeOf(binary.Left, focus);
        var right = TypeOf(binary.Right, focus);
        switch (binary.Operator)
        {
            case BinaryOperator.Union:
                return left.Or(right);
            case BinaryOperator.Concatenate:
                return StaticType.Of(FhirPathKind.String);
            case BinaryOperator.Add or BinaryOperator.Subtract:
                if (IsMoment(left) && IsNumber(right))
                {
                    throw Error("dates and times take quantities of time only", binary);
                }

                return left;
            case BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.IntegerDivide or BinaryOperator.Modulo:
                return StaticType.Any;
            default:
                return StaticType.Of(FhirPathKind.Boolean);
        }
    }

    private static bool IsMoment(StaticType type) =>
        type is { IsOpen: false, Fhir.Count: 0, System.Count: > 0 } && type.System.All(kind => kind is FhirPathKind.Date or FhirPathKind.DateTime or FhirPathKind.Time);

    private static bool IsNumber(StaticType type) =>
        type is { IsOpen: false, Fhir.Count: 0, System.Count: > 0 } && type.System.All(kind => kind is FhirPathKind.Integer or FhirPathKind.Long or FhirPathKind.Decimal);

    private StaticType Narrowed(StaticType source, TypeSpecifierSyntax specifier, bool isAs)
    {
        var known = schema.TryGetType(specifier.Name, out var type) && specifier.Namespace is null or "FHIR" ? type : null;
        if (!isAs)
        {
            return StaticType.Of(FhirPathKind.Boolean);
        }

        if (known is null)
        {
            return StaticType.Any;
        }

        // A type that no item can have is no fault: the result is known to be empty.
        return source.MayBe(known) || source.System.Count > 0 ? StaticType.Of(known) with { IsOrdered = source.IsOrdered } : StaticType.None;
    }

    private StaticType Ordered(StaticType source, SyntaxNode at, string user) =>
        source.IsOrdered ? source : throw Error($"{user} wants a collection with an order", at);

    private FhirPathException Error(string message, SyntaxNode at) => new(message, text, at.Position);
}
