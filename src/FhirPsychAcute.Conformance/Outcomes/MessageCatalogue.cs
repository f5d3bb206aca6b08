using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace FhirPsychAcute.Conformance.Outcomes;

/// <summary>
/// Texts that people read, by id, in English and Danish: from the JSON objects that an assembly carries as resources named
/// <c>PREFIX[family.]en.json</c> and <c>PREFIX[family.]da.json</c>. Read when the first text is needed. Safe for any number of threads.
/// </summary>
public sealed class MessageCatalogue
{
    private readonly Lazy<FrozenDictionary<string, string>> english;
    private readonly Lazy<FrozenDictionary<string, string>> danish;

    /// <summary>The texts of an assembly whose resource names begin with <paramref name="prefix"/>.</summary>
    public MessageCatalogue(Assembly assembly, string prefix)
    {
        english = new(() => Load(assembly, prefix, ".en.json"));
        danish = new(() => Load(assembly, prefix, ".da.json"));
    }

    /// <summary>The text of that id with its placeholders filled.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Get(Language language, string id, params ReadOnlySpan<object> arguments)
    {
        var text = All(language).TryGetValue(id, out var found) ? found : throw new KeyNotFoundException($"There is no text '{id}'.");
        return arguments.IsEmpty ? text : string.Format(CultureInfo.InvariantCulture, text, arguments);
    }

    /// <summary>All texts of a language by id.</summary>
    public IReadOnlyDictionary<string, string> All(Language language) => (language == Language.Danish ? danish : english).Value;

    private static FrozenDictionary<string, string> Load(Assembly assembly, string prefix, string suffix)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal) || !name.EndsWith(suffix, StringComparison.Ordinal))
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
