using System.Globalization;
using FhirPsychAcute.Conformance.Validation;

namespace FhirPsychAcute.Cli;

/// <summary>Faults as text for people.</summary>
internal static class FaultText
{
    /// <summary>The first fault with its place, and how many more there are.</summary>
    public static string Of(IReadOnlyList<ValidationIssue> issues, SourceLocation location, Texts texts)
    {
        var first = issues[0];
        var position = PositionIn(location, first);
        var text = texts.Format("FaultAt", Plain(position.Line), Plain(position.Column), first.Expression, first.Text(texts.Language));
        return issues.Count == 1 ? text : texts.Format("FaultsMore", text, issues.Count - 1);
    }

    /// <summary>The fault's line and column in its file: an NDJSON resource begins on a later line than the first.</summary>
    public static (long Line, int Column) PositionIn(SourceLocation location, ValidationIssue issue) =>
        (issue.Position.Line + (location.Line ?? 1) - 1, issue.Position.Column);

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
