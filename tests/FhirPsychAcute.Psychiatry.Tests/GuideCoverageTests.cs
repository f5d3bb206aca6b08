using System.Reflection;
using System.Text.Json.Nodes;

namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>The guide is whole: every profile has examples and wrong variants, every measure of the law an example, every definition its text in both languages.</summary>
public sealed class GuideCoverageTests
{
    private const int LeastVariants = 2;

    private static readonly List<JsonNode> Definitions = [.. Directory.EnumerateFiles(Checkout.Locate("profiles/compiled"), "*.json").Order(StringComparer.Ordinal).Select(file => JsonNode.Parse(File.ReadAllText(file))!)];

    // Profiles that each example file claims, those of the resources inside a Bundle included; Measures are their own examples.
    private static readonly Dictionary<string, HashSet<string>> Claims = Directory.EnumerateFiles(Checkout.Locate("profiles/compiled/examples"), "*.json")
        .Select(file => (Name: Path.GetFileNameWithoutExtension(file), File: file))
        .Concat(Directory.EnumerateFiles(Checkout.Locate("profiles/compiled"), "Measure-*.json").Select(file => (Name: $"../{Path.GetFileNameWithoutExtension(file)}", File: file)))
        .ToDictionary(example => example.Name, example => Claimed(JsonNode.Parse(File.ReadAllText(example.File))!).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    [Fact]
    public void Every_profile_has_an_example()
    {
        var shown = Claims.Values.SelectMany(static claimed => claimed).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Profiles().Where(profile => !shown.Contains(profile)));
    }

    [Fact]
    public void Every_profile_has_at_least_two_wrong_variants()
    {
        var counts = Profiles().ToDictionary(static profile => profile, static _ => 0, StringComparer.Ordinal);
        foreach (var example in Variants())
        {
            foreach (var profile in Claims[example].Where(counts.ContainsKey))
            {
                counts[profile]++;
            }
        }

        Assert.Equal([], counts.Where(static count => count.Value < LeastVariants).Select(static count => $"{count.Key}: {count.Value}"));
    }

    [Fact]
    public void Every_measure_of_the_law_has_an_example()
    {
        var codes = Definitions.Single(static definition => Text(definition, "id") == "psychacute-coercion-measure" && Text(definition, "resourceType") == "CodeSystem")["concept"]!.AsArray().Select(static concept => Text(concept!, "code"));
        var shown = Directory.EnumerateFiles(Checkout.Locate("profiles/compiled/examples"), "Procedure-*.json")
            .SelectMany(static file => JsonNode.Parse(File.ReadAllText(file))!["code"]?["coding"]?.AsArray().Select(static coding => Text(coding!, "code")) ?? []).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], codes.Where(code => !shown.Contains(code)));
    }

    [Fact]
    public void Every_definition_has_its_title_in_English_and_its_description_in_Danish()
    {
        var silent = Definitions
            .Where(static definition => Text(definition, "resourceType") is "StructureDefinition" or "CodeSystem" or "ValueSet" or "OperationDefinition" or "Measure")
            .Where(static definition => !IsTranslated(definition, "_title", "en") || !IsTranslated(definition, "_description", "da"))
            .Select(static definition => $"{Text(definition, "resourceType")}/{Text(definition, "id")}");

        Assert.Empty(silent);
    }

    private static IEnumerable<string> Profiles() => Definitions
        .Where(static definition => Text(definition, "resourceType") == "StructureDefinition" && Text(definition, "kind") == "resource" && Text(definition, "derivation") == "constraint")
        .Select(static definition => Text(definition, "url")!);

    // The examples that the theories of this project change, once for each change.
    private static IEnumerable<string> Variants() =>
        from type in typeof(GuideCoverageTests).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        from data in method.GetCustomAttributes<InlineDataAttribute>()
        let arguments = data.GetData(method).Single()
        where arguments is [string name, string, ..] && Claims.ContainsKey(name)
        select (string)arguments[0];

    private static IEnumerable<string> Claimed(JsonNode node) => node switch
    {
        JsonObject { } resource => (resource["resourceType"] is null ? [] : resource["meta"]?["profile"]?.AsArray().Select(static profile => profile!.GetValue<string>().Split('|')[0]) ?? [])
            .Concat(resource.SelectMany(static property => property.Value is null ? [] : Claimed(property.Value))),
        JsonArray items => items.SelectMany(static item => item is null ? [] : Claimed(item)),
        _ => [],
    };

    private static bool IsTranslated(JsonNode definition, string name, string language) =>
        definition[name]?["extension"]?.AsArray().Any(extension => extension!["extension"]?.AsArray().Any(part => part!["valueCode"]?.GetValue<string>() == language) == true) == true;

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();
}
