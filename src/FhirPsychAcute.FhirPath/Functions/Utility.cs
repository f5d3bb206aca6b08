using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Values;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>trace, the clock, aggregate and sort (N1 5.9, 7).</summary>
internal static class Utility
{
    public static void Trace(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        if (run.Context.Trace is not { } trace)
        {
            return;
        }

        if (!call.TryTextArgument(run, scope, 0, out var name))
        {
            name = "";
        }

        if (call.Arguments.Length == 1)
        {
            trace(name, run.Copy(mark));
            return;
        }

        var end = run.Top;
        for (var at = mark; at < end; at++)
        {
            call.Arguments[1].Evaluate(run, scope.OnItem(at, at - mark));
        }

        trace(name, run.Copy(end));
        run.Pop(end);
    }

    public static void Now(FunctionNode call, Run run, in Scope scope)
    {
        var now = run.Now;
        var ticks = now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond);
        run.Push(FhirPathValue.OfDateTime(new PartialDateTime(ticks, DateTimePrecision.Fraction, (int)now.Offset.TotalMinutes, fractionDigits: 3)));
    }

    public static void Today(FunctionNode call, Run run, in Scope scope) =>
        run.Push(FhirPathValue.OfDate(new PartialDateTime(run.Now.Date.Ticks, DateTimePrecision.Day)));

    public static void TimeOfDay(FunctionNode call, Run run, in Scope scope)
    {
        var ticks = run.Now.TimeOfDay.Ticks;
        run.Push(FhirPathValue.OfTime(new PartialDateTime(ticks - (ticks % TimeSpan.TicksPerMillisecond), DateTimePrecision.Fraction, offsetMinutes: null, fractionDigits: 3)));
    }

    /// <summary>Runs the aggregator on each item; $total is what the last run gave, at first the second argument or empty.</summary>
    public static void Aggregate(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        var end = run.Top;
        if (call.Arguments.Length > 1)
        {
            call.Arguments[1].Evaluate(run, scope);
        }

        for (var at = mark; at < end; at++)
        {
            run.Step();
            var totalEnd = run.Top;
            call.Arguments[0].Evaluate(run, Scope.OnItemWithTotal(at, at - mark, end, totalEnd - end));
            run.Collapse(end, totalEnd);
        }

        run.Collapse(mark, end);
    }

    /// <summary>Sorts by the items themselves or by keys; the compiler has put the directions (true: descending) in Prepared. Stable; empty keys come first.</summary>
    public static void Sort(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        var count = run.Top - mark;
        var items = run.Copy(mark);
        var keys = new FhirPathValue[count][];
        for (var at = 0; at < count; at++)
        {
            keys[at] = KeysOf(call, run, scope.OnItem(mark + at, at), items[at]);
        }

        var directions = (bool[])call.Prepared!;
        var order = Enumerable.Range(0, count).ToArray();
        try
        {
            Array.Sort(order, (left, right) => CompareKeys(keys[left], keys[right], directions) is var result && result != 0 ? result : left - right);
        }
        catch (InvalidOperationException failed) when (failed.InnerException is FhirPathException reason)
        {
            throw new FhirPathException(reason.Message, failed);
        }

        for (var at = 0; at < count; at++)
        {
            run.Stack[mark + at] = items[order[at]];
        }
    }

    private static FhirPathValue[] KeysOf(FunctionNode call, Run run, in Scope scope, in FhirPathValue item)
    {
        if (call.Arguments.Length == 0)
        {
            return [item.ToSystem()];
        }

        var keys = new FhirPathValue[call.Arguments.Length];
        for (var at = 0; at < keys.Length; at++)
        {
            run.TrySingle(call.Arguments[at], scope, call.Name, out keys[at]);
        }

        return keys;
    }

    private static int CompareKeys(FhirPathValue[] left, FhirPathValue[] right, bool[] descending)
    {
        for (var at = 0; at < left.Length; at++)
        {
            var leftEmpty = left[at].Kind == FhirPathKind.None;
            var rightEmpty = right[at].Kind == FhirPathKind.None;
            if (leftEmpty || rightEmpty)
            {
                if (leftEmpty != rightEmpty)
                {
                    return leftEmpty ? -1 : 1;
                }

                continue;
            }

            var order = Comparison.Compare(left[at], right[at]) ?? 0;
            if (order != 0)
            {
                return at < descending.Length && descending[at] ? -order : order;
            }
        }

        return 0;
    }
}
