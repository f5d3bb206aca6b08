using System.Runtime.InteropServices;
using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Writing;

/// <summary>Turns changes into inserts and deletes of single rows, only of those that differ, and makes them table by table in key order.</summary>
internal sealed class IndexChangeWriter
{
    private const int Kinds = (int)IndexKind.Reference + 1;

    private readonly List<IndexEntryReference>[] inserts = NewLists();
    private readonly List<IndexEntryReference>[] deletes = NewLists();

    /// <summary>Makes the changes in the open transaction.</summary>
    public void Write(StoreConnection connection, IEnumerable<IndexChange> changes)
    {
        try
        {
            foreach (var change in changes)
            {
                Gather(connection, change);
            }

            for (var kind = 0; kind < Kinds; kind++)
            {
                // Deletes first: an update may give a row's key to another value.
                deletes[kind].Sort();
                connection.DeleteIndexRows((IndexKind)kind, CollectionsMarshal.AsSpan(deletes[kind]));
                inserts[kind].Sort();
                connection.InsertIndexRows((IndexKind)kind, CollectionsMarshal.AsSpan(inserts[kind]));
            }
        }
        finally
        {
            for (var kind = 0; kind < Kinds; kind++)
            {
                inserts[kind].Clear();
                deletes[kind].Clear();
            }
        }
    }

    private static List<IndexEntryReference>[] NewLists()
    {
        var lists = new List<IndexEntryReference>[Kinds];
        for (var kind = 0; kind < Kinds; kind++)
        {
            lists[kind] = [];
        }

        return lists;
    }

    private void Gather(StoreConnection connection, in IndexChange change)
    {
        var applied = change.AppliedSeq == 0 ? [] : AppliedEntries(connection, change.AppliedSeq);
        if (applied.Length == 0)
        {
            AddAll(change.Entries, change.ResourceKey, inserts);
        }
        else if (change.Entries.Length == 0)
        {
            AddAll(applied, change.ResourceKey, deletes);
        }
        else
        {
            AddDifference(applied, change.Entries, change.ResourceKey);
        }
    }

    private static byte[] AppliedEntries(StoreConnection connection, long seq)
    {
        using var select = connection.Prepare("SELECT entries FROM resource_version WHERE seq = ?");
        select.Bind(1, seq);
        return select.Read() ? select.GetBytes(0) : [];
    }

    private static void AddAll(byte[] entries, long resourceKey, List<IndexEntryReference>[] to)
    {
        var walk = IndexEntries.Walk(entries);
        while (walk.MoveNext())
        {
            Add(entries, walk.Start, walk.Length, resourceKey, to);
        }
    }

    private static void Add(byte[] entries, int start, int length, long resourceKey, List<IndexEntryReference>[] to)
    {
        var entry = IndexEntry.Read(entries.AsSpan(start, length));
        to[(int)entry.Kind].Add(new IndexEntryReference(entries, start, length, resourceKey, entry.Order()));
    }

    private void AddDifference(byte[] before, byte[] after, long resourceKey)
    {
        var old = Sorted(before);
        var now = Sorted(after);
        int i = 0, j = 0;
        while (i < old.Count || j < now.Count)
        {
            var order = i == old.Count ? 1
                : j == now.Count ? -1
                : before.AsSpan(old[i].Start, old[i].Length).SequenceCompareTo(after.AsSpan(now[j].Start, now[j].Length));
            if (order < 0)
            {
                Add(before, old[i].Start, old[i].Length, resourceKey, deletes);
            }
            else if (order > 0)
            {
                Add(after, now[j].Start, now[j].Length, resourceKey, inserts);
            }

            // Equal entries stay as they are, and so do their doubles, which the tables hold once.
            i = order <= 0 ? Past(before, old, i) : i;
            j = order >= 0 ? Past(after, now, j) : j;
        }
    }

    // The next entry that differs from the one at the position.
    private static int Past(byte[] entries, List<(int Start, int Length)> sorted, int position)
    {
        var entry = entries.AsSpan(sorted[position].Start, sorted[position].Length);
        do
        {
            position++;
        }
        while (position < sorted.Count && entry.SequenceEqual(entries.AsSpan(sorted[position].Start, sorted[position].Length)));

        return position;
    }

    private static List<(int Start, int Length)> Sorted(byte[] entries)
    {
        var list = new List<(int Start, int Length)>();
        var walk = IndexEntries.Walk(entries);
        while (walk.MoveNext())
        {
            list.Add((walk.Start, walk.Length));
        }

        list.Sort((a, b) => entries.AsSpan(a.Start, a.Length).SequenceCompareTo(entries.AsSpan(b.Start, b.Length)));
        return list;
    }
}
