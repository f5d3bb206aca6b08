using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Values;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>repeat() (N1 5.2.3).</summary>
internal static class Repetition
{
    /// <summary>Applies the projection to its own results until nothing new comes; what has been found already is not gone into again.</summary>
    public static void Repeat(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        var end = run.Top;
        var seen = DistinctItems.EmptySet();
        var queue = new Queue<FhirPathValue>();
        for (var at = mark; at < end; at++)
        {
            queue.Enqueue(run.Stack[at]);
        }

        run.Pop(mark);
        while (queue.TryDequeue(out var item))
        {
            var at = run.Top;
            run.Push(item);
            call.Arguments[0].Evaluate(run, scope.OnItem(at, 0));
            var kept = at;
            for (var found = at + 1; found < run.Top; found++)
            {
                if (seen.Add(run.Stack[found]))
                {
                    queue.Enqueue(run.Stack[found]);
                    run.Stack[kept++] = run.Stack[found];
                }
            }

            run.Pop(kept);
        }
    }
}
