namespace FhirPsychAcute.Storage.Changes;

/// <summary>Wakes those who wait for versions of certain types. The writer notes what it commits, which costs it a store to an array; nobody polls.</summary>
internal sealed class ChangeSignal
{
    private readonly Lock gate = new();
    private readonly List<Waiter> waiters = [];
    private long[] lastOfType = [];
    private long opened;
    private long last;

    /// <summary>Newest committed version.</summary>
    public long Last => Volatile.Read(ref last);

    /// <summary>Goes on after the newest version that the store held when it was opened.</summary>
    public void StartAfter(long seq) => last = opened = seq;

    /// <summary>Newest version of a type; of a type without versions since the store was opened, the newest of all then.</summary>
    public long LastOf(int typeId)
    {
        var table = Volatile.Read(ref lastOfType);
        return typeId < table.Length ? Math.Max(Volatile.Read(ref table[typeId]), opened) : opened;
    }

    /// <summary>Notes a version that is committed. Called by the writer's thread.</summary>
    public void Note(int typeId, long seq)
    {
        if (typeId >= lastOfType.Length)
        {
            var larger = new long[Math.Max(256, typeId * 2)];
            lastOfType.CopyTo(larger, 0);
            Volatile.Write(ref lastOfType, larger);
        }

        Volatile.Write(ref lastOfType[typeId], seq);
        if (seq > last)
        {
            Volatile.Write(ref last, seq);
        }
    }

    /// <summary>Everything of a commit is noted: wakes whom it concerns. Called by the writer's thread.</summary>
    public void Wake()
    {
        lock (gate)
        {
            for (var i = waiters.Count - 1; i >= 0; i--)
            {
                var waiter = waiters[i];
                if (IsBeyond(waiter.Types, waiter.After))
                {
                    waiters.RemoveAt(i);
                    waiter.Completion.TrySetResult();
                }
            }
        }
    }

    /// <summary>Done when a version of one of the types follows <paramref name="after"/>.</summary>
    public Task WaitAsync(int[] types, long after, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(types, after);
        lock (gate)
        {
            if (IsBeyond(types, after))
            {
                return Task.CompletedTask;
            }

            waiters.Add(waiter);
        }

        return Until(waiter, cancellationToken);
    }

    private async Task Until(Waiter waiter, CancellationToken cancellationToken)
    {
        try
        {
            await waiter.Completion.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (gate)
            {
                waiters.Remove(waiter);
            }
        }
    }

    private bool IsBeyond(int[] types, long after)
    {
        foreach (var type in types)
        {
            if (LastOf(type) > after)
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Waiter(int[] Types, long After)
    {
        public TaskCompletionSource Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
