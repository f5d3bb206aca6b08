using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology;

/// <content>The displays that a value set itself gives.</content>
public sealed partial class BoundValueSet
{
    // Expansions nest; the reader bounds how deep.
    private const int MaxDepth = 64;

    /// <summary>Whether the value set lists the code with that display or designation, in its compose or its expansion.</summary>
    internal bool Gives(string? system, string? code, string? display)
    {
        if (rules.Value?.ValueSet is not { Exists: true } valueSet || code is null || display is null)
        {
            return false;
        }

        if (valueSet.Child("compose") is { Exists: true } compose)
        {
            foreach (var include in compose.ChildrenNamed("include"))
            {
                if (include.ChildValue("system") == system && Lists(include, "concept", code, display))
                {
                    return true;
                }
            }
        }

        return valueSet.Child("expansion") is { Exists: true } expansion && Contains(expansion, system, code, display, 0);
    }

    private static bool Contains(Element parent, string? system, string code, string display, int depth)
    {
        foreach (var contains in parent.ChildrenNamed("contains"))
        {
            if ((contains.ChildValue("system") == system && contains.ChildValue("code") == code && Shows(contains, display))
                || (depth < MaxDepth && Contains(contains, system, code, display, depth + 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Lists(Element include, string name, string code, string display)
    {
        foreach (var concept in include.ChildrenNamed(name))
        {
            if (concept.ChildValue("code") == code && Shows(concept, display))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Shows(Element concept, string display)
    {
        if (concept.ChildValue("display") is { } own && DisplayRule.Same(own, display))
        {
            return true;
        }

        foreach (var designation in concept.ChildrenNamed("designation"))
        {
            if (designation.ChildValue("value") is { } value && DisplayRule.Same(value, display))
            {
                return true;
            }
        }

        return false;
    }
}
