using System.Text.Json;
using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Server.Pages;

/// <summary>The page at <c>/validate</c>: a resource pasted or dropped, a profile chosen, the findings at their lines. The work is done by <c>$validate</c>.</summary>
internal static class ValidatePage
{
    private const string TextPrefix = "validate-js-";

    // A referral task that its profile refuses in several ways, for those who want to see what happens first.
    private const string WrongExample = """
        {
          "resourceType": "Task",
          "meta": { "profile": [ "https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-referral-task" ] },
          "status": "rejected",
          "intent": "order",
          "priority": "hurtigst",
          "focus": { "reference": "Patient/mette" },
          "authoredOn": "2026-11-20T02:15:00",
          "description": "Henvisning til socialt akuttilbud"
        }
        """;

    /// <summary>Answers with the page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="profiles">The profiles to choose from: canonical and title.</param>
    /// <param name="canonicalBase">What the canonicals of this project begin with.</param>
    public static Task WriteAsync(HttpContext context, IEnumerable<(string Canonical, string Title)> profiles, string canonicalBase)
    {
        var language = PageRequest.LanguageOf(context);
        string Say(string id) => PageTexts.Get(language, "validate-" + id);
        var page = new Html();
        page.Element("h1", Say("title")).Element("p class=\"lead\"", Say("intro"));
        page.Raw("<label for=\"source\">").Text(Say("source")).Raw("</label> <span id=\"name\" class=\"mono\"></span>\n");
        page.Raw("<textarea id=\"source\" spellcheck=\"false\" autocomplete=\"off\" placeholder=\"").Text(Say("placeholder")).Raw("\"></textarea>\n<div class=\"controls\">");
        page.Raw("<div><input id=\"file\" type=\"file\" hidden accept=\".json,.xml,application/json,application/xml,application/fhir+json,application/fhir+xml\"><button type=\"button\" id=\"choose\">").Text(Say("choose")).Raw("</button></div>");
        page.Raw("<div class=\"grow\"><label for=\"profile\">").Text(Say("profile")).Raw("</label><input id=\"profile\" type=\"text\" list=\"profiles\" spellcheck=\"false\" autocomplete=\"off\" placeholder=\"").Text(Say("claimed")).Raw("\"><datalist id=\"profiles\">");
        foreach (var (canonical, title) in profiles)
        {
            page.Raw("<option value=\"").Text(canonical).Raw("\">").Text(title).Raw("</option>");
        }

        page.Raw("</datalist></div><div><button type=\"button\" id=\"run\" class=\"primary\">").Text(Say("run")).Raw("</button> <button type=\"button\" id=\"example\">").Text(Say("example")).Raw("</button></div></div>\n");
        page.Raw("<p class=\"keys muted\"><kbd>Ctrl</kbd>+<kbd>Enter</kbd> ").Text(Say("key-run")).Raw(" · <kbd>j</kbd>/<kbd>k</kbd> ").Text(Say("key-step")).Raw(" · <kbd>c</kbd> ").Text(Say("key-copy")).Raw("</p>\n");
        page.Raw("<div id=\"summary\" class=\"summary\" role=\"status\" aria-live=\"polite\" tabindex=\"-1\" hidden></div>\n<section id=\"result\" aria-label=\"").Text(Say("result")).Raw("\" hidden>\n<div class=\"filters\">");
        foreach (var kind in (ReadOnlySpan<string>)["error", "warning", "information"])
        {
            page.Raw($"<label><input type=\"checkbox\" id=\"show-{kind}\" checked> ").Text(Say("show-" + kind)).Raw($" (<span id=\"count-{kind}\">0</span>)</label>");
        }

        page.Raw("<button type=\"button\" id=\"copy\">").Text(Say("copy")).Raw("</button><button type=\"button\" id=\"save\">").Text(Say("save")).Raw("</button> <span id=\"copied\" role=\"status\"></span></div>\n");
        page.Raw("<div class=\"result\"><div><h2>").Text(Say("findings")).Raw("</h2><ul id=\"issues\" class=\"issues\"></ul></div><div><h2>").Text(Say("lines")).Raw("</h2><div class=\"lines\" tabindex=\"0\"><ol id=\"lines\"></ol></div></div></div>\n</section>\n");
        page.Raw("<script type=\"application/json\" id=\"texts\">").Raw(Texts(language, canonicalBase)).Raw("</script>\n<script type=\"text/plain\" id=\"wrong-example\">").Raw(WrongExample).Raw("</script>");
        return PageLayout.WriteAsync(context, language, Say("title"), page, ["validate.css"], "validate.js");
    }

    // The default encoder writes < as an escape, so that no text can end the script element.
    private static string Texts(Language language, string canonicalBase)
    {
        var texts = PageTexts.Beginning(language, TextPrefix).ToDictionary(text => text.Key[TextPrefix.Length..], text => text.Value, StringComparer.Ordinal);
        texts["base"] = FhirEndpoint.BasePath;
        texts["canonical"] = canonicalBase;
        return JsonSerializer.Serialize(texts);
    }
}
