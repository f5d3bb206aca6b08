using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Server.Pages;

/// <summary>The words on the pages, from <c>pages.en.json</c> and <c>pages.da.json</c> beside this file.</summary>
internal static class PageTexts
{
    private static readonly MessageCatalogue Catalogue = new(typeof(PageTexts).Assembly, "pages.");

    /// <summary>The text of that id.</summary>
    public static string Get(Language language, string id, params ReadOnlySpan<object> arguments) => Catalogue.Get(language, id, arguments);

    /// <summary>All texts of a language whose ids begin with a prefix.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Beginning(Language language, string prefix) =>
        Catalogue.All(language).Where(text => text.Key.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The tag of a language as HTML and HTTP write it.</summary>
    public static string Tag(this Language language) => language == Language.Danish ? "da" : "en";
}
