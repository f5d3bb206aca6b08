using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Values;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>Functions that take a part of a collection or join two (N1 5.3, 5.4).</summary>
internal static class Subsetting
{
    public static void Single(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        if (run.Top - mark > 1)
        {
            throw Run.SeveralItems(call.Name, run.Top - mark);
        }
    }

    public static void Last(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        if (run.Top > mark)
        {
            run.Collapse(mark, run.Top - 1);
        }
    }

    public static void Tail(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        Drop(run, mark, 1);
    }

    public static void Skip(FunctionNode call, Run run, in Scope scope)
    {
        if (run.TryInteger(call.Arguments[0], scope, call.Name, out var count))
        {
            var mark = call.PushSource(run, scope);
            Drop(run, mark, Math.Max(count, 0));
        }
    }

    public static void Take(FunctionNode call, Run run, in Scope scope)
    {
        if (run.TryInteger(call.Arguments[0], scope, call.Name, out var count))
        {
            var mark = call.PushSource(run, scope);
            run.Pop(mark + Math.Clamp(count, 0, run.Top - mark));
        }
    }

    public static void Intersect(FunctionNode call, Run run, in Scope scope)
    {
        Sift(call, run, scope, keepFound: true, out var mark);
        DistinctItems.Compact(run, mark);
    }

    public static void Exclude(FunctionNode call, Run run, in Scope scope) => Sift(call, run, scope, keepFound: false, out _);

    public static void Union(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        call.Arguments[0].Evaluate(run, scope);
        DistinctItems.Compact(run, mark);
    }

    public static void Combine(FunctionNode call, Run run, in Scope scope)
    {
        call.Source.Evaluate(run, scope);
        call.Arguments[0].Evaluate(run, scope);
    }

    private static void Drop(Run run, int mark, int count) => run.Collapse(mark, mark + Math.Min(count, run.Top - mark));

    private static void Sift(FunctionNode call, Run run, in Scope scope, bool keepFound, out int mark)
    {
        mark = call.PushSource(run, scope);
        var middle = run.Top;
        call.Arguments[0].Evaluate(run, scope);
        var others = DistinctItems.SetOf(run, middle, run.Top);
        var kept = mark;
        for (var at = mark; at < middle; at++)
        {
            run.Step();
            if (others.Contains(run.Stack[at]) == keepFound)
            {
                run.Stack[kept++] = run.Stack[at];
            }
        }

        run.Pop(kept);
    }
}
