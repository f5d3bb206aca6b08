using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>
/// The texts of findings by id, from <c>Messages/*.en.json</c> and <c>Messages/*.da.json</c>: one pair of files per family of rules, ids beginning with the
/// family's name (<c>bundle.fullurl-relative</c> in <c>bundle.en.json</c>).
/// </summary>
public static class ValidationMessages
{
    private static readonly MessageCatalogue Catalogue = new(typeof(ValidationMessages).Assembly, "validation.");

    /// <summary>The text of that id with its placeholders filled.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public static string Get(Language language, string id, IReadOnlyList<object> arguments) => Catalogue.Get(language, id, [.. arguments]);

    /// <summary>All texts of a language by id.</summary>
    public static IReadOnlyDictionary<string, string> All(Language language) => Catalogue.All(language);
}
