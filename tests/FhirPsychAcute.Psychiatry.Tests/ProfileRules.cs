using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>The invariants of the compiled profiles, and which of them a resource breaks.</summary>
internal static class ProfileRules
{
    private const string Canonical = "https://fhirpsychacute.dk/ig/StructureDefinition/";

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, Element> Definitions = Directory
        .EnumerateFiles(Checkout.Locate("profiles/compiled"), "StructureDefinition-*.json")
        .Select(file => Parse(File.ReadAllText(file)).Root)
        .ToDictionary(definition => definition.ChildValue("url")!, StringComparer.Ordinal);

    private static readonly Dictionary<string, List<Rule>> ByProfile = Definitions.ToDictionary(pair => pair.Key, pair => Rules(pair.Value), StringComparer.Ordinal);

    /// <summary>Keys of the broken invariants that stand at the root of the profiles a resource claims, in the profiles' order and with those of the profiles they
    /// build on, then those of its extensions, then those of the resources in a Bundle.</summary>
    public static List<string> Broken(string json) => Broken(Parse(json).Root);

    /// <summary>The same for a resource inside a Bundle.</summary>
    public static List<string> Broken(Element resource)
    {
        var broken = new List<string>();
        foreach (var profile in resource.Child("meta").ChildrenNamed("profile"))
        {
            for (var url = profile.Value; url is not null && Definitions.TryGetValue(url, out var definition); url = definition.ChildValue("baseDefinition"))
            {
                broken.AddRange(ByProfile[url].Where(rule => rule.Path == resource.Type.Name && !rule.Expression.IsTrue(resource)).Select(rule => rule.Key));
            }
        }

        AddBrokenExtensions(resource, broken);
        foreach (var entry in resource.Type.Name == "Bundle" ? resource.ChildrenNamed("entry").ToList() : [])
        {
            broken.AddRange(Broken(entry.Child("resource")));
        }

        return broken;
    }

    /// <summary>
    /// Asserts that a variant of a compiled example breaks exactly these rules, named with spaces between. In the variant one text is replaced by another, or,
    /// where there is no other, the property at that path is left out.
    /// </summary>
    public static void AssertBreaks(string example, string right, string? wrong, string keys)
    {
        var json = File.ReadAllText(Checkout.Locate($"profiles/compiled/examples/{example}.json"));
        if (wrong is null)
        {
            var variant = JsonNode.Parse(json)!;
            var names = right.Split('.');
            var parent = names[..^1].Aggregate(variant, (node, name) => node is JsonArray array ? array[int.Parse(name, CultureInfo.InvariantCulture)]! : node[name]!);
            Assert.True(parent.AsObject().Remove(names[^1]), $"{example} has no {right}");
            json = variant.ToJsonString(Unescaped);
        }
        else
        {
            Assert.Contains(right, json, StringComparison.Ordinal);
            json = json.Replace(right, wrong, StringComparison.Ordinal);
        }

        Assert.Equal(keys.Split(' '), Broken(json));
    }

    /// <summary>Whether a value fulfils the invariants of an identifier profile, named without its prefix: <c>cpr</c>.</summary>
    public static bool Accepts(string identifierProfile, string value)
    {
        var patient = Parse($$"""{"resourceType":"Patient","identifier":[{"value":"{{value}}"}]}""");
        var element = patient.Root.Child("identifier").Child("value");
        return ByProfile[$"{Canonical}psychacute-{identifierProfile}-identifier"]
            .Where(rule => rule.Path == "Identifier.value")
            .All(rule => rule.Expression.IsTrue(element));
    }

    /// <summary>Reads a resource that must be right in its structure.</summary>
    public static ResourceDocument Parse(string json)
    {
        var parsed = ResourceDocument.Parse(Encoding.UTF8.GetBytes(json), DefinitionStore.R4.Schema);
        Assert.Empty(parsed.Issues);
        return parsed.Document!;
    }

    private static void AddBrokenExtensions(Element element, List<string> broken)
    {
        foreach (var child in element.Children)
        {
            if (child.Name == "extension" && child.ChildValue("url") is { } url && ByProfile.TryGetValue(url, out var rules))
            {
                broken.AddRange(rules.Where(rule => rule.Path == "Extension" && !rule.Expression.IsTrue(child)).Select(rule => rule.Key));
            }

            AddBrokenExtensions(child, broken);
        }
    }

    private static List<Rule> Rules(Element definition)
    {
        var rules = new List<Rule>();
        foreach (var element in definition.Child("differential").ChildrenNamed("element"))
        {
            foreach (var constraint in element.ChildrenNamed("constraint"))
            {
                var expression = CompiledExpression.Compile(constraint.ChildValue("expression")!, DefinitionStore.R4.Schema, CompileOptions.R4Definitions);
                rules.Add(new Rule(element.ChildValue("path")!, constraint.ChildValue("key")!, expression));
            }
        }

        return rules;
    }

    private sealed record Rule(string Path, string Key, CompiledExpression Expression);
}
