using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>
/// The texts of findings by id, from <c>Messages/*.en.json</c> and <c>Messages/*.da.json</c>: one pair of files per family of rules, ids beginning with the
/// family's name (<c>bundle.fullurl-relative</c> in <c>bundle.en.json</c>). The English of the family <c>structure</c> is Model's own.
/// </summary>
public static class ValidationMessages
{
    /// <summary>System of the message ids where they stand as codes: OperationOutcome.issue.details.coding.</summary>
    public const string System = "https://fhirpsychacute.dk/ig/CodeSystem/psychacute-validation-message";

    /// <summary>The texts.</summary>
    public static MessageCatalogue Catalogue { get; } = new(typeof(ValidationMessages).Assembly, "validation.", () => StructureMessage.AllEnglish);

    /// <summary>The text of that id with its placeholders filled.</summary>
    public static string Get(Language language, string id, IReadOnlyList<object> arguments) => Catalogue.Get(language, id, [.. arguments]);

    /// <summary>All texts of a language by id.</summary>
    public static IReadOnlyDictionary<string, string> All(Language language) => Catalogue.All(language);
}
