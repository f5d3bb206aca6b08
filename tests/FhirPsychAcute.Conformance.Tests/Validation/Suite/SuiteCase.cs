namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>One run of a case: the resource against its base type and claimed profiles, or besides against the profile that the case names.</summary>
/// <param name="Id">Name in the baselines: the case's id and <c>base</c> or <c>profile</c>.</param>
/// <param name="Module">The suite's own grouping: profile, questionnaire, tx, bundle ...</param>
/// <param name="Tier">A: needs no terminology server; B: only warnings of one; C: errors of one.</param>
/// <param name="File">The resource, relative to the suite's files.</param>
/// <param name="Loaded">Files that the reference run had loaded.</param>
/// <param name="Profile">File of the profile to check against; null for the base run.</param>
/// <param name="Options">The switches of the case.</param>
/// <param name="Expected">What the reference validator found.</param>
/// <param name="IsConsensus">Another engine gives the same verdict.</param>
internal sealed record SuiteCase(
    string Id,
    string Module,
    char Tier,
    string File,
    IReadOnlyList<string> Loaded,
    string? Profile,
    SuiteOptions Options,
    IReadOnlyList<SuiteIssue> Expected,
    bool IsConsensus)
{
    /// <summary>Whether the reference validator finds an error.</summary>
    public bool ExpectsErrors => Expected.Any(issue => issue.IsError);

    /// <summary>The places where the reference validator finds errors, each once, in a form that can be compared.</summary>
    public SortedSet<string> ExpectedPlaces =>
        new(Expected.Where(issue => issue.IsError).Select(issue => SuiteExpression.Comparable(issue.Expression)), StringComparer.Ordinal);
}
