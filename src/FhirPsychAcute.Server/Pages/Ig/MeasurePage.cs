using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>One set of indicators: each group with what it counts and what it can be divided by.</summary>
internal static class MeasurePage
{
    public static Html Write(IgContent content, Definition definition, Language language)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var html = new Html();
        DefinitionHead.Write(html, content, definition, language);
        html.Element("h2", Say("ig-groups")).Raw("<div class=\"scroll\"><table><thead><tr>");
        foreach (var column in (ReadOnlySpan<string>)["ig-code", "ig-description", "ig-populations", "ig-stratifiers"])
        {
            html.Element("th scope=\"col\"", Say(column));
        }

        html.Raw("</tr></thead><tbody>\n");
        foreach (var group in definition.Document.Root.ChildrenNamed("group"))
        {
            html.Raw("<tr><td>");
            Code(html, content, group.Child("code"));
            html.Raw("</td>").Element("td", group.ChildText("description", language)).Raw("<td>");
            foreach (var population in group.ChildrenNamed("population"))
            {
                html.Raw("<div>");
                Code(html, content, population.Child("code"));
                if (population.Child("criteria") is { Exists: true } criteria)
                {
                    html.Raw(" <code class=\"muted\">").Text(criteria.ChildValue("expression")).Raw("</code>");
                }

                html.Raw("</div>");
            }

            html.Raw("</td><td>");
            foreach (var stratifier in group.ChildrenNamed("stratifier"))
            {
                html.Raw("<div>");
                Code(html, content, stratifier.Child("code"));
                html.Raw("</div>");
            }

            html.Raw("</td></tr>\n");
        }

        return html.Raw("</tbody></table></div>\n");
    }

    private static void Code(Html html, IgContent content, Element concept)
    {
        if (!concept.Exists || concept.Child("coding") is not { Exists: true } coding)
        {
            html.Text(concept.Exists ? concept.ChildValue("text") : null);
            return;
        }

        html.Raw("<code>").Link($"{content.AddressOf(coding.ChildValue("system") ?? "")}#{coding.ChildValue("code")}", coding.ChildValue("code")).Raw("</code>");
    }
}
