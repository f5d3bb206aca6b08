using System.Text;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>
/// Markdown that a profile inherits from the specification: links relative to the specification's pages are made absolute, as they lead nowhere from elsewhere.
/// </summary>
internal static class InheritedText
{
    private const string SpecificationUrl = "http://hl7.org/fhir/StructureDefinition/";
    private const string SpecificationPages = "http://hl7.org/fhir/R4/";

    private static readonly string[] Properties = ["definition", "comment", "requirements", "meaningWhenMissing"];

    /// <summary>Whether a definition's texts are written to stand among the pages of the specification.</summary>
    public static bool IsRelative(string url) => url.StartsWith(SpecificationUrl, StringComparison.Ordinal);

    /// <summary>Whether the element may hold a link that is to be changed.</summary>
    public static bool HasLinks(Element element) => element.RawJson.Span.IndexOf("]("u8) >= 0;

    /// <summary>Makes the links in an element's texts absolute.</summary>
    public static void MakeAbsolute(ElementDraft draft)
    {
        foreach (var property in Properties)
        {
            if (draft.Value(property) is { } text && Absolute(text) is var absolute && !ReferenceEquals(absolute, text))
            {
                draft.Set(property, absolute);
            }
        }
    }

    private static string Absolute(string text)
    {
        var at = text.IndexOf("](", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var changed = new StringBuilder(text.Length + 64);
        var from = 0;
        while (at >= 0)
        {
            var target = at + 2;
            changed.Append(text, from, target - from);
            if (IsPage(text.AsSpan(target)))
            {
                changed.Append(SpecificationPages);
            }

            from = target;
            at = text.IndexOf("](", target, StringComparison.Ordinal);
        }

        changed.Append(text, from, text.Length - from);
        return changed.Length == text.Length ? text : changed.ToString();
    }

    // A page of the specification: a name and .html, perhaps with a fragment.
    private static bool IsPage(ReadOnlySpan<char> target)
    {
        var end = target.IndexOfAny(')', ' ');
        var link = end < 0 ? target : target[..end];
        var hash = link.IndexOf('#');
        var page = hash < 0 ? link : link[..hash];
        return page.EndsWith(".html", StringComparison.Ordinal) && !page.Contains(':') && page[0] != '/';
    }
}
