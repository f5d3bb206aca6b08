using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>One value set: the rules that make it, and the codes it names, with the displays of this guide's code systems.</summary>
internal static class ValueSetPage
{
    public static Html Write(IgContent content, Definition definition, Language language)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var html = new Html();
        DefinitionHead.Write(html, content, definition, language);
        foreach (var part in definition.Document.Root.Child("compose") is { Exists: true } compose ? compose.Children.ToListOf("include", "exclude") : [])
        {
            var system = part.ChildValue("system");
            html.Raw("<h2>").Text(Say(part.Name == "include" ? "ig-include" : "ig-exclude")).Raw(" ");
            if (system is not null)
            {
                html.Link(content.AddressOf(system), system);
            }

            html.Raw("</h2>\n");
            WriteConditions(html, content, part, Say);
            var concepts = part.ChildrenNamed("concept").ToList();
            var definitions = system is null ? null : Concepts(definition.Scope, system);
            if (concepts.Count == 0 && !part.Child("filter").Exists && definitions is not null)
            {
                html.Element("p", Say("ig-all-codes"));
                concepts = [.. definitions.Values];
            }

            if (concepts.Count > 0)
            {
                WriteConcepts(html, concepts, definitions, Say);
            }
            else if (definitions is null && system is not null)
            {
                html.Element("p class=\"muted\"", Say("ig-expansion-not-possible"));
            }
        }

        return html;
    }

    private static void WriteConditions(Html html, IgContent content, Element part, Func<string, string> say)
    {
        foreach (var valueSet in part.ChildrenNamed("valueSet"))
        {
            html.Raw("<p>").Text(say("ig-from-valueset")).Raw(" ").Link(content.AddressOf(valueSet.Value ?? ""), valueSet.Value).Raw("</p>");
        }

        foreach (var filter in part.ChildrenNamed("filter"))
        {
            html.Raw("<p>").Text(say("ig-where")).Raw(" <code>").Text($"{filter.ChildValue("property")} {filter.ChildValue("op")} {filter.ChildValue("value")}").Raw("</code></p>");
        }
    }

    private static void WriteConcepts(Html html, List<Element> concepts, Dictionary<string, Element>? definitions, Func<string, string> say)
    {
        html.Raw("<div class=\"scroll\"><table><thead><tr>");
        foreach (var column in (ReadOnlySpan<string>)["ig-code", "ig-display", "ig-english", "ig-definition"])
        {
            html.Element("th scope=\"col\"", say(column));
        }

        html.Raw("</tr></thead><tbody>\n");
        foreach (var concept in concepts)
        {
            var code = concept.ChildValue("code") ?? "";
            var defined = definitions is not null && definitions.TryGetValue(code, out var found) ? found : concept;
            html.Raw("<tr><td><code>").Text(code).Raw("</code></td>").Element("td", concept.ChildValue("display") ?? defined.ChildValue("display"))
                .Element("td", CodeSystemPage.Designation(defined, "en")).Element("td", defined.ChildValue("definition")).Raw("</tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }

    private static Dictionary<string, Element>? Concepts(DefinitionScope scope, string system)
    {
        if (!scope.TryResolve(system, out var definition) || definition.ResourceType != "CodeSystem" || definition.Document.Root.ChildValue("content") == "not-present")
        {
            return null;
        }

        var concepts = new Dictionary<string, Element>(StringComparer.Ordinal);
        void Add(Element parent, int depth)
        {
            foreach (var concept in parent.ChildrenNamed("concept"))
            {
                concepts[concept.ChildValue("code") ?? ""] = concept;
                if (depth < 50)
                {
                    Add(concept, depth + 1);
                }
            }
        }

        Add(definition.Document.Root, 0);
        return concepts;
    }

    private static IEnumerable<Element> ToListOf(this ElementChildren children, string first, string second) =>
        children.ToList().Where(child => child.Name == first || child.Name == second);
}
