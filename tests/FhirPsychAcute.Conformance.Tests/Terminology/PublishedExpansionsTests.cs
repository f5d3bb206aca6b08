using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Terminology.Expansion;
using FhirPsychAcute.Conformance.Terminology.ValueSets;
using FhirPsychAcute.Model;
using FhirPsychAcute.TestData;

namespace FhirPsychAcute.Conformance.Tests.Terminology;

/// <summary>The value sets of R4 worked out from their definitions, beside what HL7 published as their expansions.</summary>
public sealed class PublishedExpansionsTests
{
    private const string BaselineFile = "tests/FhirPsychAcute.Conformance.Tests/Terminology/Baselines/published-expansions.txt";

    [OfficialExamplesFact]
    public void Every_value_set_has_the_codes_of_its_published_expansion_but_those_that_the_baseline_names()
    {
        var baseline = File.ReadLines(Checkout.Locate(BaselineFile))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')[0])
            .ToHashSet(StringComparer.Ordinal);
        var scope = DefinitionLibrary.R4.Root;
        var compared = 0;
        var differences = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Checkout.Locate("profiles/node_modules/hl7.fhir.r4.expansions"), "ValueSet-*.json"))
        {
            var published = ResourceDocument.Parse(File.ReadAllBytes(file), scope.Schema).Document!.Root;
            var canonical = $"{published.ChildValue("url")}|{published.ChildValue("version")}";
            if (!scope.TryResolve(canonical, out var definition) || !published.Child("expansion").Exists)
            {
                continue;
            }

            compared++;
            if (Difference(definition, published.Child("expansion")) is { } difference)
            {
                differences[definition.Canonical] = difference;
            }
        }

        var wrong = differences.Where(pair => !baseline.Contains(pair.Key)).Select(pair => $"{pair.Key}\t{pair.Value}");
        var mended = baseline.Where(canonical => !differences.ContainsKey(canonical)).Select(canonical => $"{canonical}\tis right now: take it out of the baseline");
        var all = string.Join('\n', wrong.Concat(mended));
        Assert.True(all.Length == 0, all);
        Assert.True(compared > 500, $"only {compared} value sets were compared");
    }

    private static string? Difference(Definition definition, Element expansion)
    {
        var rules = ValueSetCompiler.Compile(definition.Document.Root, ValueSetCompiler.ViewOf(definition.Scope));
        var computed = ValueSetExpander.Expand(rules);
        if (computed.Fault is { } fault)
        {
            return $"{fault.MessageId} {string.Join(' ', fault.Arguments)}";
        }

        var names = CompiledDefinitions.NamesOf(definition.Scope.Schema);
        var published = new GivenExpansion(expansion, names);
        var expected = published.Entries.Where(entry => entry.Child("code").HasValue).Select(entry => $"{entry.ChildValue("system")}#{entry.ChildValue("code")}").ToHashSet(StringComparer.Ordinal);
        // HL7 published flat lists, without the concepts that only group others.
        var actual = computed.Codes.Where(code => !code.IsAbstract).Select(code => $"{code.System}#{code.Code}").ToHashSet(StringComparer.Ordinal);
        var missing = expected.Except(actual, StringComparer.Ordinal).ToList();
        var additional = actual.Except(expected, StringComparer.Ordinal).ToList();
        return missing.Count == 0 && (additional.Count == 0 || !published.IsWhole) ? null
            : $"{missing.Count} missing ({string.Join(' ', missing.Take(2))}), {additional.Count} more ({string.Join(' ', additional.Take(2))})";
    }
}
