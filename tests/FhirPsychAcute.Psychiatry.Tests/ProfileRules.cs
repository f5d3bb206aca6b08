using System.Text;
using FhirPsychAcute.Conformance;
using FhirPsychAcute.FhirPath;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Tests;

/// <summary>The invariants of the compiled profiles, and which of them a resource breaks.</summary>
internal static class ProfileRules
{
    private const string Canonical = "https://fhirpsychacute.dk/ig/StructureDefinition/";

    private static readonly Dictionary<string, List<Rule>> ByProfile = Directory
        .EnumerateFiles(Checkout.Locate("profiles/compiled"), "StructureDefinition-*.json")
        .Select(file => Parse(File.ReadAllText(file)).Root)
        .ToDictionary(definition => definition.ChildValue("url")!, Rules, StringComparer.Ordinal);

    /// <summary>Keys of the broken invariants that stand at the root of the profiles a resource claims, in the profiles' order.</summary>
    public static List<string> Broken(string json) => Broken(Parse(json).Root);

    /// <summary>The same for a resource inside a Bundle.</summary>
    public static List<string> Broken(Element resource)
    {
        var broken = new List<string>();
        foreach (var profile in resource.Child("meta").ChildrenNamed("profile"))
        {
            foreach (var rule in ByProfile[profile.Value!])
            {
                if (rule.Path == resource.Type.Name && !rule.Expression.IsTrue(resource))
                {
                    broken.Add(rule.Key);
                }
            }
        }

        return broken;
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
