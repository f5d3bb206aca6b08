using System.Text.RegularExpressions;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>A regular expression that the whole value must match (extension regex on the element or its type). Bounded in time.</summary>
internal sealed class RegexRule(string pattern, string source) : ElementRule
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);
    private readonly Lazy<Regex?> compiled = new(() => Compile(pattern));

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        if (!element.HasValue)
        {
            return;
        }

        if (compiled.Value is not { } regex)
        {
            run.Report(IssueSeverity.Warning, IssueCode.Exception, element, "value.regex-faulty", source, pattern);
            return;
        }

        try
        {
            if (!regex.IsMatch(element.Value!))
            {
                run.Report(IssueSeverity.Error, IssueCode.Value, element, "value.regex", source, pattern);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            run.Report(IssueSeverity.Warning, IssueCode.TooCostly, element, "value.regex-too-costly", source, pattern);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"matches {pattern}";

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex($"^(?:{pattern})\\z", RegexOptions.CultureInvariant, Longest);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
