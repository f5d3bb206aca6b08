namespace FhirPsychAcute.Storage.Searching;

/// <summary>A search while it is being parsed.</summary>
internal sealed class SearchDraft(SearchHandling handling)
{
    public List<Criterion> Criteria { get; } = [];

    public List<SortKey> Sort { get; } = [];

    public List<Inclusion> Inclusions { get; } = [];

    public List<string> Elements { get; } = [];

    public List<(string Name, string Value)> Understood { get; } = [];

    public List<SearchIssue> Errors { get; } = [];

    public List<SearchIssue> Warnings { get; } = [];

    public int? Count { get; set; }

    public SearchTotal Total { get; set; }

    public SearchSummary Summary { get; set; }

    public string? Cursor { get; set; }

    /// <summary>Notes a fault that refuses the search.</summary>
    public void Error(SearchIssueCode code, string parameter, string message) => Errors.Add(new(code, SearchText.Shown(parameter), message));

    /// <summary>Notes something left out, which refuses the search under strict handling.</summary>
    public void LeaveOut(SearchIssueCode code, string parameter, string message) =>
        (handling == SearchHandling.Strict ? Errors : Warnings).Add(new(code, SearchText.Shown(parameter), message));
}
