using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace FhirPsychAcute.Server;

/// <summary>A language in which the server speaks to people.</summary>
internal enum Language : byte
{
    English,
    Danish,
}

/// <summary>
/// The texts that people read, by id, from <c>messages.en.json</c> and <c>messages.da.json</c> beside this file. Read when the first text is needed.
/// </summary>
internal static class Messages
{
    private static readonly Lazy<FrozenDictionary<string, string>> English = new(() => Load("en"));
    private static readonly Lazy<FrozenDictionary<string, string>> Danish = new(() => Load("da"));

    /// <summary>The text of that id with its placeholders filled; the id itself when the tables lack it.</summary>
    public static string Get(Language language, string id, params ReadOnlySpan<object> arguments)
    {
        var table = Table(language);
        if (!table.TryGetValue(id, out var text) && !English.Value.TryGetValue(id, out text))
        {
            return id;
        }

        return arguments.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, arguments);
    }

    /// <summary>All texts of a language.</summary>
    public static IReadOnlyDictionary<string, string> Texts(Language language) => Table(language);

    /// <summary>The language that an Accept-Language header asks for: Danish when its first supported language is Danish, otherwise English.</summary>
    public static Language Negotiate(string? acceptLanguage)
    {
        if (string.IsNullOrEmpty(acceptLanguage))
        {
            return Language.English;
        }

        var best = Language.English;
        var bestQuality = 0.0;
        foreach (var range in acceptLanguage.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = range.Split(';', StringSplitOptions.TrimEntries);
            var quality = 1.0;
            if (parts.Length > 1 && parts[1].StartsWith("q=", StringComparison.OrdinalIgnoreCase) &&
                !double.TryParse(parts[1].AsSpan(2), NumberStyles.Float, CultureInfo.InvariantCulture, out quality))
            {
                continue;
            }

            Language? language = parts[0].StartsWith("da", StringComparison.OrdinalIgnoreCase) ? Language.Danish
                : parts[0].StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
                : null;
            if (language is { } known && quality > bestQuality)
            {
                (best, bestQuality) = (known, quality);
            }
        }

        return best;
    }

    private static FrozenDictionary<string, string> Table(Language language) => (language == Language.Danish ? Danish : English).Value;

    private static FrozenDictionary<string, string> Load(string language)
    {
        using var stream = typeof(Messages).Assembly.GetManifestResourceStream($"messages.{language}.json")
            ?? throw new InvalidOperationException($"The message table '{language}' is not part of the program.");
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.EnumerateObject().ToFrozenDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal);
    }
}
