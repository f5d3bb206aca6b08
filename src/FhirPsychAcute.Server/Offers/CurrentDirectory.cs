using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Offers;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// The directory of offers in memory: read whole when it is first asked for, then kept current by the store's change feed, so that a question sees everything that was answered before it and
/// costs no search. Safe for any number of threads.
/// </summary>
internal sealed class CurrentDirectory(FhirStore store, SearchGate search, Gatherer gather, OfferTables tables) : IDisposable
{
    private const int Page = 1_000;

    private readonly SemaphoreSlim gate = new(1);
    private readonly Dictionary<(string Type, string Id), ResourceDocument> resources = [];
    private volatile Known? known;

    /// <summary>The directory with what is stored now.</summary>
    public async ValueTask<OfferDirectory> ReadAsync(CancellationToken cancellationToken)
    {
        if (known is { } current && store.Changes.Read(OfferDirectory.ResourceTypes, current.Seq, 1).Changes.Count == 0)
        {
            return current.Directory;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            var after = known?.Seq ?? await LoadAsync(cancellationToken);
            var seq = Follow(after, out var isChanged);
            var directory = known is { } before && !isChanged ? before.Directory : new OfferDirectory(new ResourceSet(resources.Values), tables);
            known = new Known(seq, directory);
            return directory;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    // What is written while it loads comes again by the feed, in order, so that the newest version stays.
    private async ValueTask<long> LoadAsync(CancellationToken cancellationToken)
    {
        var seq = store.Changes.Last;
        resources.Clear();
        foreach (var type in OfferDirectory.ResourceTypes)
        {
            string? cursor = null;
            do
            {
                var page = await store.SearchAsync(search.Gather(new Gathering(type), cursor), cancellationToken);
                foreach (var (version, _) in page.Entries)
                {
                    resources[(version.Type, version.Id)] = gather.Parse(version);
                }

                cursor = page.NextCursor;
            }
            while (cursor is not null);
        }

        return seq;
    }

    private long Follow(long seq, out bool isChanged)
    {
        isChanged = false;
        while (true)
        {
            var page = store.Changes.Read(OfferDirectory.ResourceTypes, seq, Page);
            foreach (var (_, version) in page.Changes)
            {
                isChanged = true;
                if (version.IsDeleted)
                {
                    resources.Remove((version.Type, version.Id));
                }
                else
                {
                    resources[(version.Type, version.Id)] = gather.Parse(version);
                }
            }

            seq = page.End;
            if (page.Changes.Count == 0)
            {
                return seq;
            }
        }
    }

    private sealed record Known(long Seq, OfferDirectory Directory);
}
