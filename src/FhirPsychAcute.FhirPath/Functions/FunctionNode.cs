using FhirPsychAcute.FhirPath.Evaluation;

namespace FhirPsychAcute.FhirPath.Functions;

/// <summary>What a function does: evaluates its source and arguments as it needs them and pushes its results.</summary>
internal delegate void FunctionBody(FunctionNode call, Run run, in Scope scope);

/// <summary>A call of one of the functions in <see cref="FunctionTable"/>.</summary>
internal sealed class FunctionNode(string name, Evaluator source, Evaluator[] arguments, FunctionBody body, object? prepared) : Evaluator
{
    /// <summary>For messages: <c>substring()</c>.</summary>
    public string Name { get; } = name + "()";

    public Evaluator Source => source;

    public Evaluator[] Arguments => arguments;

    /// <summary>What compiling made ready from constant arguments: a regular expression, sort directions.</summary>
    public object? Prepared => prepared;

    public override void Evaluate(Run run, in Scope scope) => body(this, run, scope);

    public bool TryText(Run run, in Scope scope, out string text)
    {
        var found = run.TryString(Source, scope, Name, out var value);
        text = value ?? "";
        return found;
    }

    public bool TryTextArgument(Run run, in Scope scope, int at, out string text)
    {
        var found = run.TryString(Arguments[at], scope, Name, out var value);
        text = value ?? "";
        return found;
    }

    /// <summary>Evaluates the source; its items lie from the returned mark to the top.</summary>
    public int PushSource(Run run, in Scope scope)
    {
        var mark = run.Top;
        Source.Evaluate(run, scope);
        return mark;
    }
}
