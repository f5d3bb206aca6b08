using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Writing;

/// <summary>
/// Writing the rows of many resources to the index tables, in steps of a millisecond or two so that units get in between. Every step can be repeated, so a
/// step whose transaction failed is simply taken again, and after a crash the whole flush is (<c>indexed_seq</c> moves only with the last step).
/// </summary>
internal sealed class IndexFlush
{
    private readonly IReadOnlyCollection<IndexChange> changes;
    private readonly FlushStepSize stepSize;
    private readonly IndexRowLists lists;
    private readonly long lastSeq;
    private IEnumerator<IndexChange> next;
    private bool isGathered;
    private int sorted;
    private FlushPosition done;
    private FlushPosition reached;

    /// <summary>Begins a flush.</summary>
    /// <param name="changes">The resources.</param>
    /// <param name="lastSeq">The version up to which the tables are current afterwards.</param>
    /// <param name="lists">Lists to work with; they are emptied.</param>
    /// <param name="stepSize">How much a step does.</param>
    public IndexFlush(IReadOnlyCollection<IndexChange> changes, long lastSeq, IndexRowLists lists, FlushStepSize stepSize)
    {
        this.changes = changes;
        this.lastSeq = lastSeq;
        this.lists = lists;
        this.stepSize = stepSize;
        lists.Clear();
        next = changes.GetEnumerator();
    }

    /// <summary>Resources in the flush.</summary>
    public int Count => changes.Count;

    /// <summary>Whether rows can be written; until then <see cref="PrepareStep"/> is due.</summary>
    public bool IsPrepared => sorted == IndexRowLists.Count;

    /// <summary>Whether everything is committed.</summary>
    public bool IsDone => done.List > IndexRowLists.Count;

    /// <summary>Gathers or sorts a part of the rows; needs no transaction.</summary>
    public void PrepareStep(StoreConnection connection)
    {
        if (isGathered)
        {
            lists.Sort(sorted++);
            return;
        }

        try
        {
            for (var taken = 0; taken < stepSize.Changes; taken++)
            {
                if (!next.MoveNext())
                {
                    isGathered = true;
                    return;
                }

                lists.Add(connection, next.Current);
            }
        }
        catch
        {
            // A change may have been gathered in part: begin again.
            lists.Clear();
            next = changes.GetEnumerator();
            throw;
        }
    }

    /// <summary>Writes the next rows in the open transaction; <see cref="Committed"/> makes that count.</summary>
    public void WriteStep(StoreConnection connection) => Write(connection, stepSize.Rows);

    /// <summary>Writes everything that is left in the open transaction.</summary>
    public void WriteRest(StoreConnection connection)
    {
        while (!IsPrepared)
        {
            PrepareStep(connection);
        }

        Write(connection, int.MaxValue);
    }

    /// <summary>The transaction is committed.</summary>
    public void Committed() => done = reached;

    /// <summary>The transaction was undone.</summary>
    public void RolledBack() => reached = done;

    private void Write(StoreConnection connection, int rows)
    {
        var position = done;
        while (rows > 0 && position.List < IndexRowLists.Count)
        {
            var count = Math.Min(rows, lists.RowsOf(position.List) - position.Row);
            lists.Write(connection, position.List, position.Row, count);
            rows -= count;
            position = position.Row + count == lists.RowsOf(position.List) ? new FlushPosition(position.List + 1, 0) : position with { Row = position.Row + count };
        }

        if (position.List == IndexRowLists.Count && rows > 0)
        {
            using var state = connection.Prepare("UPDATE store_state SET value = ? WHERE name = 'indexed_seq'");
            state.Bind(1, lastSeq);
            state.Execute();
            position = new FlushPosition(IndexRowLists.Count + 1, 0);
        }

        reached = position;
    }

    private readonly record struct FlushPosition(int List, int Row);
}

/// <summary>How much a step of a flush does: with the usual values about a millisecond's work.</summary>
/// <param name="Changes">Resources whose rows are gathered.</param>
/// <param name="Rows">Rows written in one transaction.</param>
internal readonly record struct FlushStepSize(int Changes, int Rows)
{
    /// <summary>The usual size.</summary>
    public static FlushStepSize Usual { get; } = new(250, 2000);
}
