using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Cli;

/// <summary>A resource of a file, and what was found in it.</summary>
/// <param name="Source">The resource.</param>
/// <param name="Findings">The findings that are shown, their lines those of the file.</param>
/// <param name="Errors">Errors, shown or not.</param>
internal sealed record CheckedSource(SourceResource Source, IReadOnlyList<ValidationIssue> Findings, int Errors)
{
    /// <summary>Checks a resource.</summary>
    /// <param name="source">The resource.</param>
    /// <param name="validator">The validator.</param>
    /// <param name="request">What it is checked against.</param>
    /// <param name="lowest">The least grave findings that are shown.</param>
    public static CheckedSource Of(SourceResource source, Validator validator, ValidationRequest request, IssueSeverity lowest)
    {
        IReadOnlyList<ValidationIssue> all = source.Problem is { } problem ? [problem] : validator.Validate(source.Read(validator.Library.Schema), request).Issues;
        if (all.Count == 0)
        {
            return new CheckedSource(source, [], 0);
        }

        var shown = new List<ValidationIssue>(all.Count);
        var errors = 0;
        foreach (var finding in all)
        {
            errors += finding.Severity <= IssueSeverity.Error ? 1 : 0;
            if (finding.Severity <= lowest)
            {
                shown.Add(source.Location.Line is { } line ? finding with { Position = Below(finding.Position, line) } : finding);
            }
        }

        return new CheckedSource(source, shown, errors);
    }

    // A resource of an NDJSON file begins on a later line than the first.
    private static SourcePosition Below(SourcePosition position, long line) =>
        position with { Line = (int)Math.Min(position.Line + line - 1, int.MaxValue) };
}
