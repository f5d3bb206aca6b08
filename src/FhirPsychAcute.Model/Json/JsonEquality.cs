using System.Globalization;
using System.Text.Json;

namespace FhirPsychAcute.Model;

/// <summary>
/// Compares JSON texts: equal are those that differ only in the order of properties, in white space outside of strings, and in how strings are escaped.
/// Numbers are compared as they are written. For tests and tools, not for hot paths.
/// </summary>
public static class JsonEquality
{
    /// <summary>Properties that a server sets: <c>id</c>, <c>meta.versionId</c> and <c>meta.lastUpdated</c>.</summary>
    public static IReadOnlyList<string> ServerFields { get; } = ["id", "meta.versionId", "meta.lastUpdated"];

    /// <summary>Where two texts first differ, as a path (<c>name[0].family</c>, <c>(root)</c>); null when they are equal.</summary>
    /// <param name="left">JSON text.</param>
    /// <param name="right">JSON text.</param>
    /// <param name="ignored">Paths not compared; an object that has no other properties than these counts as absent.</param>
    /// <exception cref="JsonException">A text is not JSON.</exception>
    public static string? Difference(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right, IReadOnlyList<string>? ignored = null)
    {
        var options = new JsonDocumentOptions { MaxDepth = 1000 };
        using var leftText = JsonDocument.Parse(left, options);
        using var rightText = JsonDocument.Parse(right, options);
        return Difference(leftText.RootElement, rightText.RootElement, "", ignored ?? []);
    }

    private static string? Difference(JsonElement left, JsonElement right, string path, IReadOnlyList<string> ignored)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return Named(path);
        }

        switch (left.ValueKind)
        {
            case JsonValueKind.Object:
                return ObjectDifference(left, right, path, ignored);
            case JsonValueKind.Array:
                if (left.GetArrayLength() != right.GetArrayLength())
                {
                    return Named(path);
                }

                return ArrayDifference(left, right, path, ignored);
            case JsonValueKind.String:
                return string.Equals(left.GetString(), right.GetString(), StringComparison.Ordinal) ? null : Named(path);
            case JsonValueKind.Number:
                return string.Equals(left.GetRawText(), right.GetRawText(), StringComparison.Ordinal) ? null : Named(path);
            default:
                return null;
        }
    }

    private static string? ArrayDifference(JsonElement left, JsonElement right, string path, IReadOnlyList<string> ignored)
    {
        var others = right.EnumerateArray();
        var index = 0;
        foreach (var item in left.EnumerateArray())
        {
            others.MoveNext();
            if (Difference(item, others.Current, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), ignored) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? ObjectDifference(JsonElement left, JsonElement right, string path, IReadOnlyList<string> ignored)
    {
        foreach (var property in left.EnumerateObject())
        {
            var inner = Inner(path, property.Name);
            if (IsAbsent(property.Value, inner, ignored))
            {
                continue;
            }

            if (!right.TryGetProperty(property.Name, out var other))
            {
                return inner;
            }

            if (Difference(property.Value, other, inner, ignored) is { } difference)
            {
                return difference;
            }
        }

        foreach (var property in right.EnumerateObject())
        {
            var inner = Inner(path, property.Name);
            if (!left.TryGetProperty(property.Name, out _) && !IsAbsent(property.Value, inner, ignored))
            {
                return inner;
            }
        }

        return null;
    }

    private static bool IsAbsent(JsonElement value, string path, IReadOnlyList<string> ignored)
    {
        if (ignored.Contains(path, StringComparer.Ordinal))
        {
            return true;
        }

        var hasIgnored = ignored.Any(other => other.StartsWith(path + ".", StringComparison.Ordinal));
        return hasIgnored && value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(property => IsAbsent(property.Value, Inner(path, property.Name), ignored));
    }

    private static string Inner(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Named(string path) => path.Length == 0 ? "(root)" : path;
}
