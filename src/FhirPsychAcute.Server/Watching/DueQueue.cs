namespace FhirPsychAcute.Server;

/// <summary>When to look at what: each thing once, at the time that was said last. Bounded; belongs to one thread at a time.</summary>
/// <typeparam name="T">What is looked at.</typeparam>
/// <param name="capacity">Most things kept.</param>
internal sealed class DueQueue<T>(int capacity)
    where T : notnull
{
    private readonly Dictionary<T, DateTimeOffset> due = [];
    private readonly PriorityQueue<(T Item, DateTimeOffset Due), DateTimeOffset> order = new();

    /// <summary>How many things wait.</summary>
    public int Count => due.Count;

    /// <summary>When the next one is due; null when nothing waits.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            DropOutdated();
            return order.TryPeek(out _, out var first) ? first : null;
        }
    }

    /// <summary>Sets the time of a thing, in place of the one it had.</summary>
    /// <returns>Whether it is kept; false when the queue is full.</returns>
    public bool Set(T item, DateTimeOffset time)
    {
        if (due.TryGetValue(item, out var before))
        {
            if (before == time)
            {
                return true;
            }
        }
        else if (due.Count >= capacity)
        {
            return false;
        }

        due[item] = time;
        order.Enqueue((item, time), time);
        if (order.Count > (2 * due.Count) + 64)
        {
            Rebuild();
        }

        return true;
    }

    /// <summary>A thing need not be looked at any more.</summary>
    public void Remove(T item) => due.Remove(item);

    /// <summary>Takes the next thing that is due.</summary>
    public bool TryTake(DateTimeOffset now, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T item)
    {
        DropOutdated();
        if (order.TryPeek(out var first, out var time) && time <= now)
        {
            order.Dequeue();
            due.Remove(first.Item);
            item = first.Item;
            return true;
        }

        item = default;
        return false;
    }

    // An entry counts only while it names the time that was said last.
    private void DropOutdated()
    {
        while (order.TryPeek(out var first, out _) && !(due.TryGetValue(first.Item, out var time) && time == first.Due))
        {
            order.Dequeue();
        }
    }

    private void Rebuild()
    {
        order.Clear();
        order.EnqueueRange(due.Select(static entry => ((entry.Key, entry.Value), entry.Value)));
    }
}
