namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>
/// HL7's validator suite against lists of the cases that differ from the reference validator and why. To work on it: VALIDATOR_REPORT names a file that gets the counts and
/// every disagreement with both sides' texts, SUITE_CASE a part of the ids of the cases to run.
/// </summary>
public sealed class ValidatorSuite
{
    [ConformanceFact("conformance/validator/index.json")]
    public void Every_verdict_is_the_reference_validators_but_those_that_the_baseline_names() =>
        AssertNoDifferences(SuiteBaseline.Differences("validator-verdicts", SuiteOutcome.All, outcome => outcome.VerdictAgrees));

    [ConformanceFact("conformance/validator/index.json")]
    public void Every_case_without_terminology_server_has_its_errors_at_the_same_places_but_those_that_the_baseline_names() =>
        AssertNoDifferences(SuiteBaseline.Differences("validator-expressions", SuiteOutcome.All.Where(outcome => outcome.Case.Tier == 'A'), outcome => outcome.PlacesAgree));

    [ConformanceFact("conformance/validator/index.json")]
    public void Every_baselined_case_has_a_reason_and_is_in_the_suite()
    {
        var ids = SuiteIndex.All.Select(suiteCase => suiteCase.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, reason) in SuiteBaseline.Read("validator-verdicts").Concat(SuiteBaseline.Read("validator-expressions")))
        {
            Assert.True(ids.Contains(id), $"There is no case '{id}'.");
            Assert.True(reason.Length > 0, $"'{id}' has no reason.");
        }
    }

    [ConformanceFact("conformance/validator/index.json")]
    public void The_suite_has_all_its_cases() => Assert.Equal((277, 73), (SuiteIndex.All.Count(c => c.Profile is null), SuiteIndex.All.Count(c => c.Profile is not null)));

    [ConformanceFact("conformance/validator/index.json")]
    public void Where_two_engines_agree_on_the_verdict_ours_is_the_same() =>
        AssertNoDifferences(string.Concat(SuiteOutcome.All.Where(outcome => outcome.Case.IsConsensus && !outcome.VerdictAgrees).Select(outcome => outcome.Describe())));

    [ConformanceFact("conformance/validator/index.json")]
    public void No_case_ends_in_an_exception() => Assert.Equal("", string.Concat(SuiteOutcome.All.Where(outcome => outcome.Crash is not null).Select(outcome => outcome.Describe())));

    [ConformanceFact("conformance/validator/index.json")]
    public void The_report_has_a_row_for_every_tier()
    {
        var report = SuiteReport.Make(SuiteOutcome.All);
        Assert.StartsWith("| tier |", report, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("VALIDATOR_REPORT") is { Length: > 0 } file)
        {
            File.WriteAllText(file, report);
        }
    }

    private static void AssertNoDifferences(string differences) => Assert.True(differences.Length == 0, differences);
}
