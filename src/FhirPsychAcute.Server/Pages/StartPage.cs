namespace FhirPsychAcute.Server.Pages;

/// <summary>The page at <c>/</c>: what this is and which addresses to try, in the reader's language.</summary>
internal static class StartPage
{
    private static readonly (string Url, string Text)[] Addresses =
    [
        ("/validate", "start-validate"),
        ("/ig", "start-ig"),
        ("/fhir/metadata?_pretty=true", "start-metadata"),
        ("/fhir/Patient?_pretty=true", "start-patients"),
        ("/fhir/Encounter?_include=Encounter:subject&_pretty=true", "start-calls"),
        ("/fhir/Task?_pretty=true", "start-tasks"),
        ("/fhir/_history?_count=10&_pretty=true", "start-history"),
        ("/swagger", "start-swagger"),
        ("/health/ready", "start-health"),
    ];

    /// <summary>Answers with the page.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        var language = PageRequest.LanguageOf(context);
        var page = new Html();
        page.Element("h1", "FhirPsychAcute").Element("p class=\"lead\"", PageTexts.Get(language, "start-intro")).Raw("<ul>\n");
        foreach (var (url, text) in Addresses)
        {
            page.Raw("<li><a href=\"").Text(url).Raw("\"><code>").Text(url).Raw("</code></a> ").Text(PageTexts.Get(language, text)).Raw("</li>\n");
        }

        return PageLayout.WriteAsync(context, language, "", page.Raw("</ul>"));
    }
}
