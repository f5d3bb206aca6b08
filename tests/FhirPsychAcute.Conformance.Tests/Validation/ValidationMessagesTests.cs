using System.Text;
using System.Text.RegularExpressions;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Validation;

public sealed partial class ValidationMessagesTests
{
    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_places()
    {
        var english = ValidationMessages.All(Language.English);
        var danish = ValidationMessages.All(Language.Danish);

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), danish.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(english.Where(text => !Places(text.Value).SetEquals(Places(danish[text.Key]))).Select(text => text.Key));
    }

    [Fact]
    public void Every_id_that_a_rule_names_has_a_text()
    {
        var texts = ValidationMessages.All(Language.English);
        var families = texts.Keys.Select(id => id[..id.IndexOf('.', StringComparison.Ordinal)]).ToHashSet(StringComparer.Ordinal);
        var named = Directory.EnumerateFiles(Checkout.Locate("src/FhirPsychAcute.Conformance"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Id().Matches(File.ReadAllText(file))).Select(match => match.Groups["id"].Value)
            .Where(id => families.Contains(id[..id.IndexOf('.', StringComparison.Ordinal)]) && !id.EndsWith(".json", StringComparison.Ordinal));

        Assert.Empty(named.Except(texts.Keys, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","active":"yes"}""", "'active' skal være en boolesk værdi i JSON (boolean), men her står en streng.")]
    [InlineData("""{"resourceType":"Patient","gendr":"x"}""", "Egenskaben 'gendr' er ukendt: Patient har intet sådant element.")]
    [InlineData("""{"resourceType":"Patient","birthDate":"x"}""", "'birthDate' er ikke en dato: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD og en dag, som findes i kalenderen.")]
    [InlineData("""{"resourceType":"Patient" """, "Teksten slutter midt i JSON'en.")]
    public void Structural_faults_speak_Danish(string json, string text)
    {
        var fault = ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionStore.R4.Schema).Issues[0];

        Assert.Equal(text, StructureIssues.From(fault).Text(Language.Danish));
        Assert.Equal(fault.Message, StructureIssues.From(fault).Text(Language.English));
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex("\"(?<id>[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
