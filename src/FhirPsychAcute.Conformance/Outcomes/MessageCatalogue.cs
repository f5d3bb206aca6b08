using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;
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
    /// <param name="assembly">Carries the texts.</param>
    /// <param name="prefix">What the names of its resources begin with.</param>
    /// <param name="english">English texts that stand elsewhere; null for none.</param>
    public MessageCatalogue(Assembly assembly, string prefix, Func<IReadOnlyDictionary<string, string>>? english = null)
    {
        this.english = new(() => Load(assembly, prefix, ".en.json", english?.Invoke()));
        danish = new(() => Load(assembly, prefix, ".da.json", null));
    }

    /// <summary>
    /// The text of that id with its placeholders <c>{0}</c>, <c>{1}</c> ... filled; an argument that is a <see cref="LocalText"/> or a
    /// <see cref="TranslatedText"/> is put in the language too. Where the
    /// language lacks the text it is English, and where that lacks it the id itself: an answer must not fail for want of a word (tests hold the tables complete).
    /// </summary>
    public string Get(Language language, string id, params ReadOnlySpan<object> arguments)
    {
        if (!All(language).TryGetValue(id, out var text) && !All(Language.English).TryGetValue(id, out text))
        {
            return id;
        }

        return arguments.IsEmpty ? text : Fill(language, text, arguments);
    }

    /// <summary>All texts of a language by id.</summary>
    public IReadOnlyDictionary<string, string> All(Language language) => (language == Language.Danish ? danish : english).Value;

    private string Fill(Language language, string text, ReadOnlySpan<object> arguments)
    {
        var filled = new StringBuilder(text.Length + 32);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '{' && at + 2 < text.Length && text[at + 2] == '}' && text[at + 1] - '0' is >= 0 and var index && index < arguments.Length)
            {
                filled.Append(arguments[index] switch
                {
                    LocalText local => Get(language, local.Id),
                    TranslatedText translated => translated.In(language),
                    var other => Convert.ToString(other, CultureInfo.InvariantCulture),
                });
                at += 2;
            }
            else
            {
                filled.Append(text[at]);
            }
        }

        return filled.ToString();
    }

    private static FrozenDictionary<string, string> Load(Assembly assembly, string prefix, string suffix, IReadOnlyDictionary<string, string>? more)
    {
        var texts = new Dictionary<string, string>(more ?? FrozenDictionary<string, string>.Empty, StringComparer.Ordinal);
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
