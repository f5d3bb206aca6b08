using FhirPsychAcute.Conformance.Terminology.CodeSystems;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Terminology;

/// <summary>
/// Which displays are right for a concept: its display and every designation, in any language; case and white space do not count
/// (R4 Coding.display: a representation of the meaning that follows the rules of the system).
/// </summary>
internal static class DisplayRule
{
    // ISO 3166 sets the article behind the name: "Netherlands (the)".
    private const string Article = " (the)";

    /// <summary>Whether a display is one of the concept's; a concept without displays allows all.</summary>
    public static bool Allows(CodeSource source, int concept, Element display, TerminologyNames names)
    {
        var preferred = source.Concept(concept).Child(names.Display);
        if (!display.IsEscaped && !preferred.IsEscaped && preferred.HasValue && display.RawValue.SequenceEqual(preferred.RawValue))
        {
            return true;
        }

        return Allows(source, concept, display.Value!, names);
    }

    /// <summary>Whether a display is one of the concept's; a concept without displays allows all.</summary>
    public static bool Allows(CodeSource source, int concept, string display, TerminologyNames names)
    {
        var isFirst = true;
        foreach (var allowed in Of(source, concept, names))
        {
            if (Same(allowed, display) || (display.EndsWith(Article, StringComparison.OrdinalIgnoreCase) && Same(allowed, display[..^Article.Length])))
            {
                return true;
            }

            isFirst = false;
        }

        return isFirst;
    }

    /// <summary>The displays of a concept, the preferred one first.</summary>
    public static IEnumerable<string> Of(CodeSource source, int concept, TerminologyNames names)
    {
        if (source.Concept(concept).Child(names.Display).Value is { } preferred)
        {
            yield return preferred;
        }

        foreach (var designation in source.Designations(concept))
        {
            if (designation.Child(names.Value).Value is { } value)
            {
                yield return value;
            }
        }
    }

    /// <summary>Whether two displays are the same but for case and white space.</summary>
    public static bool Same(string left, string right)
    {
        var (i, j) = (SkipBlank(left, 0), SkipBlank(right, 0));
        while (i < left.Length && j < right.Length)
        {
            var (a, b) = (left[i], right[j]);
            if (char.IsWhiteSpace(a) && char.IsWhiteSpace(b))
            {
                (i, j) = (SkipBlank(left, i), SkipBlank(right, j));
                continue;
            }

            if (a != b && char.ToUpperInvariant(a) != char.ToUpperInvariant(b))
            {
                return SkipBlank(left, i) == left.Length && SkipBlank(right, j) == right.Length;
            }

            (i, j) = (i + 1, j + 1);
        }

        return SkipBlank(left, i) == left.Length && SkipBlank(right, j) == right.Length;
    }

    private static int SkipBlank(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }
}
