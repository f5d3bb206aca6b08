using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// The CodeSystems, ValueSets and ConceptMaps that users have stored, laid over those that are loaded: where both define a url, the stored one counts, of several
/// stored ones the highest version. Read when something of them changed since they were last asked for. Safe for any number of threads.
/// </summary>
internal sealed class StoredDefinitions(FhirStore store, SearchGate search, DefinitionLibrary library)
{
    // More than these would be read anew at every change.
    private const int MaxResources = 5_000;

    private static readonly string[] Types = ["CodeSystem", "ValueSet", "ConceptMap"];
    private static readonly PackageId Package = new("stored", "current");

    private volatile Snapshot current = new("||", library.Root);

    /// <summary>The view with what is stored now.</summary>
    public async ValueTask<DefinitionScope> ScopeAsync(CancellationToken cancellationToken)
    {
        var state = await StateAsync(cancellationToken);
        var known = current;
        if (known.State == state)
        {
            return known.Scope;
        }

        // Whoever comes meanwhile reads too; what they find is the same.
        var scope = await ReadAsync(cancellationToken);
        current = new Snapshot(state, scope);
        return scope;
    }

    // The newest version of each type, deletions included, changes whenever anything does.
    private async ValueTask<string> StateAsync(CancellationToken cancellationToken)
    {
        var parts = new string[Types.Length];
        for (var i = 0; i < Types.Length; i++)
        {
            var page = await store.HistoryAsync(new HistoryRequest(Types[i], null, 1, null, null, null), cancellationToken);
            parts[i] = page.Versions is [var newest, ..] ? $"{page.Total}:{newest.Id}:{newest.Version}" : "";
        }

        return string.Join('|', parts);
    }

    private async ValueTask<DefinitionScope> ReadAsync(CancellationToken cancellationToken)
    {
        var resources = new List<ResourceDocument>();
        foreach (var type in Types)
        {
            string? cursor = null;
            do
            {
                var page = await store.SearchAsync(search.Everything(type, cursor), cancellationToken);
                foreach (var (version, _) in page.Entries)
                {
                    if (ResourceDocument.Parse(version.Content, library.Schema).Document is { } resource)
                    {
                        resources.Add(resource);
                    }
                }

                cursor = page.NextCursor;
            }
            while (cursor is not null && resources.Count < MaxResources);
        }

        return resources.Count == 0 ? library.Root : new ResourceScope(library.Root, Package, resources);
    }

    private sealed record Snapshot(string State, DefinitionScope Scope);
}
