using System.Text.RegularExpressions;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation;

namespace FhirPsychAcute.Conformance.Tests.Validation.Messages;

/// <summary>The tables of texts are whole: every id that the code gives has its text in both languages, and every text is given by some code.</summary>
public sealed partial class MessageTableTests
{
    private static readonly IReadOnlyDictionary<string, string> English = ValidationMessages.All(Language.English);
    private static readonly IReadOnlyDictionary<string, string> Danish = ValidationMessages.All(Language.Danish);

    [Fact]
    public void Both_languages_have_the_same_ids() => Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Danish.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_use_the_same_placeholders()
    {
        var different = English.Where(text => !Placeholders(text.Value).SetEquals(Placeholders(Danish[text.Key]))).Select(text => text.Key);
        Assert.Empty(different);
    }

    [Fact]
    public void Every_id_that_the_code_gives_has_a_text()
    {
        var families = English.Keys.Select(id => id.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        string[] fileEndings = [".json", ".tgz"];
        var missing = Literals().Where(id => families.Contains(id.Split('.')[0]) && !English.ContainsKey(id) && !fileEndings.Any(id.EndsWith));
        Assert.Empty(missing.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_text_is_given_by_some_code()
    {
        var made = Sources().SelectMany(source => MadeId().Matches(source)).Select(match => new Regex($"^{MadePart().Replace(match.Groups["id"].Value, ".+")}$", RegexOptions.None, TimeSpan.FromSeconds(1))).ToList();
        string[] unused = [.. English.Keys.Except(Literals(), StringComparer.Ordinal).Where(id => !made.Exists(pattern => pattern.IsMatch(id)))];
        Assert.Equal("", string.Join(", ", unused));
    }

    [Fact]
    public void No_text_is_the_same_in_both_languages() =>
        Assert.Empty(English.Where(text => text.Value == Danish[text.Key] && Placeholder().Replace(text.Value, "").Any(char.IsLetter)).Select(text => text.Key));

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    private static IEnumerable<string> Literals() => Sources().SelectMany(source => Id().Matches(source)).Select(match => match.Groups["id"].Value);

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Checkout.Locate("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    [GeneratedRegex(@"\{\d+\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    // Ids that are put together: $"snapshot.{property}-type".
    [GeneratedRegex("\\$\"(?<id>[a-z]+\\.[a-z0-9-]*\\{[a-z]+\\}[a-z0-9-]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MadeId();

    [GeneratedRegex(@"\{[a-z]+\}", RegexOptions.None, 1000)]
    private static partial Regex MadePart();

    [GeneratedRegex("\"(?<id>[a-z]+\\.[a-z0-9-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
