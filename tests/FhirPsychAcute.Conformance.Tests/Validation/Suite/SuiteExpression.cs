using System.Text.RegularExpressions;

namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>Expressions in a form in which two engines' can be compared; each step takes away a way of writing, never a place.</summary>
internal static partial class SuiteExpression
{
    /// <summary>
    /// Without the comments <c>/*Patient/id*/</c> that the reference validator adds to resources, without white space, without the predicate <c>[url='..']</c> that it adds
    /// to an extension whose index it has given before. Where its XML reader speaks, it gives an XPath without positions: names alone, joined by dots.
    /// </summary>
    public static string Comparable(string expression)
    {
        var text = Comment().Replace(expression, "");
        text = UrlPredicate().Replace(text, "");
        text = WhiteSpace().Replace(text, "");
        return text.StartsWith("/f:", StringComparison.Ordinal) ? text[3..].Replace("/f:", ".", StringComparison.Ordinal) : text;
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.None, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<=\])\[url='[^']*'\]", RegexOptions.None, 1000)]
    private static partial Regex UrlPredicate();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();
}
