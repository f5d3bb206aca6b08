using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirPsychAcute.Conformance.Snapshots;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Tests.Snapshots;

/// <summary>
/// Compares two snapshots element by element, property by property. Differences that say nothing of what instances may hold are passed over: the order of
/// constraints and mappings; the source of a constraint where the published one names none or names the resource for what its datatypes bring, and the kind of quotes in its texts; which edition's pages a link in a text leads
/// to; mustSupport that is false or absent; content references with or without the definition's url; slicing by url of an extension element that has no slices; a minimum
/// of a sliced element no higher than what its slices ask for together; which invariants a root lists
/// as concerning it; whether the definition or the use of an extension is asked for condition and isSummary;
/// what publishers add while they publish (versions pinned to canonicals, notes of where an extension came from, whether a binding is a
/// common one, the FHIR type behind the string of an id, names for generated classes, ballot status).
/// </summary>
internal static class SnapshotComparison
{
    private static readonly HashSet<string> PublishersNotes =
    [
        "http://hl7.org/fhir/StructureDefinition/elementdefinition-isCommonBinding",
        "http://hl7.org/fhir/StructureDefinition/elementdefinition-bindingName",
        "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type",
        "http://hl7.org/fhir/tools/StructureDefinition/snapshot-source",
        "http://hl7.org/fhir/StructureDefinition/structuredefinition-explicit-type-name",
        "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status",
    ];

    /// <summary>What is wrong with what was generated, in words: its faults, and its differences from what was published.</summary>
    public static List<string> Outcome(SnapshotResult made, ResourceDocument published, Func<string, string, bool>? excluded = null, bool keysOnly = false)
    {
        var outcome = made.Faults.Select(fault => $"FAULT\t{fault}").ToList();
        if (made.StructureDefinition is { } document)
        {
            outcome.AddRange(Compare(published, document, excluded ?? (static (_, _) => false), keysOnly).Select(difference => $"DIFF\t{difference}"));
        }

        return outcome;
    }

    /// <summary>All differences, of the properties not excluded.</summary>
    public static List<SnapshotDifference> Compare(ResourceDocument expected, ResourceDocument actual, Func<string, string, bool> excluded, bool keysOnly = false)
    {
        var differences = new List<SnapshotDifference>();
        var left = Elements(expected);
        var right = Elements(actual);
        var misnamed = "http://hl7.org/fhir/StructureDefinition/" + expected.Root.ChildValue("type");
        var unsliced = right.Keys.Where(id => !right.ContainsKey(id + ":") && !right.Keys.Any(other => other.StartsWith(id + ":", StringComparison.Ordinal))).ToHashSet(StringComparer.Ordinal);
        var asked = Asked(left);
        foreach (var (id, element) in left)
        {
            if (right.TryGetValue(id, out var other))
            {
                var sourceless = element.ChildrenNamed("constraint").ToList().Where(constraint => !constraint.Child("source").Exists || constraint.ChildValue("source") == misnamed).Select(constraint => constraint.ChildValue("key")!).ToHashSet(StringComparer.Ordinal);
                var one = Properties(element, sourceless, unsliced.Contains(id), keysOnly);
                var two = Properties(other, sourceless, unsliced.Contains(id), keysOnly);
                if (asked.GetValueOrDefault(id) is var least && least >= Min(element) && least >= Min(other))
                {
                    two["min"] = one.GetValueOrDefault("min", "(none)");
                }

                CompareElements(id, one, two, excluded, differences);
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

    // How many items the slices of a sliced element ask for in all.
    private static Dictionary<string, int> Asked(Dictionary<string, Element> elements)
    {
        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (id, element) in elements.Where(pair => pair.Value.Child("sliceName").Exists && pair.Key.Contains(':', StringComparison.Ordinal)))
        {
            var sliced = id[..id.LastIndexOf(':')];
            asked[sliced] = asked.GetValueOrDefault(sliced) + Min(element);
        }

        return asked;
    }

    private static int Min(Element element) => element.Child("min").TryGetInt32(out var min) ? min : 0;

    private static Dictionary<string, Element> Elements(ResourceDocument document)
    {
        var elements = new Dictionary<string, Element>(StringComparer.Ordinal);
        foreach (var element in document.Root.Child("snapshot").ChildrenNamed("element"))
        {
            elements.TryAdd(element.ChildValue("id") ?? element.ChildValue("path") ?? "", element);
        }

        return elements;
    }

    private static void CompareElements(string id, Dictionary<string, string> left, Dictionary<string, string> right, Func<string, string, bool> excluded, List<SnapshotDifference> differences)
    {
        foreach (var name in left.Keys.Union(right.Keys).Where(name => !excluded(id, name)).Order(StringComparer.Ordinal))
        {
            var one = left.GetValueOrDefault(name, "(none)");
            var other = right.GetValueOrDefault(name, "(none)");
            if (one != other)
            {
                differences.Add(new SnapshotDifference(id, name, one, other));
            }
        }
    }

    private static Dictionary<string, string> Properties(Element element, IReadOnlySet<string> sourceless, bool isUnsliced, bool keysOnly)
    {
        using var json = JsonDocument.Parse(WithoutPublishersNotes(element.RawJson));
        var isExtension = element.ChildValue("path")!.EndsWith("xtension", StringComparison.Ordinal);
        var properties = json.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => Canonical(property.Value), StringComparer.Ordinal);
        if (json.RootElement.TryGetProperty("constraint", out var constraints))
        {
            properties["constraint"] = string.Join(' ', constraints.EnumerateArray().Select(constraint => keysOnly ? constraint.GetProperty("key").GetString()! : Constraint(constraint, sourceless)).Order(StringComparer.Ordinal));
        }

        var isRoot = !element.ChildValue("path")!.Contains('.', StringComparison.Ordinal);
        if (isRoot || (isExtension && element.Child("sliceName").Exists))
        {
            properties.Remove("condition");
        }

        if (isExtension && element.Child("sliceName").Exists)
        {
            properties.Remove("isSummary");
        }

        if (json.RootElement.TryGetProperty("mapping", out var mappings))
        {
            properties["mapping"] = string.Join(' ', mappings.EnumerateArray().Select(Canonical).Distinct().Order(StringComparer.Ordinal));
        }

        if (element.ChildValue("mustSupport") is "false")
        {
            properties.Remove("mustSupport");
        }

        if (isUnsliced && isExtension)
        {
            properties.Remove("slicing");
        }

        if (element.ChildValue("contentReference") is { } reference)
        {
            properties["contentReference"] = reference[Math.Max(0, reference.IndexOf('#', StringComparison.Ordinal))..];
        }

        return properties;
    }

    private static ReadOnlyMemory<byte> WithoutPublishersNotes(ReadOnlyMemory<byte> element)
    {
        var json = JsonNode.Parse(element.Span)!;
        Prune(json);
        return JsonSerializer.SerializeToUtf8Bytes(json);
    }

    private static void Prune(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            if (members["extension"] is JsonArray extensions)
            {
                foreach (var extension in extensions.Where(extension => extension!["url"] is { } url && PublishersNotes.Contains(url.GetValue<string>())).ToList())
                {
                    extensions.Remove(extension);
                }

                if (extensions.Count == 0)
                {
                    members.Remove("extension");
                }
            }

            foreach (var member in members.ToList())
            {
                Prune(member.Value);
                if (member.Value is JsonValue value && value.TryGetValue<string>(out var text) && Unpinned(text) is var unpinned && unpinned.Length < text.Length)
                {
                    members[member.Key] = unpinned;
                }
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                Prune(items[i]);
                if (items[i] is JsonValue value && value.TryGetValue<string>(out var text) && Unpinned(text) is var unpinned && unpinned.Length < text.Length)
                {
                    items[i] = unpinned;
                }
            }
        }
    }

    // A canonical with a version behind it.
    private static string Unpinned(string text) =>
        text.StartsWith("http", StringComparison.Ordinal) && text.LastIndexOf('|') is var bar and > 0 && bar + 1 < text.Length && !text.Contains(' ', StringComparison.Ordinal) && char.IsAsciiDigit(text[bar + 1]) ? text[..bar] : text;

    private static string Constraint(JsonElement constraint, IReadOnlySet<string> sourceless)
    {
        var isSourceless = sourceless.Contains(constraint.GetProperty("key").GetString()!);
        return string.Join(' ', constraint.EnumerateObject().Where(property => !isSourceless || property.Name != "source").OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => $"{property.Name}:{Canonical(property.Value)}")).Replace('\'', '"');
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
                text.Append('"').Append(Text(value.GetString()!)).Append('"');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static string Text(string text) => text.TrimEnd()
        .ReplaceLineEndings("\\n").Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("http://hl7.org/fhir/R4/", "http://hl7.org/fhir/", StringComparison.Ordinal).Replace("http://hl7.org/fhir/R4B/", "http://hl7.org/fhir/", StringComparison.Ordinal)
        .Replace("](http://hl7.org/fhir/", "](", StringComparison.Ordinal);
}
