using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation;

namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>What our validator finds in a case, beside what the reference validator found.</summary>
internal sealed class SuiteOutcome
{
    private static readonly TerminologyService Terminology = new(DefinitionLibrary.R4);
    private static readonly ConcurrentDictionary<SuiteOptions, Validator> Validators = new();
    private static readonly Lazy<IReadOnlyList<SuiteOutcome>> Outcomes = new(() => [.. SuiteIndex.All.Where(IsAskedFor).Select(Of)]);

    private SuiteOutcome(SuiteCase suiteCase, IReadOnlyList<ValidationIssue> issues, string? crash)
    {
        Case = suiteCase;
        Issues = issues;
        Crash = crash;
    }

    /// <summary>All cases, each run once; those alone whose id contains the text of SUITE_CASE where that is set.</summary>
    public static IReadOnlyList<SuiteOutcome> All => Outcomes.Value;

    public SuiteCase Case { get; }

    /// <summary>Our findings.</summary>
    public IReadOnlyList<ValidationIssue> Issues { get; }

    /// <summary>The exception that ended the validation; null when none did, as must be.</summary>
    public string? Crash { get; }

    public bool HasErrors => Crash is not null || Errors.Any();

    public IEnumerable<ValidationIssue> Errors => Issues.Where(issue => issue.Severity <= IssueSeverity.Error);

    public SortedSet<string> Places => new(Errors.Select(issue => SuiteExpression.Comparable(issue.Expression)), StringComparer.Ordinal);

    public bool VerdictAgrees => Crash is null && HasErrors == Case.ExpectsErrors;

    public bool PlacesAgree => Crash is null && Case.ExpectedPlaces.All(IsFound) && Places.All(IsExpected);

    private bool IsFound(string expected) => Places.Any(place => SuiteExpression.IsSamePlace(place, expected));

    private bool IsExpected(string place) => Case.ExpectedPlaces.Any(expected => SuiteExpression.IsSamePlace(place, expected));

    /// <summary>Both sides' errors, to work from.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"## {Case.Id} [{Case.Tier} {Case.Module}]{(Case.IsConsensus ? " CONSENSUS" : "")}{(VerdictAgrees ? "" : " VERDICT DIFFERS")}");
        foreach (var issue in Case.Expected.Where(issue => issue.IsError))
        {
            var place = SuiteExpression.Comparable(issue.Expression);
            text.AppendLine(CultureInfo.InvariantCulture, $"  {(IsFound(place) ? "both  " : "theirs")} {place} | {issue.Code} | {issue.Text}{(issue.FromTerminologyServer ? " | TX" : "")}");
        }

        foreach (var issue in Errors)
        {
            var place = SuiteExpression.Comparable(issue.Expression);
            text.AppendLine(CultureInfo.InvariantCulture, $"  {(IsExpected(place) ? "both  " : "ours  ")} {place} | {issue.Code} | {issue.MessageId}: {issue.Text(Language.English)} ({issue.Source})");
        }

        if (Crash is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  CRASH {Crash}");
        }

        return text.ToString();
    }

    private static bool IsAskedFor(SuiteCase suiteCase) =>
        Environment.GetEnvironmentVariable("SUITE_CASE") is not { Length: > 0 } wanted || suiteCase.Id.Contains(wanted, StringComparison.Ordinal);

    private static SuiteOutcome Of(SuiteCase suiteCase)
    {
        try
        {
            var scope = new SuiteScope(suiteCase.Loaded);
            var validator = Validators.GetOrAdd(suiteCase.Options, static options => new Validator(DefinitionLibrary.R4, options.ToValidatorOptions(), Terminology));
            var request = new ValidationRequest
            {
                Scope = scope.Scope,
                Profiles = suiteCase.Profile is { } profile ? [scope.CanonicalOf(profile)] : [],
                Resolve = SuiteFile.Target,
            };
            return new SuiteOutcome(suiteCase, validator.Validate(SuiteFile.Read(suiteCase.File), request).Issues, crash: null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new SuiteOutcome(suiteCase, [], exception.ToString());
        }
    }
}
