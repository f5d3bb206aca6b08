using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>Texts of definitions in the reader's language, where the definition has them (http://hl7.org/fhir/StructureDefinition/translation).</summary>
internal static class Translation
{
    private const string Url = "http://hl7.org/fhir/StructureDefinition/translation";

    /// <summary>The text of a child in the language; as it stands where there is no translation.</summary>
    public static string? ChildText(this Element parent, string name, Language language)
    {
        var text = parent.Child(name);
        if (!text.Exists)
        {
            return null;
        }

        foreach (var translation in text.ChildrenNamed("extension"))
        {
            if (translation.ChildValue("url") == Url && Part(translation, "lang") is { } tag && tag.StartsWith(language.Tag(), StringComparison.OrdinalIgnoreCase) && Part(translation, "content") is { } content)
            {
                return content;
            }
        }

        return text.Value;
    }

    private static string? Part(Element translation, string name)
    {
        foreach (var part in translation.ChildrenNamed("extension"))
        {
            if (part.ChildValue("url") == name)
            {
                return part.ChildValue("value");
            }
        }

        return null;
    }
}
