using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Server.Pages;

/// <summary>What every page has around its content: head, navigation, choice of language.</summary>
internal static class PageLayout
{
    private static readonly (string Address, string Text)[] Navigation = [("/validate", "nav-validate"), ("/ig", "nav-ig"), ("/swagger", "nav-swagger"), ("/fhir/metadata?_pretty=true", "nav-metadata")];

    /// <summary>Answers with a page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="language">Language of the page.</param>
    /// <param name="title">Title, without the product's name.</param>
    /// <param name="content">What stands in the main element.</param>
    /// <param name="styles">Further style sheets by name.</param>
    /// <param name="script">Script by name, or null.</param>
    public static Task WriteAsync(HttpContext context, Language language, string title, Html content, string[]? styles = null, string? script = null)
    {
        var path = context.Request.Path.Value ?? "/";
        var page = new Html();
        page.Raw($"<!DOCTYPE html>\n<html lang=\"{language.Tag()}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Element("title", title.Length == 0 ? "FhirPsychAcute" : $"{title} - FhirPsychAcute").Raw("\n<link rel=\"icon\" href=\"/assets/icon.svg\">\n<link rel=\"stylesheet\" href=\"/assets/site.css\">\n");
        foreach (var style in styles ?? [])
        {
            page.Raw($"<link rel=\"stylesheet\" href=\"/assets/{style}\">\n");
        }

        page.Raw("</head>\n<body>\n<a class=\"skip\" href=\"#main\">").Text(PageTexts.Get(language, "nav-skip")).Raw("</a>\n<header class=\"site\"><strong><a href=\"/\">FhirPsychAcute</a></strong>\n<nav>");
        foreach (var (address, text) in Navigation)
        {
            page.Raw("<a href=\"").Text(address).Raw(path.StartsWith(address, StringComparison.Ordinal) ? "\" aria-current=\"page\">" : "\">").Text(PageTexts.Get(language, text)).Raw("</a>");
        }

        page.Raw("</nav>");
        var other = language == Language.Danish ? Language.English : Language.Danish;
        page.Raw("<a hreflang=\"").Raw(other.Tag()).Raw("\" lang=\"").Raw(other.Tag()).Raw("\" href=\"").Text($"{path}?lang={other.Tag()}").Raw("\">").Text(PageTexts.Get(other, "nav-language"))
            .Raw("</a></header>\n<main id=\"main\">\n").Raw(content.ToString()).Raw("\n</main>\n");
        if (script is not null)
        {
            page.Raw($"<script src=\"/assets/{script}\" defer></script>\n");
        }

        page.Raw("</body>\n</html>\n");
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentLanguage = language.Tag();
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        return context.Response.WriteAsync(page.ToString());
    }
}
