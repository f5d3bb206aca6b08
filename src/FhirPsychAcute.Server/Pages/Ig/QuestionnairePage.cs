using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>One form: its questions in their groups, what may be answered, when a question is asked, where the answer goes.</summary>
internal static class QuestionnairePage
{
    private const int MaxDepth = 12;

    public static Html Write(IgContent content, Definition definition, Language language)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var html = new Html();
        DefinitionHead.Write(html, content, definition, language);
        html.Element("h2", Say("ig-questions")).Raw("<div class=\"scroll\"><table class=\"elements\"><thead><tr>");
        foreach (var column in (ReadOnlySpan<string>)["ig-question", "ig-cardinality", "ig-type", "ig-answers", "ig-goes-to"])
        {
            html.Element("th scope=\"col\"", Say(column));
        }

        html.Raw("</tr></thead><tbody>\n");
        foreach (var item in definition.Document.Root.ChildrenNamed("item"))
        {
            Write(html, content, item, 0, language);
        }

        return html.Raw("</tbody></table></div>\n");
    }

    private static void Write(Html html, IgContent content, Element item, int depth, Language language)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var linkId = item.ChildValue("linkId");
        html.Raw("<tr id=\"").Text(linkId).Raw($"\"><td class=\"d{depth}\">").Text(item.ChildText("text", language)).Raw("<br><code class=\"muted\">").Text(linkId).Raw("</code></td>");
        html.Element("td", $"{(item.ChildValue("required") == "true" ? 1 : 0)}..{(item.ChildValue("repeats") == "true" ? "*" : "1")}").Element("td", item.ChildValue("type")).Raw("<td>");
        if (item.ChildValue("answerValueSet") is { } valueSet)
        {
            html.Link(content.AddressOf(valueSet), valueSet[(valueSet.LastIndexOf('/') + 1)..]);
        }

        foreach (var option in item.ChildrenNamed("answerOption"))
        {
            var value = option.Child("value");
            html.Raw("<div>").Text(!value.Exists ? null : value.HasValue ? value.Value : value.ChildText("display", language) ?? value.ChildValue("code")).Raw("</div>");
        }

        foreach (var condition in item.ChildrenNamed("enableWhen"))
        {
            var answer = condition.Child("answer");
            var value = !answer.Exists ? "" : answer.HasValue ? answer.Value : answer.ChildValue("code");
            html.Raw("<div class=\"muted\">").Text($"{Say("ig-asked-when")} {condition.ChildValue("question")} {condition.ChildValue("operator")} {value}").Raw("</div>");
        }

        html.Raw("</td><td>");
        if (item.ChildValue("definition") is { } goal)
        {
            html.Link(content.AddressOf(goal.Split('#')[0]), goal[(goal.IndexOf('#', StringComparison.Ordinal) + 1)..]);
        }

        html.Raw("</td></tr>\n");
        if (depth < MaxDepth)
        {
            foreach (var inner in item.ChildrenNamed("item"))
            {
                Write(html, content, inner, depth + 1, language);
            }
        }
    }
}
