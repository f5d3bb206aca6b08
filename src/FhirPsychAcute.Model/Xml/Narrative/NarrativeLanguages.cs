using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>
/// In which languages a narrative speaks: the language of its root, and its sections, which are the divs right below the root that have a language
/// (http://hl7.org/fhir/R4/narrative.html, extension narrative-language-control).
/// </summary>
/// <param name="Root">Language of the root div; null when it names none.</param>
/// <param name="Sections">Languages of the sections in order.</param>
/// <param name="HasOther">Whether there is content outside of the sections.</param>
public sealed record NarrativeLanguages(string? Root, IReadOnlyList<string> Sections, bool HasOther)
{
    /// <summary>The languages of a narrative's div.</summary>
    /// <param name="div">An element of type xhtml.</param>
    public static NarrativeLanguages Of(Element div)
    {
        var scanner = new XhtmlScanner(div.IsEscaped ? Encoding.UTF8.GetBytes(div.Value!) : div.RawValue);
        string? root = null;
        var sections = new List<string>();
        var hasOther = false;
        var depth = 0;
        while (scanner.Read())
        {
            switch (scanner.Token)
            {
                case XhtmlToken.StartTag:
                    var language = depth < 2 ? Language(scanner.Attributes) : null;
                    if (depth == 0)
                    {
                        root = language;
                    }
                    else if (depth == 1 && language is not null && scanner.Name.SequenceEqual("div"u8))
                    {
                        sections.Add(language);
                    }
                    else if (depth == 1)
                    {
                        hasOther = true;
                    }

                    depth += scanner.IsEmptyElement ? 0 : 1;
                    break;
                case XhtmlToken.EndTag:
                    depth--;
                    break;
                case XhtmlToken.Text or XhtmlToken.CData when depth == 1:
                    hasOther |= scanner.Content.ContainsAnyExcept(" \t\r\n"u8);
                    break;
            }
        }

        return new NarrativeLanguages(root, sections, hasOther);
    }

    // xml:lang and lang say the same (XHTML 1.0 C.7); the first of them counts.
    private static string? Language(XhtmlAttributes attributes)
    {
        while (attributes.Read())
        {
            if ((attributes.Name.SequenceEqual("lang"u8) || attributes.Name.SequenceEqual("xml:lang"u8)) && !attributes.Value.IsEmpty)
            {
                return Encoding.UTF8.GetString(attributes.Value);
            }
        }

        return null;
    }
}
