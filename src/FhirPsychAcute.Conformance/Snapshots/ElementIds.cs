namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>Ids of elements (R4 elementdefinition 2.28.0.1): the path with the name of the slice behind a colon where the way leads through one.</summary>
internal static class ElementIds
{
    /// <summary>
    /// The slice name for each part of the path, read from the id; null when there is no id, or one that does not agree with path and sliceName
    /// (tools have written ids of many kinds).
    /// </summary>
    public static string?[]? SliceNames(string? id, string[] names, string? sliceName)
    {
        var parts = id?.Split('.');
        if (parts is null || parts.Length != names.Length)
        {
            return null;
        }

        var slices = new string?[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var colon = parts[i].IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? parts[i] : parts[i][..colon];
            slices[i] = colon < 0 ? null : parts[i][(colon + 1)..];
            if (!IsSameName(name, names[i]) || slices[i]?.Length == 0)
            {
                return null;
            }
        }

        return string.Equals(slices[^1], sliceName, StringComparison.Ordinal) || (parts.Length == 1 && sliceName is null) ? slices : null;
    }

    /// <summary>Whether a choice written in full stands for one written with its type: <c>value[x]</c> for <c>valueQuantity</c>.</summary>
    public static bool IsChoiceOf(string choice, string name) =>
        choice.EndsWith("[x]", StringComparison.Ordinal)
        && name.Length > choice.Length - 3
        && name.AsSpan().StartsWith(choice.AsSpan(0, choice.Length - 3))
        && char.IsAsciiLetterUpper(name[choice.Length - 3]);

    private static bool IsSameName(string inId, string inPath) =>
        string.Equals(inId, inPath, StringComparison.Ordinal) || IsChoiceOf(inId, inPath) || IsChoiceOf(inPath, inId);
}
