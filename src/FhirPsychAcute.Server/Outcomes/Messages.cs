using System.Globalization;

namespace FhirPsychAcute.Server;

/// <summary>The server's texts that people read, by id, from <c>messages.en.json</c> and <c>messages.da.json</c> beside this file.</summary>
internal static class Messages
{
    private static readonly MessageCatalogue Catalogue = new(typeof(Messages).Assembly, "messages.");

    /// <summary>The text of that id with its placeholders filled.</summary>
    public static string Get(Language language, string id, params ReadOnlySpan<object> arguments) => Catalogue.Get(language, id, arguments);

    /// <summary>All texts of a language.</summary>
    public static IReadOnlyDictionary<string, string> Texts(Language language) => Catalogue.All(language);

    /// <summary>An issue with one of these texts.</summary>
    public static OutcomeIssue Issue(IssueSeverity severity, string code, string text, params object[] arguments) => new(severity, code, Catalogue, text, arguments);

    /// <summary>An error with one of these texts.</summary>
    public static OutcomeIssue Error(string code, string text, params object[] arguments) => Issue(IssueSeverity.Error, code, text, arguments);

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
}
