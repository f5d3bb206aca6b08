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
    private readonly Dictionary<string, ResourceDocument> resources = new(StringComparer.Ordinal);
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
            var changed = new Dictionary<string, ResourceDocument?>(StringComparer.Ordinal);
            var seq = Follow(known?.Seq ?? await LoadAsync(cancellationToken), changed);
            // A place or an organisation may change the area of any offer; an offer changes itself only.
            var directory = known is { } before && changed.Keys.All(static address => address.StartsWith("HealthcareService/", StringComparison.Ordinal))
                ? before.Directory.With(changed)
                : new OfferDirectory(new ResourceSet(resources.Values), tables);
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
                    resources[$"{version.Type}/{version.Id}"] = gather.Parse(version);
                }

                cursor = page.NextCursor;
            }
            while (cursor is not null);
        }

        return seq;
    }

    private long Follow(long seq, Dictionary<string, ResourceDocument?> changed)
    {
        while (true)
        {
            var page = store.Changes.Read(OfferDirectory.ResourceTypes, seq, Page);
            foreach (var (_, version) in page.Changes)
            {
                var address = $"{version.Type}/{version.Id}";
                var resource = version.IsDeleted ? null : gather.Parse(version);
                changed[address] = resource;
                if (resource is null)
                {
                    resources.Remove(address);
                }
                else
                {
                    resources[address] = resource;
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
