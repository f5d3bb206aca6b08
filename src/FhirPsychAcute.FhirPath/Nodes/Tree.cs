using FhirPsychAcute.FhirPath.Evaluation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Nodes;

/// <summary><c>children()</c>, and <c>descendants()</c> in document order (N1 5.8).</summary>
internal sealed class TreeNode(Evaluator source, bool deep) : Evaluator
{
    public Evaluator Source => source;

    public override void Evaluate(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var end = run.Top;
        for (var at = mark; at < end; at++)
        {
            if (run.Stack[at].Kind == FhirPathKind.Element)
            {
                Push(run, run.Stack[at].Element);
            }
        }

        run.Collapse(mark, end);
    }

    public override bool Any(Run run, in Scope scope)
    {
        var mark = run.Top;
        source.Evaluate(run, scope);
        var any = false;
        for (var at = mark; at < run.Top && !any; at++)
        {
            any = run.Stack[at].Kind == FhirPathKind.Element && run.Stack[at].Element.HasChildren;
        }

        run.Pop(mark);
        return any;
    }

    public override int Count(Run run, in Scope scope)
    {
        if (deep)
        {
            return base.Count(run, scope);
        }

        var mark = run.Top;
        source.Evaluate(run, scope);
        var count = 0;
        for (var at = mark; at < run.Top; at++)
        {
            count += run.Stack[at].Kind == FhirPathKind.Element ? run.Stack[at].Element.Children.Count() : 0;
        }

        run.Pop(mark);
        return count;
    }

    private void Push(Run run, Element element)
    {
        foreach (var child in element.Children)
        {
            run.Push(child);
            if (deep)
            {
                Push(run, child);
            }
        }
    }
}
