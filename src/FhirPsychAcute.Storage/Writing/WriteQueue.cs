namespace FhirPsychAcute.Storage.Writing;

/// <summary>What waits for the writer: units, index flushes, and the end. Bounded; safe for any number of callers and one taker.</summary>
internal sealed class WriteQueue(int maxUnits, long maxBytes)
{
    private readonly object gate = new();
    private readonly Queue<PreparedUnit> units = new();
    private readonly Queue<WriterTask> tasks = new();
    private long bytes;
    private TaskCompletionSource? indexing;
    private bool closed;

    /// <summary>Adds a unit.</summary>
    /// <exception cref="StoreException">Too much waits, or the store is closing.</exception>
    public void Add(PreparedUnit unit)
    {
        lock (gate)
        {
            ThrowIfClosed();
            if (units.Count >= maxUnits || (units.Count > 0 && bytes + unit.Bytes > maxBytes))
            {
                throw new StoreException(StoreFault.Overloaded, $"{units.Count} writes wait already; try again later.");
            }

            units.Enqueue(unit);
            bytes += unit.Bytes;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Adds something that the writer shall do in a transaction of its own.</summary>
    public void Add(WriterTask task)
    {
        lock (gate)
        {
            ThrowIfClosed();
            tasks.Enqueue(task);
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Asks that the index tables be brought up to date; callers at the same time share one request.</summary>
    public Task RequestIndexing()
    {
        lock (gate)
        {
            ThrowIfClosed();
            indexing ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Monitor.Pulse(gate);
            return indexing.Task;
        }
    }

    /// <summary>No more is taken in; what waits is still given out.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Waits for work.</summary>
    /// <param name="group">Receives the units of the next commit.</param>
    /// <param name="maxOperations">Changes that a commit should have at most; a unit is never divided.</param>
    /// <param name="idleMilliseconds">How long to wait before reporting <see cref="WriterWork.Idle"/>; -1 for ever.</param>
    /// <param name="task">The task to do, for <see cref="WriterWork.Task"/>.</param>
    /// <param name="indexingRequest">Who waits, for <see cref="WriterWork.Index"/>.</param>
    public WriterWork Take(List<PreparedUnit> group, int maxOperations, int idleMilliseconds, out WriterTask? task, out TaskCompletionSource? indexingRequest)
    {
        task = null;
        indexingRequest = null;
        lock (gate)
        {
            while (true)
            {
                if (tasks.TryDequeue(out task))
                {
                    return WriterWork.Task;
                }

                if (indexing is not null)
                {
                    indexingRequest = indexing;
                    indexing = null;
                    return WriterWork.Index;
                }

                if (units.Count > 0)
                {
                    TakeGroup(group, maxOperations);
                    return WriterWork.Units;
                }

                if (closed)
                {
                    return WriterWork.End;
                }

                if (!Monitor.Wait(gate, idleMilliseconds))
                {
                    return WriterWork.Idle;
                }
            }
        }
    }

    private void TakeGroup(List<PreparedUnit> group, int maxOperations)
    {
        var operations = 0;
        while (units.TryPeek(out var unit) && (operations == 0 || operations + unit.Operations.Length <= maxOperations))
        {
            units.Dequeue();
            bytes -= unit.Bytes;
            operations += unit.Operations.Length;
            group.Add(unit);
        }
    }

    private void ThrowIfClosed()
    {
        if (closed)
        {
            throw new StoreException(StoreFault.Closed, "The store is closed.");
        }
    }
}

/// <summary>What the writer does next.</summary>
internal enum WriterWork
{
    Units,
    Index,
    Task,
    Idle,
    End,
}

/// <summary>Something done on the writer's connection in a transaction of its own.</summary>
internal sealed class WriterTask(Action<Database.StoreConnection> action, bool isDurable)
{
    public Action<Database.StoreConnection> Action => action;

    /// <summary>Whether its commit waits for the disk.</summary>
    public bool IsDurable => isDurable;

    public TaskCompletionSource Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
