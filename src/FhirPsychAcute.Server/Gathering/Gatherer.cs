using System.Runtime.CompilerServices;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Reading;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>Brings stored resources to the rules of the field, which know no store: all of a search, whatever its size. Safe for any number of threads.</summary>
internal sealed class Gatherer(FhirStore store, SearchGate search, SchemaCatalog schema)
{
    /// <summary>Everything that the searches match and include.</summary>
    /// <param name="limit">Most resources; a question that needs more is refused rather than answered in part.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="gatherings">The searches, run one after the other.</param>
    /// <returns>The resources; 422 (too-costly) where they are more than the limit.</returns>
    public async ValueTask<Result<ResourceSet>> SetAsync(int limit, CancellationToken cancellationToken, params IReadOnlyList<Gathering> gatherings)
    {
        var found = new List<ResourceDocument>();
        foreach (var gathering in gatherings)
        {
            string? cursor = null;
            do
            {
                var page = await store.SearchAsync(search.Gather(gathering, cursor), cancellationToken);
                if (page.IsIncludedCut || found.Count + page.Entries.Count > limit)
                {
                    return FhirError.Of(StatusCodes.Status422UnprocessableEntity, IssueCode.TooCostly, "gathering-too-large", limit);
                }

                found.AddRange(page.Entries.Select(entry => Parse(entry.Version)));
                cursor = page.NextCursor;
            }
            while (cursor is not null);
        }

        return new ResourceSet(found);
    }

    /// <summary>All versions that a search matches and includes, page by page; for questions over more than fits in memory as documents.</summary>
    public async IAsyncEnumerable<StoredVersion> StreamAsync(Gathering gathering, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var page = await store.SearchAsync(search.Gather(gathering, cursor), cancellationToken);
            foreach (var (version, _) in page.Entries)
            {
                yield return version;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    /// <summary>The current version of a resource; null when it is not there.</summary>
    /// <param name="reference"><c>Type/id</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<ResourceDocument?> ReadAsync(string reference, CancellationToken cancellationToken)
    {
        var slash = reference.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || !schema.TryGetResourceType(reference[..slash], out _))
        {
            return null;
        }

        var version = await store.ReadAsync(reference[..slash], reference[(slash + 1)..], cancellationToken);
        return version is null or { IsDeleted: true } ? null : Parse(version);
    }

    /// <summary>A stored version as document.</summary>
    public ResourceDocument Parse(StoredVersion version) =>
        ResourceDocument.Parse(version.Content, schema).Document ?? throw new InvalidDataException($"{version.Type} version {version.Version} cannot be read as it is stored.");
}
