using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology.Expansion;

/// <summary>One code of an expansion, with where its texts come from.</summary>
/// <param name="System">Url of the code system.</param>
/// <param name="Code">The code.</param>
/// <param name="Listed">The concept as the value set lists it, with a display of its own perhaps; no element where the value set does not list it.</param>
/// <param name="Source">The code system, where it has the concept; otherwise null.</param>
/// <param name="Concept">Number of the concept in the code system; -1 where it is not known.</param>
internal sealed record ExpandedCode(string System, string Code, Element Listed, CodeSource? Source, int Concept)
{
    /// <summary>Whether the concept is not to be used any more.</summary>
    public bool IsInactive => Source is CompiledCodeSystem system ? system.Properties.IsInactive(Concept) : Listed.Exists && Listed.ChildValue("inactive") is "true";

    /// <summary>Whether the concept only groups others.</summary>
    public bool IsAbstract => Source is CompiledCodeSystem system ? system.Properties.IsAbstract(Concept) : Listed.Exists && Listed.ChildValue("abstract") is "true";

    /// <summary>The designations that value set and code system give.</summary>
    public IEnumerable<Element> Designations =>
        (Listed.Exists ? Listed.ChildrenNamed("designation").ToList() : []).Concat(Source is null ? [] : Source.Designations(Concept));

    /// <summary>The display in that language if there is one, otherwise the value set's, otherwise the code system's; null without any.</summary>
    public string? Display(string? language)
    {
        if (language is not null)
        {
            foreach (var designation in Designations)
            {
                if (designation.ChildValue("language") is { } tag && TerminologyService.IsSameLanguage(tag, language) && designation.ChildValue("value") is { } text)
                {
                    return text;
                }
            }
        }

        return (Listed.Exists ? Listed.ChildValue("display") : null) ?? Source?.Concept(Concept).ChildValue("display");
    }

    /// <summary>Whether each word stands in the code, the display or a designation, in any case.</summary>
    public bool Has(IReadOnlyList<string> words, string? language)
    {
        foreach (var word in words)
        {
            if (!Code.Contains(word, StringComparison.OrdinalIgnoreCase) && !Contains(Display(language), word) && !Contains(Display(null), word)
                && !Designations.Any(designation => Contains(designation.ChildValue("value"), word)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(string? text, string word) => text is not null && text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
