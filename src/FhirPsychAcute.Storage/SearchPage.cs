namespace FhirPsychAcute.Storage;

/// <summary>Why an entry is in a search result (http://hl7.org/fhir/search-entry-mode).</summary>
public enum SearchEntryMode : byte
{
    /// <summary>match.</summary>
    Match,
    /// <summary>include.</summary>
    Include,
}

/// <summary>A page of search results.</summary>
/// <param name="Entries">Matches in sort order, then what was included.</param>
/// <param name="Total">Number of matches in all, where it was asked for or is known anyway; otherwise null.</param>
/// <param name="NextCursor">Opaque start of the next page, null on the last.</param>
public sealed record SearchPage(IReadOnlyList<(StoredVersion Version, SearchEntryMode Mode)> Entries, long? Total, string? NextCursor)
{
    /// <summary>Whether more would have been included than <see cref="SearchOptions.MaxIncluded"/> allows; what is beyond it is missing from the page.</summary>
    public bool IsIncludedCut { get; init; }
}
