using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>One code system: every concept with its Danish display, English designation, definition and properties.</summary>
internal static class CodeSystemPage
{
    public static Html Write(IgContent content, Definition definition, Language language)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var html = new Html();
        DefinitionHead.Write(html, content, definition, language);
        html.Element("h2", Say("ig-codes")).Raw("<div class=\"scroll\"><table><thead><tr>");
        foreach (var column in (ReadOnlySpan<string>)["ig-code", "ig-display", "ig-english", "ig-definition", "ig-property"])
        {
            html.Element("th scope=\"col\"", Say(column));
        }

        html.Raw("</tr></thead><tbody>\n");
        WriteConcepts(html, definition.Document.Root, 0, language);
        return html.Raw("</tbody></table></div>\n");
    }

    /// <summary>The designation in a language, or null.</summary>
    public static string? Designation(Element concept, string language)
    {
        foreach (var designation in concept.ChildrenNamed("designation"))
        {
            if (designation.ChildValue("language") is { } tag && tag.StartsWith(language, StringComparison.OrdinalIgnoreCase))
            {
                return designation.ChildValue("value");
            }
        }

        return null;
    }

    private static void WriteConcepts(Html html, Element parent, int depth, Language language)
    {
        foreach (var concept in parent.ChildrenNamed("concept"))
        {
            var code = concept.ChildValue("code");
            html.Raw("<tr id=\"").Text(code).Raw($"\"><td class=\"d{Math.Min(depth, 12)}\"><code>").Text(code).Raw("</code></td>").Element("td", concept.ChildValue("display"))
                .Element("td", Designation(concept, "en")).Element("td", concept.ChildText("definition", language)).Raw("<td>");
            foreach (var property in concept.ChildrenNamed("property"))
            {
                var value = property.Child("value");
                var shown = !value.Exists ? "" : value.Type.IsPrimitive ? value.Value : value.ChildValue("code");
                html.Raw("<div>").Text($"{property.ChildValue("code")}: {shown}").Raw("</div>");
            }

            html.Raw("</td></tr>\n");
            if (depth < 12)
            {
                WriteConcepts(html, concept, depth + 1, language);
            }
        }
    }
}
