using System.Text;
using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Syntax;
using FhirPsychAcute.FhirPath.Values;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Nodes;

/// <summary><c>=</c> and <c>!=</c> (N1 6.1.1): same count, same order, pairwise equal; empty on either side gives empty.</summary>
internal sealed class EqualNode(Evaluator left, Evaluator right, bool negated) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope)
    {
        var mark = run.Top;
        left.Evaluate(run, scope);
        var middle = run.Top;
        if (middle == mark)
        {
            return Truth.Empty;
        }

        right.Evaluate(run, scope);
        var result = Equality.EqualRanges(run, mark, middle, run.Top);
        run.Pop(mark);
        return negated ? result.Not() : result;
    }
}

/// <summary>A path compared with a string literal, on the bytes: <c>system = 'phone'</c>.</summary>
internal sealed class PathEqualsStringNode(PathNode path, string literal, bool negated) : BooleanEvaluator
{
    private readonly byte[] utf8 = Encoding.UTF8.GetBytes(literal);

    public override Truth Test(Run run, in Scope scope)
    {
        if (!path.TryOnly(run, scope, out var only, out var several))
        {
            return several ? TruthTables.Of(negated) : Truth.Empty;
        }

        if (!only.HasValue)
        {
            // Several items would be unequal by count; a single one without a value is unequal to any string.
            return TruthTables.Of(negated);
        }

        var equal = IsText(only.Type.Primitive) && only.ValueEquals(utf8);
        return TruthTables.Of(equal != negated);
    }

    private static bool IsText(PrimitiveKind kind) => kind is >= PrimitiveKind.String and <= PrimitiveKind.Uuid or >= PrimitiveKind.Base64Binary;
}

/// <summary><c>~</c> and <c>!~</c> (N1 6.1.3): never empty, order does not count.</summary>
internal sealed class EquivalentNode(Evaluator left, Evaluator right, bool negated) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope)
    {
        var mark = run.Top;
        left.Evaluate(run, scope);
        var middle = run.Top;
        right.Evaluate(run, scope);
        var result = Equality.EquivalentRanges(run, mark, middle, run.Top);
        run.Pop(mark);
        return TruthTables.Of(result != negated);
    }
}

/// <summary><c>&lt; &lt;= &gt; &gt;=</c> (N1 6.2).</summary>
internal sealed class CompareNode(Evaluator left, Evaluator right, BinaryOperator @operator) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope)
    {
        if (!run.TrySingle(left, scope, "a comparison", out var first) | !run.TrySingle(right, scope, "a comparison", out var second))
        {
            return Truth.Empty;
        }

        return Comparison.Compare(first, second) switch
        {
            null => Truth.Empty,
            var order => TruthTables.Of(@operator switch
            {
                BinaryOperator.Less => order < 0,
                BinaryOperator.LessOrEqual => order <= 0,
                BinaryOperator.Greater => order > 0,
                _ => order >= 0,
            }),
        };
    }
}

/// <summary><c>in</c>, and <c>contains</c> with its sides exchanged (N1 6.4).</summary>
internal sealed class MembershipNode(Evaluator item, Evaluator collection) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope)
    {
        var mark = run.Top;
        item.Evaluate(run, scope);
        var count = run.Top - mark;
        if (count == 0)
        {
            return Truth.Empty;
        }

        if (count > 1)
        {
            throw Run.SeveralItems("in", count);
        }

        collection.Evaluate(run, scope);
        var found = false;
        for (var at = mark + 1; at < run.Top && !found; at++)
        {
            run.Step();
            found = Equality.Equal(run.Stack[mark], run.Stack[at]) == Truth.True;
        }

        run.Pop(mark);
        return TruthTables.Of(found);
    }
}

/// <summary>A path that is one of several strings, on the bytes: <c>status in ('a' | 'b')</c>.</summary>
internal sealed class PathInStringsNode(PathNode path, IReadOnlyList<string> literals) : BooleanEvaluator
{
    private readonly byte[][] utf8 = [.. literals.Select(Encoding.UTF8.GetBytes)];

    public override Truth Test(Run run, in Scope scope)
    {
        if (!path.TryOnly(run, scope, out var only, out var several))
        {
            return several ? throw Run.SeveralItems("in", path.Count(run, scope)) : Truth.Empty;
        }

        if (only.Type.Primitive is < PrimitiveKind.String or > PrimitiveKind.Uuid)
        {
            return Truth.False;
        }

        foreach (var literal in utf8)
        {
            if (only.ValueEquals(literal))
            {
                return Truth.True;
            }
        }

        return Truth.False;
    }
}

/// <summary><c>|</c>: both sides without duplicates (N1 6.3.1).</summary>
internal sealed class UnionNode(IReadOnlyList<Evaluator> parts) : Evaluator
{
    private readonly Evaluator[] parts = [.. parts];

    public IReadOnlyList<Evaluator> Parts => parts;

    public override void Evaluate(Run run, in Scope scope)
    {
        var mark = run.Top;
        var contributors = 0;
        foreach (var part in parts)
        {
            var before = run.Top;
            part.Evaluate(run, scope);
            contributors += run.Top > before ? 1 : 0;
        }

        if (contributors > 0 && run.Top - mark > 1)
        {
            DistinctItems.Compact(run, mark);
        }
    }

    public override bool Any(Run run, in Scope scope)
    {
        foreach (var part in parts)
        {
            if (part.Any(run, scope))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Arithmetic and concatenation (N1 6.6).</summary>
internal sealed class ArithmeticNode(Evaluator left, Evaluator right, BinaryOperator @operator) : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        var hasLeft = run.TrySingle(left, scope, "arithmetic", out var first);
        var hasRight = run.TrySingle(right, scope, "arithmetic", out var second);
        if (@operator == BinaryOperator.Concatenate)
        {
            var start = Text(hasLeft, first);
            var end = Text(hasRight, second);
            Run.CheckLength((long)start.Length + end.Length);
            run.PushText(start + end);
        }
        else if (hasLeft && hasRight && Arithmetic.TryCalculate(@operator, first, second, out var result))
        {
            run.Charge(result.Kind == FhirPathKind.String ? result.AsString.Length : 0);
            run.Push(result);
        }
    }

    private static string Text(bool has, in FhirPathValue value)
    {
        if (!has || value is { Kind: FhirPathKind.Element, Element: { HasValue: false, Type.IsPrimitive: true } })
        {
            return "";
        }

        return value.Kind == FhirPathKind.String ? value.AsString : throw Run.WrongType("&", "a String", value);
    }
}

/// <summary>A sign in front of a number or quantity.</summary>
internal sealed class SignNode(Evaluator operand, bool negative) : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        if (!run.TrySingle(operand, scope, "a sign", out var value))
        {
            return;
        }

        run.Push(value.Kind switch
        {
            FhirPathKind.Integer or FhirPathKind.Long or FhirPathKind.Decimal or FhirPathKind.Quantity or FhirPathKind.CalendarQuantity =>
                negative ? Arithmetic.Negate(value) : value,
            _ => throw Run.WrongType("a sign", "a number", value),
        });
    }
}
