using System.Runtime.InteropServices;
using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Writing;

/// <summary>Single rows to delete and insert, by table, as changes of resources demand: only rows that differ from those that the tables hold.</summary>
internal sealed class IndexRowLists
{
    private const int Kinds = (int)IndexTable.Reference + 1;

    // For each table its deletes, then its inserts: an update may give a deleted row's key to another value.
    private readonly List<IndexEntryReference>[] lists = new List<IndexEntryReference>[2 * Kinds];

    /// <summary>Makes empty lists.</summary>
    public IndexRowLists()
    {
        for (var list = 0; list < lists.Length; list++)
        {
            lists[list] = [];
        }
    }

    /// <summary>Lists that can be sorted and written.</summary>
    public static int Count => 2 * Kinds;

    /// <summary>Adds the rows of a change.</summary>
    /// <param name="connection">Gives the entries of the version that the tables hold.</param>
    /// <param name="change">The change.</param>
    public void Add(StoreConnection connection, in IndexChange change)
    {
        var applied = change.AppliedSeq == 0 ? [] : AppliedEntries(connection, change.AppliedSeq);
        if (change.Doubtful is { } doubtful)
        {
            // Inserting what is there and deleting what is not there does nothing, so all that may be needed is done.
            AddAll(change.Entries, change.ResourceKey, deletes: false);
            foreach (var old in doubtful.Append(applied))
            {
                AddDifference(old, change.Entries, change.ResourceKey, withInserts: false);
            }
        }
        else if (applied.Length == 0)
        {
            AddAll(change.Entries, change.ResourceKey, deletes: false);
        }
        else if (change.Entries.Length == 0)
        {
            AddAll(applied, change.ResourceKey, deletes: true);
        }
        else
        {
            AddDifference(applied, change.Entries, change.ResourceKey, withInserts: true);
        }
    }

    /// <summary>Puts a list into the order of its table's key.</summary>
    public void Sort(int list) => lists[list].Sort();

    /// <summary>Rows of a list.</summary>
    public int RowsOf(int list) => lists[list].Count;

    /// <summary>Writes some rows of a list in the open transaction.</summary>
    public void Write(StoreConnection connection, int list, int start, int count)
    {
        var rows = CollectionsMarshal.AsSpan(lists[list]).Slice(start, count);
        var table = (IndexTable)(list / 2);
        if (list % 2 == 0)
        {
            connection.DeleteIndexRows(table, rows);
        }
        else
        {
            connection.InsertIndexRows(table, rows);
        }
    }

    /// <summary>Empties the lists and keeps their buffers.</summary>
    public void Clear()
    {
        foreach (var list in lists)
        {
            list.Clear();
        }
    }

    private static byte[] AppliedEntries(StoreConnection connection, long seq)
    {
        using var select = connection.Prepare("SELECT entries FROM resource_version WHERE seq = ?");
        select.Bind(1, seq);
        return select.Read() ? select.GetBytes(0) : [];
    }

    private void AddAll(byte[] entries, long resourceKey, bool deletes)
    {
        var walk = IndexEntries.Walk(entries);
        while (walk.MoveNext())
        {
            Add(entries, walk.Start, walk.Length, resourceKey, deletes);
        }
    }

    private void Add(byte[] entries, int start, int length, long resourceKey, bool isDelete)
    {
        var entry = IndexEntry.Read(entries.AsSpan(start, length));
        lists[(2 * (int)entry.Kind) + (isDelete ? 0 : 1)].Add(new IndexEntryReference(entries, start, length, resourceKey, entry.Order()));
    }

    private void AddDifference(byte[] before, byte[] after, long resourceKey, bool withInserts)
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
                Add(before, old[i].Start, old[i].Length, resourceKey, isDelete: true);
            }
            else if (order > 0 && withInserts)
            {
                Add(after, now[j].Start, now[j].Length, resourceKey, isDelete: false);
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
