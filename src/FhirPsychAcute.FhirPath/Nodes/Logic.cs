using FhirPsychAcute.FhirPath.Evaluation;

namespace FhirPsychAcute.FhirPath.Nodes;

/// <summary><c>and</c> (N1 6.5.1); the right side is not run when the left decides.</summary>
internal sealed class AndNode(Evaluator left, Evaluator right) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope)
    {
        var first = left.Test(run, scope);
        if (first == Truth.False)
        {
            return Truth.False;
        }

        var second = right.Test(run, scope);
        return second == Truth.False ? Truth.False : first == Truth.True && second == Truth.True ? Truth.True : Truth.Empty;
    }
}

/// <summary><c>or</c> (N1 6.5.2); the right side is not run when the left decides.</summary>
internal sealed class OrNode(Evaluator left, Evaluator right) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope)
    {
        var first = left.Test(run, scope);
        if (first == Truth.True)
        {
            return Truth.True;
        }

        var second = right.Test(run, scope);
        return second == Truth.True ? Truth.True : first == Truth.False && second == Truth.False ? Truth.False : Truth.Empty;
    }
}

/// <summary><c>xor</c> (N1 6.5.4).</summary>
internal sealed class XorNode(Evaluator left, Evaluator right) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope)
    {
        var first = left.Test(run, scope);
        var second = right.Test(run, scope);
        return first == Truth.Empty || second == Truth.Empty ? Truth.Empty : TruthTables.Of(first != second);
    }
}

/// <summary><c>implies</c> (N1 6.5.5).</summary>
internal sealed class ImpliesNode(Evaluator left, Evaluator right) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope)
    {
        var first = left.Test(run, scope);
        if (first == Truth.False)
        {
            return Truth.True;
        }

        var second = right.Test(run, scope);
        return second == Truth.True ? Truth.True : first == Truth.True ? second : Truth.Empty;
    }
}

/// <summary><c>not()</c> (N1 6.5.3).</summary>
internal sealed class NotNode(Evaluator source) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope) => source.Test(run, scope).Not();
}

/// <summary>A question to which no item is the answer no.</summary>
internal sealed class NoAnswerIsNoNode(Evaluator question) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope) => question.Test(run, scope) == Truth.True ? Truth.True : Truth.False;
}

/// <summary><c>exists()</c> without criterion.</summary>
internal sealed class ExistsNode(Evaluator source) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope) => TruthTables.Of(source.Any(run, scope));
}

/// <summary><c>empty()</c>.</summary>
internal sealed class EmptyTestNode(Evaluator source) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope) => TruthTables.Of(!source.Any(run, scope));
}

/// <summary><c>count()</c>.</summary>
internal sealed class CountNode(Evaluator source) : Evaluator
{
    public override void Evaluate(Run run, in Scope scope) => run.Push(FhirPathValue.Of(source.Count(run, scope)));
}
