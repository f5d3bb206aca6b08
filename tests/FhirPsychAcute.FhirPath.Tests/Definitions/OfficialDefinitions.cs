using System.Text.Json;

namespace FhirPsychAcute.FhirPath.Tests.Definitions;

/// <summary>An invariant: key, expression and the path of the element that it stands on.</summary>
internal sealed record Invariant(string Key, string Path, string Expression, string Severity);

/// <summary>A search parameter: name, the types it is for, its expression.</summary>
internal sealed record SearchExpression(string Name, IReadOnlyList<string> Base, string Expression);

/// <summary>The expressions in R4's own definitions.</summary>
internal static class OfficialDefinitions
{
    public static IEnumerable<Invariant> Invariants()
    {
        foreach (var file in OfficialExamples.All.Where(file => file.Name.StartsWith("StructureDefinition-", StringComparison.Ordinal)))
        {
            using var document = JsonDocument.Parse(file.Read());
            if (!document.RootElement.TryGetProperty("snapshot", out var snapshot))
            {
                continue;
            }

            var isBase = document.RootElement.TryGetProperty("derivation", out var derivation) is false || derivation.GetString() == "specialization";
            foreach (var element in snapshot.GetProperty("element").EnumerateArray())
            {
                if (!element.TryGetProperty("constraint", out var constraints))
                {
                    continue;
                }

                foreach (var constraint in constraints.EnumerateArray().Where(constraint => constraint.TryGetProperty("expression", out _)))
                {
                    yield return new Invariant(
                        constraint.GetProperty("key").GetString()!,
                        isBase ? element.GetProperty("path").GetString()! : "",
                        constraint.GetProperty("expression").GetString()!,
                        constraint.GetProperty("severity").GetString()!);
                }
            }
        }
    }

    public static IEnumerable<SearchExpression> SearchParameters()
    {
        foreach (var file in OfficialExamples.All.Where(file => file.Name.StartsWith("SearchParameter-", StringComparison.Ordinal)))
        {
            using var document = JsonDocument.Parse(file.Read());
            var definition = document.RootElement;
            string[] types = definition.TryGetProperty("base", out var bases) ? [.. bases.EnumerateArray().Select(item => item.GetString()!)] : [];
            if (definition.TryGetProperty("expression", out var expression))
            {
                yield return new SearchExpression(file.Name, types, expression.GetString()!);
            }

            if (definition.TryGetProperty("component", out var components))
            {
                foreach (var component in components.EnumerateArray().Where(component => component.TryGetProperty("expression", out _)))
                {
                    yield return new SearchExpression(file.Name + ".component", types, component.GetProperty("expression").GetString()!);
                }
            }
        }
    }
}
