using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>The top of every definition's page: title, description, facts, downloads.</summary>
internal static class DefinitionHead
{
    public static void Write(Html html, IgContent content, Definition definition, Language language)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var root = definition.Document.Root;
        html.Raw("<p class=\"muted\">").Link("/ig", Say("ig-title")).Raw(" / ").Text(definition.ResourceType).Raw("</p>\n");
        html.Element("h1", root.ChildText("title", language) ?? root.ChildValue("name")).Raw("<div class=\"lead\">").Paragraphs(root.ChildText("description", language)).Raw("</div>\n<dl class=\"facts\">");
        html.Fact(Say("ig-canonical"), definition.Url).Fact(Say("ig-version"), definition.Version).Fact(Say("ig-status"), root.ChildValue("status"));
        // Of an operation, type says whether it can be called on a type.
        html.Fact(Say("ig-type"), definition.ResourceType == "StructureDefinition" ? root.ChildValue("type") : null).Fact(Say("ig-content"), root.ChildValue("content")).Fact(Say("ig-package-name"), definition.Package.ToString());
        if (root.ChildValue("baseDefinition") is { } baseDefinition)
        {
            html.Element("dt", Say("ig-base")).Raw("<dd>").Link(content.AddressOf(baseDefinition), baseDefinition).Raw("</dd>");
        }

        var contexts = root.ChildrenNamed("context").ToList().Select(context => context.ChildValue("expression"));
        html.Fact(Say("ig-context"), string.Join(", ", contexts));
        var address = IgContent.Address(definition);
        html.Element("dt", Say("ig-downloads")).Raw("<dd>").Link(address + ".json", "JSON").Raw(" · ").Link(address + ".xml", "XML").Raw(" · ").Link("/ig/package.tgz", Say("ig-package")).Raw("</dd></dl>\n");
        if (definition.ResourceType == "StructureDefinition" && root.ChildValue("type") is { } type && type != "Extension" && root.ChildValue("kind") == "resource")
        {
            html.Raw("<p><a class=\"button\" href=\"/validate?profile=").Text(Uri.EscapeDataString(definition.Url)).Raw("\">").Text(Say("ig-check")).Raw("</a></p>\n");
        }
    }
}
