using System.Collections.Concurrent;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Psychiatry.Reading;

/// <summary>What the codes of the guide are called in Danish and English, from its CodeSystems. Each system is read when first asked for. Safe for any number of threads.</summary>
public static class GuideCodes
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, TranslatedText>> Systems = new(StringComparer.Ordinal);

    /// <summary>The text of a code; null where the guide has no such system or code.</summary>
    public static TranslatedText? Text(string? system, string? code) =>
        system is not null && code is not null && system.StartsWith(Guide.Canonical, StringComparison.Ordinal)
            ? Systems.GetOrAdd(system, Read).GetValueOrDefault(code)
            : null;

    /// <summary>A CodeableConcept or Coding in words: a code of the guide in the reader's language, else its text, else the display that it was sent with; null where it says nothing.</summary>
    public static string? Words(this Element concept, Language language)
    {
        if (!concept.Exists)
        {
            return null;
        }

        if (Text(concept.ChildValue("system"), concept.ChildValue("code")) is { } own)
        {
            return own.In(language);
        }

        string? display = concept.Type.Name == "Coding" ? concept.ChildValue("display") : null;
        foreach (var coding in concept.ChildrenNamed("coding"))
        {
            if (Text(coding.ChildValue("system"), coding.ChildValue("code")) is { } text)
            {
                return text.In(language);
            }

            display ??= coding.ChildValue("display");
        }

        return concept.ChildValue("text") ?? display;
    }

    private static Dictionary<string, TranslatedText> Read(string system)
    {
        var texts = new Dictionary<string, TranslatedText>(StringComparer.Ordinal);
        if (ProjectPackage.Library.Root.TryResolve(system, out var definition))
        {
            foreach (var concept in definition.Document.Root.ChildrenNamed("concept"))
            {
                if (concept.ChildValue("code") is { } code && concept.ChildValue("display") is { } danish)
                {
                    texts[code] = new TranslatedText(danish, English(concept), danish);
                }
            }
        }

        return texts;
    }

    private static string? English(Element concept)
    {
        foreach (var designation in concept.ChildrenNamed("designation"))
        {
            if (designation.ChildValue("language") == "en")
            {
                return designation.ChildValue("value");
            }
        }

        return null;
    }
}
