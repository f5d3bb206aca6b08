using System.Text;
using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>htmlChecks() on narratives; the rules are Model's.</summary>
internal static class Narrative
{
    public static void HtmlChecks(FunctionNode call, Run run, in Scope scope)
    {
        var mark = call.PushSource(run, scope);
        var valid = true;
        var any = run.Top > mark;
        for (var at = mark; at < run.Top; at++)
        {
            valid &= IsValid(run, run.Stack[at]);
        }

        run.Pop(mark);
        if (any)
        {
            run.Push(valid);
        }
    }

    private static bool IsValid(Run run, in FhirPathValue value)
    {
        if (value.Kind == FhirPathKind.String)
        {
            run.Charge(value.AsString.Length);
            return NarrativeRules.Holds(Encoding.UTF8.GetBytes(value.AsString));
        }

        if (value.Kind != FhirPathKind.Element || value.Element is not { HasValue: true } element)
        {
            return false;
        }

        run.Charge(element.RawValue.Length);
        return NarrativeRules.Holds(element);
    }
}
