using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>One profile or extension: what it is for, its element table, its invariants, its examples.</summary>
internal static class StructureDefinitionPage
{
    private const string ImposeProfile = "http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile";

    public static Html Write(IgContent content, Definition definition, Language language, bool whole)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var root = definition.Document.Root;
        var html = new Html();
        DefinitionHead.Write(html, content, definition, language);
        var imposed = Imposed(root).ToList();
        if (imposed.Count > 0)
        {
            html.Element("h2", Say("ig-imposes")).Raw("<ul>");
            foreach (var canonical in imposed)
            {
                html.Raw("<li>").Link(content.AddressOf(canonical), canonical).Raw("</li>");
            }

            html.Raw("</ul>");
        }

        html.Element("h2 id=\"elements\"", Say("ig-elements"));
        var made = content.Snapshots.Get(definition);
        if (made.StructureDefinition is { } complete)
        {
            var address = IgContent.Address(definition);
            html.Raw("<p class=\"views\">");
            View(html, address + "#elements", Say("ig-view-differential"), !whole);
            html.Raw(" ");
            View(html, address + "?view=snapshot#elements", Say("ig-view-snapshot"), whole);
            html.Raw("</p>\n");
            var snapshot = complete.Root.Child("snapshot");
            html.Raw(new ElementTable(content, language).Write(snapshot, whole ? null : Touched(root)).ToString());
            WriteConstraints(html, snapshot, language);
        }
        else
        {
            html.Element("p", PageTexts.Get(language, "ig-fault", made.Faults.Count > 0 ? made.Faults[0].Message : ""));
        }

        var examples = content.ExamplesOf(definition.Url).ToList();
        if (examples.Count > 0)
        {
            html.Element("h2", Say("ig-examples")).Raw("<ul>");
            foreach (var example in examples)
            {
                html.Raw("<li>").Link($"/ig/example/{example.Type.Name}/{example.Id}", $"{example.Type.Name}/{example.Id}").Raw("</li>");
            }

            html.Raw("</ul>");
        }

        return html;
    }

    /// <summary>The profiles that a profile imposes too.</summary>
    public static IEnumerable<string> Imposed(Element structureDefinition)
    {
        foreach (var extension in structureDefinition.ChildrenNamed("extension").ToList())
        {
            if (extension.ChildValue("url") == ImposeProfile && extension.Child("value") is { HasValue: true } value)
            {
                yield return value.Value!;
            }
        }
    }

    private static void View(Html html, string address, string text, bool current) =>
        html.Raw("<a class=\"button\" href=\"").Text(address).Raw(current ? "\" aria-current=\"true\">" : "\">").Text(text).Raw("</a>");

    private static HashSet<string> Touched(Element structureDefinition)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in structureDefinition.Child("differential") is { Exists: true } differential ? differential.ChildrenNamed("element").ToList() : [])
        {
            touched.Add(element.ChildValue("id") ?? element.ChildValue("path") ?? "");
        }

        return touched;
    }

    private static void WriteConstraints(Html html, Element snapshot, Language language)
    {
        var rows = new List<(string Path, Element Constraint)>();
        foreach (var element in snapshot.ChildrenNamed("element"))
        {
            foreach (var constraint in ElementTable.OwnConstraints(element))
            {
                rows.Add((element.ChildValue("id") ?? "", constraint));
            }
        }

        if (rows.Count == 0)
        {
            return;
        }

        html.Element("h2", PageTexts.Get(language, "ig-constraints")).Raw("<div class=\"scroll\"><table><thead><tr>");
        foreach (var column in (ReadOnlySpan<string>)["ig-key", "ig-severity", "ig-element", "ig-rule", "ig-expression"])
        {
            html.Element("th scope=\"col\"", PageTexts.Get(language, column));
        }

        html.Raw("</tr></thead><tbody>\n");
        foreach (var (path, constraint) in rows)
        {
            html.Raw("<tr>").Element("td", constraint.ChildValue("key")).Element("td", constraint.ChildValue("severity")).Element("td class=\"mono\"", path)
                .Element("td", constraint.ChildText("human", language)).Raw("<td><code>").Text(constraint.ChildValue("expression")).Raw("</code></td></tr>\n");
        }

        html.Raw("</tbody></table></div>\n");
    }
}
