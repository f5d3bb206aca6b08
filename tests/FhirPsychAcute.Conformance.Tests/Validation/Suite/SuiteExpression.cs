using System.Text.RegularExpressions;

namespace FhirPsychAcute.Conformance.Tests.Validation.Suite;

/// <summary>Expressions in a form in which two engines' can be compared; each step takes away a way of writing, never a place.</summary>
internal static partial class SuiteExpression
{
    /// <summary>
    /// Without the comments <c>/*Patient/id*/</c> that the reference validator adds to resources, without white space, without the predicate <c>[url='..']</c> that it adds
    /// to an extension whose index it has given before. <c>(xml)</c> stands for a text that is no XML, which has no elements; nothing is its expression, as for a text that
    /// is no JSON.
    /// </summary>
    public static string Comparable(string expression)
    {
        var text = Comment().Replace(expression, "");
        text = UrlPredicate().Replace(text, "");
        text = WhiteSpace().Replace(text, "");
        return text == "(xml)" ? "" : text;
    }

    /// <summary>
    /// Whether two comparable expressions mean the same place. Where the reference's XML reader speaks, it gives an XPath without positions and with the names of the XML:
    /// <c>/f:Patient/f:name</c>, <c>/f:Observation/f:valueInteger</c>, or only its end.
    /// </summary>
    public static bool IsSamePlace(string ours, string theirs)
    {
        if (ours == theirs)
        {
            return true;
        }

        if (!theirs.Contains("/f:", StringComparison.Ordinal))
        {
            return false;
        }

        var names = ChoiceType().Replace(Position().Replace(ours, ""), match => char.ToUpperInvariant(match.Groups["type"].Value[0]) + match.Groups["type"].Value[1..]);
        var path = "/f:" + names.Replace(".", "/f:", StringComparison.Ordinal);
        return theirs[0] == '/' ? path == theirs : path.EndsWith(theirs[theirs.IndexOf("/f:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.None, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<=\])\[url='[^']*'\]", RegexOptions.None, 1000)]
    private static partial Regex UrlPredicate();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\[\d+\]", RegexOptions.None, 1000)]
    private static partial Regex Position();

    [GeneratedRegex(@"\.ofType\((?<type>\w+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChoiceType();
}
