using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Offers;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Psychiatry.Rules;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// The directory of offers in memory, read anew when a HealthcareService, Location or Organization was written since; a resource whose version is known is not parsed again.
/// Safe for any number of threads.
/// </summary>
internal sealed class CurrentDirectory(FhirStore store, SearchGate search, Gatherer gather, RuleFolder rules)
{
    private volatile Snapshot? current;

    /// <summary>The directory with what is stored now.</summary>
    public async ValueTask<OfferDirectory> ReadAsync(CancellationToken cancellationToken)
    {
        var state = await StateAsync(cancellationToken);
        var known = current;
        if (known?.State == state)
        {
            return known.Directory;
        }

        // Whoever comes meanwhile reads too; what they find is the same.
        var parsed = new Dictionary<(string Type, string Id), (long Version, ResourceDocument Resource)>();
        foreach (var type in OfferDirectory.ResourceTypes)
        {
            string? cursor = null;
            do
            {
                var page = await store.SearchAsync(search.Gather(new Gathering(type), cursor), cancellationToken);
                foreach (var (version, _) in page.Entries)
                {
                    var key = (version.Type, version.Id);
                    parsed[key] = known is not null && known.Parsed.TryGetValue(key, out var before) && before.Version == version.Version ? before : (version.Version, gather.Parse(version));
                }

                cursor = page.NextCursor;
            }
            while (cursor is not null);
        }

        var directory = new OfferDirectory(new ResourceSet(parsed.Values.Select(static item => item.Resource)), rules);
        current = new Snapshot(state, directory, parsed);
        return directory;
    }

    // The newest version of each type, deletions included, changes whenever anything does.
    private async ValueTask<string> StateAsync(CancellationToken cancellationToken)
    {
        var parts = new string[OfferDirectory.ResourceTypes.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var page = await store.HistoryAsync(new HistoryRequest(OfferDirectory.ResourceTypes[i], null, 1, null, null, null), cancellationToken);
            parts[i] = page.Versions is [var newest, ..] ? $"{page.Total}:{newest.Id}:{newest.Version}" : "";
        }

        return string.Join('|', parts);
    }

    private sealed record Snapshot(string State, OfferDirectory Directory, Dictionary<(string Type, string Id), (long Version, ResourceDocument Resource)> Parsed);
}
