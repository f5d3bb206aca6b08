using FhirPsychAcute.Model;

namespace FhirPsychAcute.FhirPath.Tests.Definitions;

/// <summary>R4's invariants compile, and hold on R4's examples but for those that are known not to.</summary>
public sealed class InvariantExpressions
{
    /// <summary>Invariants that fail on official examples, with the reason.</summary>
    private const string Findings = "tests/FhirPsychAcute.FhirPath.Tests/Baselines/invariant-findings.txt";

    [OfficialExamplesFact]
    public void Every_invariant_of_R4_compiles()
    {
        var faults = new HashSet<string>(StringComparer.Ordinal);
        foreach (var invariant in OfficialDefinitions.Invariants())
        {
            try
            {
                CompiledExpression.Compile(invariant.Expression, R4.Schema, CompileOptions.R4Definitions);
            }
            catch (FhirPathException fault)
            {
                faults.Add($"{invariant.Key}: {invariant.Expression}: {fault.Message}");
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [OfficialExamplesFact]
    public void Checking_against_the_schema_finds_the_one_invariant_of_R4_that_names_an_element_its_type_does_not_have()
    {
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var invariant in OfficialDefinitions.Invariants().Where(invariant => invariant.Path.Length > 0))
        {
            if (!R4.Schema.TryGetType(invariant.Path, out var type))
            {
                continue;
            }

            try
            {
                CompiledExpression.Compile(invariant.Expression, R4.Schema, CompileOptions.R4Definitions with { ContextType = type, Strict = true });
            }
            catch (FhirPathException fault)
            {
                faults.Add($"{invariant.Key}: {fault.Message}");
            }
        }

        Assert.Equal(["cid-0: line 1, column 1: ChargeItemDefinition has no element 'name'"], faults);
    }

    [OfficialExamplesFact]
    public void Every_base_invariant_holds_on_every_element_of_the_examples_but_for_known_findings()
    {
        var known = File.ReadAllLines(Checkout.Locate(Findings)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(':')[0].Trim()).ToHashSet(StringComparer.Ordinal);
        var byPath = ByPath();
        var found = new HashSet<string>(StringComparer.Ordinal);
        var report = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in OfficialExamples.Instances)
        {
            if (ResourceDocument.Parse(file.Read(), R4.Schema).Document is not { } document)
            {
                continue;
            }

            for (var at = 0; at < document.ElementCount; at++)
            {
                foreach (var (key, expression) in InvariantsOn(document.ElementAt(at), byPath))
                {
                    var finding = $"{file.Name} {key}";
                    if (!Holds(expression, document.ElementAt(at), out var reason) && found.Add(finding) && !known.Contains(finding))
                    {
                        report.Add($"{finding}: {document.ElementAt(at).Path}: {reason}");
                    }
                }
            }
        }

        foreach (var gone in known.Except(found))
        {
            report.Add($"{gone} holds now: take it out of the findings");
        }

        Assert.True(report.Count == 0, string.Join(Environment.NewLine, report));
    }

    private static bool Holds(CompiledExpression expression, Element element, out string reason)
    {
        reason = "does not hold";
        try
        {
            return expression.IsTrue(element, whenEmpty: true);
        }
        catch (FhirPathException fault)
        {
            reason = fault.Message;
            return false;
        }
    }

    private static Dictionary<string, List<(string Key, CompiledExpression Expression)>> ByPath()
    {
        var byPath = new Dictionary<string, List<(string Key, CompiledExpression Expression)>>(StringComparer.Ordinal);
        var compiled = new Dictionary<string, CompiledExpression>(StringComparer.Ordinal);
        foreach (var invariant in OfficialDefinitions.Invariants().Where(invariant => invariant is { Path.Length: > 0, Severity: "error" }))
        {
            if (!byPath.TryGetValue(invariant.Path, out var list))
            {
                byPath.Add(invariant.Path, list = []);
            }

            if (!compiled.TryGetValue(invariant.Expression, out var expression))
            {
                compiled.Add(invariant.Expression, expression = CompiledExpression.Compile(invariant.Expression, R4.Schema, CompileOptions.R4Definitions));
            }

            if (!list.Exists(item => item.Key == invariant.Key))
            {
                list.Add((invariant.Key, expression));
            }
        }

        return byPath;
    }

    /// <summary>Those of the element's definition, and those of its type.</summary>
    private static IEnumerable<(string Key, CompiledExpression Expression)> InvariantsOn(Element element, Dictionary<string, List<(string Key, CompiledExpression Expression)>> byPath)
    {
        var ofType = byPath.GetValueOrDefault(element.Type.Name) ?? [];
        var ofElement = element.Schema is { } schema && schema.Path != element.Type.Name ? byPath.GetValueOrDefault(schema.Path) ?? [] : [];
        return ofType.Concat(ofElement.Where(item => !ofType.Exists(other => other.Key == item.Key)));
    }
}
