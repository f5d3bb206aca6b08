using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>Texts of definitions in the reader's language, where the definition has them.</summary>
internal static class Translation
{
    /// <summary>The text of a child in the language; as it stands where there is no translation, null where there is no text.</summary>
    public static string? ChildText(this Element parent, string name, Language language) => TranslatedText.Read(parent.Child(name))?.In(language);
}
