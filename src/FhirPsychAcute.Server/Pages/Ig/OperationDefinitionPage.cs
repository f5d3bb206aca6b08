using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>One operation: how it is called, its parameters in and out with their parts.</summary>
internal static class OperationDefinitionPage
{
    // Parts of parts of parts are as deep as any operation goes.
    private const int MaxDepth = 5;

    public static Html Write(IgContent content, Definition definition, Language language)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var html = new Html();
        DefinitionHead.Write(html, content, definition, language);
        var root = definition.Document.Root;
        html.Element("h2", Say("ig-calls")).Raw("<ul>");
        foreach (var call in Calls(root))
        {
            html.Raw("<li><code>").Text(call).Raw("</code></li>");
        }

        html.Raw("</ul>\n").Element("p", Say(root.ChildValue("affectsState") == "true" ? "ig-affects" : "ig-affects-not"));
        if (root.ChildText("comment", language) is { } comment)
        {
            html.Paragraphs(comment);
        }

        foreach (var use in (ReadOnlySpan<string>)["in", "out"])
        {
            var parameters = root.ChildrenNamed("parameter").ToList().FindAll(parameter => parameter.ChildValue("use") == use.ToString());
            if (parameters.Count == 0)
            {
                continue;
            }

            html.Element("h2", Say($"ig-parameters-{use}")).Raw("<div class=\"scroll\"><table><thead><tr>");
            foreach (var column in (ReadOnlySpan<string>)["ig-name", "ig-cardinality", "ig-type", "ig-description"])
            {
                html.Element("th scope=\"col\"", Say(column));
            }

            html.Raw("</tr></thead><tbody>\n");
            foreach (var parameter in parameters)
            {
                Write(html, content, parameter, 0, language);
            }

            html.Raw("</tbody></table></div>\n");
        }

        return html;
    }

    private static IEnumerable<string> Calls(Element root)
    {
        var code = root.ChildValue("code");
        foreach (var resource in root.ChildrenNamed("resource").ToList().Select(static resource => resource.Value))
        {
            if (root.ChildValue("type") == "true")
            {
                yield return $"[base]/{resource}/${code}";
            }

            if (root.ChildValue("instance") == "true")
            {
                yield return $"[base]/{resource}/[id]/${code}";
            }
        }

        if (root.ChildValue("system") == "true")
        {
            yield return $"[base]/${code}";
        }
    }

    private static void Write(Html html, IgContent content, Element parameter, int depth, Language language)
    {
        html.Raw($"<tr><td class=\"d{depth}\"><code>").Text(parameter.ChildValue("name")).Raw("</code></td>").Element("td", $"{parameter.ChildValue("min")}..{parameter.ChildValue("max")}").Raw("<td>");
        if (parameter.ChildValue("type") is { } type)
        {
            html.Link(IgContent.SpecificationPage(type), type);
        }

        foreach (var profile in parameter.ChildrenNamed("targetProfile"))
        {
            html.Raw("<div>").Link(content.AddressOf(profile.Value ?? ""), profile.Value).Raw("</div>");
        }

        html.Raw("</td>").Element("td", parameter.ChildText("documentation", language)).Raw("</tr>\n");
        if (depth < MaxDepth)
        {
            foreach (var part in parameter.ChildrenNamed("part"))
            {
                Write(html, content, part, depth + 1, language);
            }
        }
    }
}
