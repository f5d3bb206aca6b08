using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Outcomes;

/// <summary>
/// A text of a definition with its Danish and English translations, where it has them (http://hl7.org/fhir/StructureDefinition/translation). As argument of a
/// message it is put in the reader's language.
/// </summary>
/// <param name="Text">The text as it stands.</param>
/// <param name="English">English translation; null where there is none.</param>
/// <param name="Danish">Danish translation; null where there is none.</param>
public sealed record TranslatedText(string Text, string? English, string? Danish)
{
    private const string Translation = "http://hl7.org/fhir/StructureDefinition/translation";

    /// <summary>The text in that language; as it stands where there is no translation.</summary>
    public string In(Language language) => (language == Language.Danish ? Danish : English) ?? Text;

    /// <summary>The text of a primitive element; null where it has none.</summary>
    public static TranslatedText? Read(Element text)
    {
        if (!text.HasValue)
        {
            return null;
        }

        string? english = null, danish = null;
        foreach (var extension in text.ChildrenNamed("extension"))
        {
            if (extension.ChildValue("url") == Translation && StandardExtensions.Value(extension, "content") is { } content && StandardExtensions.Value(extension, "lang") is { } tag)
            {
                if (tag.StartsWith("da", StringComparison.OrdinalIgnoreCase))
                {
                    danish ??= content;
                }
                else if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                {
                    english ??= content;
                }
            }
        }

        return new TranslatedText(text.Value!, english, danish);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
