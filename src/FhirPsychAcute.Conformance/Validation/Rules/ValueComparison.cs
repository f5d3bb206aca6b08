using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>
/// Compares an element with a value that a profile demands (R4 elementdefinition fixed[x] and pattern[x]): fixed, the element must be exactly that, whatever the order of
/// properties; pattern, it must have at least that, each item of a list matched by any item of the element's.
/// </summary>
internal static class ValueComparison
{
    /// <summary>Whether the element is exactly the value.</summary>
    public static bool IsExactly(Element element, Element value)
    {
        if (!HaveSameText(element, value))
        {
            return false;
        }

        // Both have the children of one type; the same number of each name, alike in order, is the same value.
        if (element.Children.Count() != value.Children.Count())
        {
            return false;
        }

        foreach (var wanted in value.Children)
        {
            if (Counterpart(element, value, wanted) is not { Exists: true } actual || actual.Type != wanted.Type || !IsExactly(actual, wanted))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the element has everything of the pattern.</summary>
    public static bool Has(Element element, Element pattern)
    {
        if (pattern.HasValue && !HaveSameText(element, pattern))
        {
            return false;
        }

        foreach (var wanted in pattern.Children)
        {
            if (!HasOneOf(element, wanted))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a child of the element, of the wanted one's name, has everything of it.</summary>
    public static bool HasOneOf(Element element, Element wanted)
    {
        foreach (var candidate in element.ChildrenNamed(wanted.NameId))
        {
            if (candidate.Type == wanted.Type && Has(candidate, wanted))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether both have the same value as text, or both none.</summary>
    public static bool HaveSameText(Element element, Element value)
    {
        if (element.HasValue != value.HasValue)
        {
            return false;
        }

        return !value.HasValue || (value.IsEscaped ? element.Value == value.Value : element.ValueEquals(value.RawValue));
    }

    /// <summary>The child of the element at the place that a child of the value has among those of its name; no element when there is none.</summary>
    public static Element Counterpart(Element element, Element value, Element wanted)
    {
        var place = 0;
        foreach (var sibling in value.ChildrenNamed(wanted.NameId))
        {
            if (sibling == wanted)
            {
                break;
            }

            place++;
        }

        foreach (var candidate in element.ChildrenNamed(wanted.NameId))
        {
            if (place-- == 0)
            {
                return candidate;
            }
        }

        return default;
    }
}
