using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.FhirPath.Values;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>Functions that test collections (N1 5.1).</summary>
internal static class Existence
{
    public static void AllTrue(FunctionNode call, Run run, in Scope scope) => Quantify(call, run, scope, wanted: true, all: true);

    public static void AnyTrue(FunctionNode call, Run run, in Scope scope) => Quantify(call, run, scope, wanted: true, all: false);

    public static void AllFalse(FunctionNode call, Run run, in Scope scope) => Quantify(call, run, scope, wanted: false, all: true);

    public static void AnyFalse(FunctionNode call, Run run, in Scope scope) => Quantify(call, run, scope, wanted: false, all: false);

    public static void SubsetOf(FunctionNode call, Run run, in Scope scope) => Subset(run, scope, call.Source, call.Arguments[0]);

    public static void SupersetOf(FunctionNode call, Run run, in Scope scope) => Subset(run, scope, call.Arguments[0], call.Source);

    public static void Distinct(FunctionNode call, Run run, in Scope scope) => DistinctItems.Compact(run, call.PushSource(run, scope));

    public static void IsDistinct(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        var distinct = DistinctItems.AllDistinct(run, mark);
        run.Pop(mark);
        run.Push(distinct);
    }

    private static void Quantify(FunctionNode call, Run run, in Scope scope, bool wanted, bool all)
    {
        var mark = call.PushSource(run, scope);
        var result = all;
        for (var at = mark; at < run.Top; at++)
        {
            var value = run.Stack[at].ToSystem();
            if (value.Kind != FhirPathKind.Boolean)
            {
                throw Run.WrongType(call.Name, "Booleans only", value);
            }

            if (value.AsBoolean == wanted != all)
            {
                result = !all;
            }
        }

        run.Pop(mark);
        run.Push(result);
    }

    private static void Subset(Run run, in Scope scope, Evaluator small, Evaluator great)
    {
        var mark = run.Top;
        small.Evaluate(run, scope);
        var middle = run.Top;
        great.Evaluate(run, scope);
        var end = run.Top;
        var every = true;
        for (var at = mark; at < middle && every; at++)
        {
            every = DistinctItems.Contains(run, middle, end, run.Stack[at]);
        }

        run.Pop(mark);
        run.Push(every);
    }
}
