using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Measures;

/// <summary>Whether two CodeableConcepts mean the same: they share a coding, or, without codings, their text.</summary>
internal static class CodeMatch
{
    public static bool Matches(Element left, Element right)
    {
        if (!left.Exists || !right.Exists)
        {
            return false;
        }

        foreach (var one in left.ChildrenNamed("coding"))
        {
            foreach (var other in right.ChildrenNamed("coding"))
            {
                if (one.ChildValue("code") is { } code && code == other.ChildValue("code") && one.ChildValue("system") == other.ChildValue("system"))
                {
                    return true;
                }
            }
        }

        return !left.Child("coding").Exists && !right.Child("coding").Exists && left.ChildValue("text") is { } text && text == right.ChildValue("text");
    }

    /// <summary>The first of some elements whose <c>code</c> means the same; no element when none does.</summary>
    public static Element Find(IEnumerable<Element> elements, Element code)
    {
        foreach (var element in elements)
        {
            if (Matches(element.Child("code"), code))
            {
                return element;
            }
        }

        return default;
    }

    /// <summary>A CodeableConcept in a few words.</summary>
    public static string Text(Element code)
    {
        if (!code.Exists)
        {
            return "";
        }

        var coding = code.Child("coding");
        return code.ChildValue("text") ?? (coding.Exists ? coding.ChildValue("display") ?? coding.ChildValue("code") ?? "" : "");
    }
}
