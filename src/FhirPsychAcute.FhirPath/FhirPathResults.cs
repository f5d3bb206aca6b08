using FhirPsychAcute.FhirPath.Evaluation;

namespace FhirPsychAcute.FhirPath;

/// <summary>
/// A reusable buffer for the results of one evaluation at a time. The evaluation works in it, so that nothing is copied and, after warm-up, nothing allocated.
/// Not thread-safe; keep one a thread.
/// </summary>
public sealed class FhirPathResults
{
    private readonly Run run = new();

    /// <summary>What the last evaluation gave; overwritten by the next.</summary>
    public ReadOnlySpan<FhirPathValue> Items => run.Results;

    /// <summary>How many items there are.</summary>
    public int Count => Items.Length;

    /// <summary>The item at that place, from 0.</summary>
    public FhirPathValue this[int at] => Items[at];

    /// <summary>For foreach.</summary>
    public ReadOnlySpan<FhirPathValue>.Enumerator GetEnumerator() => Items.GetEnumerator();

    /// <summary>Between evaluations on a thread: lets go of a great document, so that an idle thread does not keep it in memory.</summary>
    internal void Settle() => run.Settle();

    internal Run Begin(in FhirPathValue focus, EvaluationContext context, int keptCount)
    {
        run.Begin(focus, context, keptCount);
        return run;
    }
}
