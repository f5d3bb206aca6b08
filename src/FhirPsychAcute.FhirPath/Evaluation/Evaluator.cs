namespace FhirPsychAcute.FhirPath.Evaluation;

/// <summary>A compiled part of an expression. Immutable; all state is in the <see cref="Run"/>.</summary>
internal abstract class Evaluator
{
    /// <summary>Pushes the results on the run's stack.</summary>
    public abstract void Evaluate(Run run, in Scope scope);

    /// <summary>The result read as a boolean (N1 4.5).</summary>
    public virtual Truth Test(Run run, in Scope scope)
    {
        var mark = run.Top;
        Evaluate(run, scope);
        return run.PopTruth(mark);
    }

    /// <summary>Whether there is any result.</summary>
    public virtual bool Any(Run run, in Scope scope)
    {
        var mark = run.Top;
        Evaluate(run, scope);
        var any = run.Top > mark;
        run.Pop(mark);
        return any;
    }

    /// <summary>How many results there are.</summary>
    public virtual int Count(Run run, in Scope scope)
    {
        var mark = run.Top;
        Evaluate(run, scope);
        var count = run.Top - mark;
        run.Pop(mark);
        return count;
    }
}

/// <summary>A part whose result is a boolean or empty.</summary>
internal abstract class BooleanEvaluator : Evaluator
{
    public sealed override void Evaluate(Run run, in Scope scope) => run.Push(Test(run, scope));

    public abstract override Truth Test(Run run, in Scope scope);

    public sealed override bool Any(Run run, in Scope scope) => Test(run, scope) != Truth.Empty;

    public sealed override int Count(Run run, in Scope scope) => Test(run, scope) == Truth.Empty ? 0 : 1;
}
