using System.Text.RegularExpressions;

namespace FhirPsychAcute.Server.Tests;

public sealed class MessagesTests
{
    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_placeholders()
    {
        var english = Messages.Texts(Language.English);
        var danish = Messages.Texts(Language.Danish);

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), danish.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Placeholders(text.Value), Placeholders(danish[text.Key])));
    }

    [Fact]
    public void Every_text_that_the_program_names_is_there()
    {
        var known = Messages.Texts(Language.English);
        var sources = Directory.EnumerateFiles(Checkout.Locate("src/FhirPsychAcute.Server"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        var used = known.Keys.Where(id => sources.Exists(source => source.Contains($"\"{id}\"", StringComparison.Ordinal)));

        Assert.Equal(known.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.Empty(sources.SelectMany(source => Regex.Matches(source, "IssueCode\\.[A-Za-z]+, \"(?<id>[a-z-]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            .Select(match => match.Groups["id"].Value).Except(known.Keys, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Placeholders(string text) =>
        Regex.Matches(text, @"\{[0-9]\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
