using FhirPsychAcute.FhirPath.Evaluation;

namespace FhirPsychAcute.FhirPath.Nodes;

/// <summary><c>where(criterion)</c>.</summary>
internal sealed class WhereNode(Evaluator source, Evaluator criterion) : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var end = run.Top;
        var kept = mark;
        for (var at = mark; at < end; at++)
        {
            run.Step();
            if (criterion.Test(run, scope.OnItem(at, at - mark)) == Truth.True)
            {
                run.Stack[kept++] = run.Stack[at];
            }
        }

        run.Pop(kept);
    }

    public override bool Any(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var end = run.Top;
        var found = false;
        for (var at = mark; at < end && !found; at++)
        {
            run.Step();
            found = criterion.Test(run, scope.OnItem(at, at - mark)) == Truth.True;
        }

        run.Pop(mark);
        return found;
    }
}

/// <summary><c>all(criterion)</c>.</summary>
internal sealed class AllNode(Evaluator source, Evaluator criterion) : BooleanEvaluator
{
    public override Truth Test(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var end = run.Top;
        var all = true;
        for (var at = mark; at < end && all; at++)
        {
            run.Step();
            all = criterion.Test(run, scope.OnItem(at, at - mark)) == Truth.True;
        }

        run.Pop(mark);
        return TruthTables.Of(all);
    }
}

/// <summary><c>select(projection)</c>.</summary>
internal sealed class SelectNode(Evaluator source, Evaluator projection) : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var end = run.Top;
        for (var at = mark; at < end; at++)
        {
            run.Step();
            projection.Evaluate(run, scope.OnItem(at, at - mark));
        }

        run.Collapse(mark, end);
    }
}

/// <summary><c>first()</c>.</summary>
internal sealed class FirstNode(Evaluator source) : Evaluator
{
    public Evaluator Source => source;

    public override void Evaluate(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        if (run.Top > mark)
        {
            run.Pop(mark + 1);
        }
    }

    public override bool Any(Run run, in Scope scope) => source.Any(run, scope);
}

/// <summary><c>iif(criterion, then, otherwise)</c>; only the branch taken is run.</summary>
internal sealed class IifNode(Evaluator source, Evaluator criterion, Evaluator then, Evaluator otherwise, bool severalItems) : Evaluator
{
    public override void Evaluate(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var end = run.Top;
        if (end - mark > 1 && !severalItems)
        {
            throw Run.SeveralItems("iif", end - mark);
        }

        var inner = scope.OnCollection(mark, end - mark);
        var test = run.Top;
        criterion.Evaluate(run, inner);
        if (run.Top - test == 1 && Run.TruthOf(run.Stack[test]) == Truth.True && !IsBoolean(run.Stack[test]))
        {
            throw Run.WrongType("iif", "a Boolean as criterion", run.Stack[test]);
        }

        (run.PopTruth(test) == Truth.True ? then : otherwise).Evaluate(run, inner);
        run.Collapse(mark, end);
    }

    private static bool IsBoolean(in FhirPathValue value) => value.ToSystem().Kind == FhirPathKind.Boolean;
}
