using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>
/// The texts of findings by id, from <c>Messages/*.en.json</c> and <c>Messages/*.da.json</c>: one pair of files per family of rules, ids beginning with the
/// family's name (<c>bundle.fullurl-relative</c> in <c>bundle.en.json</c>). Read when the first text is needed.
/// </summary>
public static class ValidationMessages
{
    private static readonly Lazy<FrozenDictionary<string, string>> English = new(() => Load("en"));
    private static readonly Lazy<FrozenDictionary<string, string>> Danish = new(() => Load("da"));

    /// <summary>The text of that id with its placeholders filled.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public static string Get(Language language, string id, IReadOnlyList<object> arguments)
    {
        var text = All(language).TryGetValue(id, out var found) ? found : throw new KeyNotFoundException($"There is no message '{id}'.");
        return arguments.Count == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, [.. arguments]);
    }

    /// <summary>All texts of a language by id.</summary>
    public static IReadOnlyDictionary<string, string> All(Language language) => (language == Language.Danish ? Danish : English).Value;

    private static FrozenDictionary<string, string> Load(string language)
    {
        var assembly = typeof(ValidationMessages).Assembly;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith("validation.", StringComparison.Ordinal) || !name.EndsWith($".{language}.json", StringComparison.Ordinal))
            {
                continue;
            }

            using var stream = assembly.GetManifestResourceStream(name)!;
            using var json = JsonDocument.Parse(stream);
            foreach (var text in json.RootElement.EnumerateObject())
            {
                texts.Add(text.Name, text.Value.GetString()!);
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
