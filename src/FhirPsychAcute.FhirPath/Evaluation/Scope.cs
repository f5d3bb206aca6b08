namespace FhirPsychAcute.FhirPath.Evaluation;

/// <summary>What <c>$this</c>, <c>$index</c> and <c>$total</c> mean at one place of an evaluation. Collections are ranges of the evaluation's stack.</summary>
internal readonly struct Scope
{
    public Scope(int thisStart, int thisCount)
    {
        ThisStart = thisStart;
        ThisCount = thisCount;
        Index = -1;
        TotalStart = -1;
    }

    private Scope(int thisStart, int thisCount, int index, int totalStart, int totalCount)
    {
        ThisStart = thisStart;
        ThisCount = thisCount;
        Index = index;
        TotalStart = totalStart;
        TotalCount = totalCount;
    }

    public int ThisStart { get; }

    public int ThisCount { get; }

    /// <summary>-1 outside of a function that iterates.</summary>
    public int Index { get; }

    /// <summary>-1 outside of aggregate.</summary>
    public int TotalStart { get; }

    public int TotalCount { get; }

    public Scope OnItem(int position, int index) => new(position, 1, index, TotalStart, TotalCount);

    public Scope OnCollection(int start, int count) => new(start, count, Index, TotalStart, TotalCount);

    public static Scope OnItemWithTotal(int position, int index, int totalStart, int totalCount) => new(position, 1, index, totalStart, totalCount);
}
