using FhirPsychAcute.Storage.Searching;

namespace FhirPsychAcute.Storage;

/// <summary>What a search says of the number of its matches (_total).</summary>
public enum SearchTotal : byte
{
    /// <summary>Nothing asked: given where it is known anyway.</summary>
    Unspecified,
    /// <summary>none.</summary>
    None,
    /// <summary>estimate or accurate: counted.</summary>
    Accurate,
}

/// <summary>_summary.</summary>
public enum SearchSummary : byte
{
    /// <summary>false, or absent: whole resources.</summary>
    None,
    /// <summary>true: elements marked isSummary.</summary>
    True,
    /// <summary>text: narrative, id, meta and mandatory elements.</summary>
    Text,
    /// <summary>data: all but the narrative.</summary>
    Data,
    /// <summary>count: only the number of matches.</summary>
    Count,
}

/// <summary>A search, parsed and checked against the search parameter definitions. Made by <see cref="SearchRequestParser"/>; immutable.</summary>
public sealed partial class SearchRequest
{
    internal SearchRequest(string? type, IReadOnlyList<string> types)
    {
        Type = type;
        Types = types;
    }

    /// <summary>Resource type searched; null for a search over several types.</summary>
    public string? Type { get; }

    /// <summary>Resource types searched; empty means all.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Matches a page may have; 0 asks for the number of matches only.</summary>
    public int Count { get; internal init; }

    /// <summary>What is asked about the number of matches.</summary>
    public SearchTotal Total { get; internal init; }

    /// <summary>Which part of each resource is asked for.</summary>
    public SearchSummary Summary { get; internal init; }

    /// <summary>Names of the top-level elements asked for (_elements); empty means all.</summary>
    public IReadOnlyList<string> Elements { get; internal init; } = [];

    /// <summary>Whether only the number of matches is wanted: _summary=count or _count=0.</summary>
    public bool IsCountOnly => Count == 0 || Summary == SearchSummary.Count;

    /// <summary>Whether the search narrows the type at all; one without criteria would match every resource (conditional interactions refuse it).</summary>
    public bool HasCriteria => Criteria.Count > 0;

    /// <summary>What was left out of the search, for an OperationOutcome in the bundle.</summary>
    public IReadOnlyList<SearchIssue> Warnings { get; internal init; } = [];

    /// <summary>All of these must hold.</summary>
    internal IReadOnlyList<Criterion> Criteria { get; init; } = [];

    /// <summary>Sort order, most significant first; empty: the order in which resources were first written.</summary>
    internal IReadOnlyList<SortKey> Sort { get; init; } = [];

    /// <summary>What to add to the matches.</summary>
    internal IReadOnlyList<Inclusion> Inclusions { get; init; } = [];

    /// <summary>Where the page begins; null for the first.</summary>
    internal SearchCursor? Cursor { get; private init; }

    /// <summary>The compartment searched, <c>Patient/x</c>; empty without one.</summary>
    internal string Place { get; init; } = "";

    /// <summary>The parameters that were understood, in order, as they go into a link.</summary>
    internal IReadOnlyList<(string Name, string Value)> Understood { get; init; } = [];

    /// <summary>Makes index rows of older versions, for cursors whose resource has changed.</summary>
    internal ResourceIndexer? Indexer { get; init; }

    /// <summary>Limits and the time zone.</summary>
    internal SearchOptions Options { get; init; } = new();

    internal SearchRequest At(SearchCursor cursor) => new(Type, Types)
    {
        Count = Count,
        Total = Total,
        Summary = Summary,
        Elements = Elements,
        Warnings = Warnings,
        Criteria = Criteria,
        Sort = Sort,
        Inclusions = Inclusions,
        Place = Place,
        Understood = Understood,
        Indexer = Indexer,
        Options = Options,
        Cursor = cursor,
    };

    /// <summary>
    /// The search as the server understood it, percent-encoded without question mark: for the bundle's self link, and with <paramref name="cursor"/> for a next link.
    /// Parameters that were left out are absent, and so is the cursor of this page. A value in which a CPR number may stand is sealed: only this server can read it.
    /// </summary>
    /// <param name="cursor">Adds <see cref="SearchRequestParser.CursorParameter"/> with this value.</param>
    public string ToQueryString(string? cursor = null) => SearchQueryString.Write(this, cursor);
}
