using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>The front of the implementation guide: everything in it, by kind.</summary>
internal static class IndexPage
{
    public static Html Write(IgContent content, Language language)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var html = new Html();
        html.Element("h1", Say("ig-title")).Element("p class=\"lead\"", Say("ig-intro"));
        html.Raw("<p><a class=\"button\" href=\"/ig/package.tgz\">").Text(Say("ig-package")).Raw("</a></p>\n");
        var structures = content.OfType("StructureDefinition").ToList();
        bool IsExtension(Definition definition) => definition.Document.Root.ChildValue("type") == "Extension";
        bool IsResource(Definition definition) => definition.Document.Root.ChildValue("kind") == "resource";
        Write(html, content, language, "ig-profiles", structures.Where(IsResource));
        Write(html, content, language, "ig-datatypes", structures.Where(definition => !IsResource(definition) && !IsExtension(definition)));
        Write(html, content, language, "ig-extensions", structures.Where(IsExtension));
        Write(html, content, language, "ig-valuesets", content.OfType("ValueSet"));
        Write(html, content, language, "ig-codesystems", content.OfType("CodeSystem"));
        Write(html, content, language, "ig-conceptmaps", content.OfType("ConceptMap"));
        Write(html, content, language, "ig-operations", content.OfType("OperationDefinition"));
        Write(html, content, language, "ig-measures", content.OfType("Measure"));
        Write(html, content, language, "ig-questionnaires", content.OfType("Questionnaire"));
        html.Element("h2", Say("ig-rules")).Raw("<p>").Link("/ig/rules", Say("ig-rules-intro")).Raw("</p>\n");
        html.Element("h2", Say("ig-examples")).Raw("<ul>");
        foreach (var example in content.Examples)
        {
            html.Raw("<li>").Link($"/ig/example/{example.Type.Name}/{example.Id}", $"{example.Type.Name}/{example.Id}").Raw("</li>");
        }

        return html.Raw("</ul>");
    }

    private static void Write(Html html, IgContent content, Language language, string heading, IEnumerable<Definition> definitions)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var rows = definitions.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var ofStructures = rows[0].ResourceType == "StructureDefinition";
        html.Element("h2", $"{Say(heading)} ({rows.Count})").Raw("<div class=\"scroll\"><table><thead><tr>").Element("th scope=\"col\"", Say("ig-title-column"));
        if (ofStructures)
        {
            html.Element("th scope=\"col\"", Say("ig-of"));
        }

        html.Element("th scope=\"col\"", Say("ig-description")).Raw("</tr></thead><tbody>\n");
        foreach (var definition in rows)
        {
            var root = definition.Document.Root;
            html.Raw("<tr><td>").Link(IgContent.Address(definition), root.ChildText("title", language) ?? root.ChildValue("name")).Raw("<br><code class=\"muted\">").Text(definition.Url[(content.CanonicalBase.Length + 1)..]).Raw("</code></td>");
            if (ofStructures)
            {
                html.Element("td", root.ChildValue("type") == "Extension" ? string.Join(", ", root.ChildrenNamed("context").ToList().Select(one => one.ChildValue("expression"))) : root.ChildValue("type"));
            }

            html.Element("td", root.ChildText("description", language)).Raw("</tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }
}
