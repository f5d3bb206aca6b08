using System.Collections.Concurrent;
using System.Collections.Frozen;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;

namespace FhirPsychAcute.Psychiatry.Indicators.Reporting;

/// <summary>What the guide's codes are called, in Danish (display) and English (designation), from its code systems.</summary>
internal static class GuideTerms
{
    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, TranslatedText>> Systems = new(StringComparer.Ordinal);

    /// <summary>The Danish display of a code; null where the guide has no such code.</summary>
    public static string? Display(string system, string code) => Term(system, code)?.In(Language.Danish);

    /// <summary>What a code is called in a language; the code itself where the guide does not have it.</summary>
    public static string Text(string system, string code, Language language) => Term(system, code)?.In(language) ?? code;

    private static TranslatedText? Term(string system, string code) => Systems.GetOrAdd(system, Read).GetValueOrDefault(code);

    private static FrozenDictionary<string, TranslatedText> Read(string system)
    {
        var terms = new Dictionary<string, TranslatedText>(StringComparer.Ordinal);
        if (ProjectPackage.Library.Root.TryResolve(system, out var definition) && definition.ResourceType == "CodeSystem")
        {
            foreach (var concept in definition.Document.Root.ChildrenNamed("concept"))
            {
                if (concept.ChildValue("code") is { } code && concept.ChildValue("display") is { } display)
                {
                    string? english = null;
                    foreach (var designation in concept.ChildrenNamed("designation"))
                    {
                        english = designation.ChildValue("language") == "en" ? designation.ChildValue("value") : english;
                    }

                    terms[code] = new TranslatedText(display, english, display);
                }
            }
        }

        return terms.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
