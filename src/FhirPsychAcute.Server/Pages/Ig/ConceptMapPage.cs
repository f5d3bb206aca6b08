using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>One concept map: code by code.</summary>
internal static class ConceptMapPage
{
    public static Html Write(IgContent content, Definition definition, Language language)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var html = new Html();
        DefinitionHead.Write(html, content, definition, language);
        foreach (var group in definition.Document.Root.ChildrenNamed("group"))
        {
            html.Raw("<h2>").Link(content.AddressOf(group.ChildValue("source") ?? ""), group.ChildValue("source")).Raw(" → ").Text(group.ChildValue("target")).Raw("</h2>\n<div class=\"scroll\"><table><thead><tr>");
            foreach (var column in (ReadOnlySpan<string>)["ig-source-code", "ig-relationship", "ig-target-code", "ig-comment"])
            {
                html.Element("th scope=\"col\"", Say(column));
            }

            html.Raw("</tr></thead><tbody>\n");
            foreach (var element in group.ChildrenNamed("element"))
            {
                foreach (var target in element.ChildrenNamed("target"))
                {
                    html.Raw("<tr><td><code>").Text(element.ChildValue("code")).Raw("</code> ").Text(element.ChildValue("display")).Raw("</td>").Element("td", target.ChildValue("equivalence"))
                        .Raw("<td><code>").Text(target.ChildValue("code")).Raw("</code> ").Text(target.ChildValue("display")).Raw("</td>").Element("td", target.ChildValue("comment")).Raw("</tr>\n");
                }
            }

            html.Raw("</tbody></table></div>\n");
        }

        return html;
    }
}
