using System.Text.RegularExpressions;
using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>The room's texts, of every family.</summary>
public sealed partial class PsychiatryMessageTests
{
    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_placeholders()
    {
        var english = PsychiatryMessages.Catalogue.All(Language.English);
        var danish = PsychiatryMessages.Catalogue.All(Language.Danish);

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), danish.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal((text.Key, Placeholders(text.Value)), (text.Key, Placeholders(danish[text.Key]))));
    }

    private static string Placeholders(string text) => string.Join(' ', Placeholder().Matches(text).Select(static match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
