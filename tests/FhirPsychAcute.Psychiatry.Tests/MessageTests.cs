using System.Text.RegularExpressions;
using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>The room's texts: whole in both languages, with the same placeholders.</summary>
public sealed partial class MessageTests
{
    [Fact]
    public void Every_text_is_there_in_English_and_Danish_with_the_same_placeholders()
    {
        var english = PsychiatryMessages.Catalogue.All(Language.English);
        var danish = PsychiatryMessages.Catalogue.All(Language.Danish);

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), danish.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal((text.Key, Placeholders(text.Value)), (text.Key, Placeholders(danish[text.Key]))));
        Assert.All(english.Keys, id => Assert.Contains('.', id));
    }

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
