using System.Buffers;
using System.Text;
using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server.Pages.Ig;

/// <summary>One example: what it claims, and its JSON.</summary>
internal static class ExamplePage
{
    public static Html Write(IgContent content, ResourceDocument example, Language language)
    {
        string Say(string id) => PageTexts.Get(language, id);
        var html = new Html();
        var name = $"{example.Type.Name}/{example.Id}";
        html.Raw("<p class=\"muted\">").Link("/ig", Say("ig-title")).Raw(" / ").Text(Say("ig-examples")).Raw("</p>\n").Element("h1", name).Raw("<dl class=\"facts\">");
        foreach (var profile in example.Root.Child("meta") is { Exists: true } meta ? meta.ChildrenNamed("profile").ToList() : [])
        {
            html.Element("dt", Say("ig-claims")).Raw("<dd>").Link(content.AddressOf(profile.Value ?? ""), profile.Value).Raw("</dd>");
        }

        html.Element("dt", Say("ig-downloads")).Raw("<dd>").Link($"/ig/example/{name}.json", "JSON").Raw(" · ").Link($"/ig/example/{name}.xml", "XML").Raw("</dd></dl>\n");
        var pretty = new ArrayBufferWriter<byte>();
        ResourceWriter.Write(example, pretty, JsonStyle.Pretty);
        return html.Raw("<pre class=\"source\" tabindex=\"0\">").Text(Encoding.UTF8.GetString(pretty.WrittenSpan)).Raw("</pre>");
    }
}
