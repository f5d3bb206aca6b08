using System.Text;
using System.Text.Json;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>Compares two snapshots element by element, property by property.</summary>
internal static class SnapshotComparison
{
    /// <summary>All differences, of the properties not excluded.</summary>
    public static List<SnapshotDifference> Compare(ResourceDocument expected, ResourceDocument actual, IReadOnlyCollection<string> excluded)
    {
        var differences = new List<SnapshotDifference>();
        var left = Elements(expected);
        var right = Elements(actual);
        foreach (var (id, element) in left)
        {
            if (right.TryGetValue(id, out var other))
            {
                CompareElements(id, element, other, excluded, differences);
            }
            else
            {
                differences.Add(new SnapshotDifference(id, "(element)", "there", "missing"));
            }
        }

        foreach (var id in right.Keys.Where(id => !left.ContainsKey(id)))
        {
            differences.Add(new SnapshotDifference(id, "(element)", "not there", "there"));
        }

        if (differences.TrueForAll(difference => difference.Property != "(element)") && !left.Keys.SequenceEqual(right.Keys))
        {
            differences.Add(new SnapshotDifference(left.Keys.Zip(right.Keys).First(pair => pair.First != pair.Second).First, "(order)", "here", "elsewhere"));
        }

        return differences;
    }

    private static Dictionary<string, Element> Elements(ResourceDocument document)
    {
        var elements = new Dictionary<string, Element>(StringComparer.Ordinal);
        foreach (var element in document.Root.Child("snapshot").ChildrenNamed("element"))
        {
            elements.TryAdd(element.ChildValue("id") ?? element.ChildValue("path") ?? "", element);
        }

        return elements;
    }

    private static void CompareElements(string id, Element expected, Element actual, IReadOnlyCollection<string> excluded, List<SnapshotDifference> differences)
    {
        var left = Properties(expected);
        var right = Properties(actual);
        foreach (var name in left.Keys.Union(right.Keys).Where(name => !excluded.Contains(name)).Order(StringComparer.Ordinal))
        {
            var one = left.GetValueOrDefault(name, "(none)");
            var other = right.GetValueOrDefault(name, "(none)");
            if (one != other)
            {
                differences.Add(new SnapshotDifference(id, name, one, other));
            }
        }
    }

    private static Dictionary<string, string> Properties(Element element)
    {
        using var json = JsonDocument.Parse(element.RawJson);
        return json.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => Canonical(property.Value), StringComparer.Ordinal);
    }

    private static string Canonical(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    text.Append(property.Name).Append(':');
                    Append(text, property.Value);
                    text.Append(' ');
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    Append(text, item);
                    text.Append(' ');
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                text.Append('"').Append(value.GetString()!.ReplaceLineEndings("\\n").Replace("\t", "\\t")).Append('"');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }
}
