using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>A stretch of the change feed held against criteria.</summary>
/// <param name="Matches">The versions that match, in order.</param>
/// <param name="End">Everything up to here was looked at.</param>
internal readonly record struct MatchedPage(IReadOnlyList<Change> Matches, long End);

/// <summary>
/// Tells which versions of the change feed match the criteria of a subscription. Subscriptions that have come equally far ask for the same stretch: it is read and indexed once, and
/// each only runs its search over it. Safe for any number of threads.
/// </summary>
internal sealed class ChangeMatching(FhirService service) : IDisposable
{
    private const int PageSize = 100;

    private readonly Lock gate = new();
    private readonly ChangeMatcher matcher = new();
    private readonly List<IndexRows> buffers = [];
    private (string Type, long After, IReadOnlyList<Change> Changes, long End)? loaded;

    /// <summary>Reads on in the feed.</summary>
    /// <param name="type">Resource type of the criteria.</param>
    /// <param name="after">Seq after which to begin.</param>
    /// <param name="criteria">The criteria.</param>
    public MatchedPage Read(string type, long after, SearchRequest criteria)
    {
        lock (gate)
        {
            if (loaded is not { } page || page.Type != type || page.After != after)
            {
                var (changes, end) = Next(type, after);
                if (changes.Count == 0)
                {
                    return new MatchedPage([], end);
                }

                loaded = null;
                Load(changes);
                page = (type, after, changes, end);
                loaded = page;
            }

            var found = matcher.Find(criteria);
            return new MatchedPage(found.Count == 0 ? [] : [.. page.Changes.Where(change => !change.Version.IsDeleted && found.Contains(change.Version.Id))], page.End);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            matcher.Dispose();
        }
    }

    // A page ends before the second version of a resource, because a search tells resources apart, not versions.
    private (IReadOnlyList<Change> Changes, long End) Next(string type, long after)
    {
        var page = service.Store.Changes.Read([type], after, PageSize);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < page.Changes.Count; i++)
        {
            if (!seen.Add(page.Changes[i].Version.Id))
            {
                return ([.. page.Changes.Take(i)], page.Changes[i - 1].Seq);
            }
        }

        return (page.Changes, page.End);
    }

    private void Load(IReadOnlyList<Change> changes)
    {
        var versions = new List<(StoredVersion, IndexRows)>(changes.Count);
        foreach (var (_, version) in changes)
        {
            if (version.IsDeleted)
            {
                continue;
            }

            if (buffers.Count == versions.Count)
            {
                buffers.Add(new IndexRows());
            }

            var rows = buffers[versions.Count];
            rows.Clear();
            service.Indexer.Index(service.Gather.Parse(version), rows);
            versions.Add((version, rows));
        }

        matcher.Load(versions);
    }
}
