using FhirPsychAcute.Storage.Database;

namespace FhirPsychAcute.Storage.Searching;

/// <summary>Runs searches as SQL on a connection that the store lends: a reader for pages, the writer for preconditions of a <see cref="WriteUnit"/>.</summary>
internal sealed class SearchExecutor(StoreNames names)
{
    /// <summary>Numbers of types and systems.</summary>
    public StoreNames Names { get; } = names;

    /// <summary>One page of a search. The store holds a read transaction around the call, so all statements see one moment.</summary>
    public SearchPage Search(StoreConnection connection, SearchRequest request) => throw new NotSupportedException();

    /// <summary>Logical ids of the first <paramref name="limit"/> matches, in any order; sees what the open write transaction has written.</summary>
    public IReadOnlyList<string> FindIds(StoreConnection connection, SearchRequest request, int limit) => throw new NotSupportedException();
}
