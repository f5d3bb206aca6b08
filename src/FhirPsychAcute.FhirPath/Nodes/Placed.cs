using FhirPsychAcute.FhirPath.Evaluation;

namespace FhirPsychAcute.FhirPath.Nodes;

/// <summary>A part that may fail while running, with its place in the expression, so that the error names it.</summary>
internal sealed class PlacedNode(Evaluator inner, string expression, int offset) : Evaluator
{
    public Evaluator Inner => inner;

    public override void Evaluate(Run run, in Scope scope)
    {
        try
        {
            inner.Evaluate(run, scope);
        }
        catch (FhirPathException fault) when (fault.Offset < 0)
        {
            throw Placed(fault);
        }
    }

    public override Truth Test(Run run, in Scope scope)
    {
        try
        {
            return inner.Test(run, scope);
        }
        catch (FhirPathException fault) when (fault.Offset < 0)
        {
            throw Placed(fault);
        }
    }

    public override bool Any(Run run, in Scope scope)
    {
        try
        {
            return inner.Any(run, scope);
        }
        catch (FhirPathException fault) when (fault.Offset < 0)
        {
            throw Placed(fault);
        }
    }

    public override int Count(Run run, in Scope scope)
    {
        try
        {
            return inner.Count(run, scope);
        }
        catch (FhirPathException fault) when (fault.Offset < 0)
        {
            throw Placed(fault);
        }
    }

    private FhirPathException Placed(FhirPathException fault) => FhirPathException.At(fault, expression, offset);
}
