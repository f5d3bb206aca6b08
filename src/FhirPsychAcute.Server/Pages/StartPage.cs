using System.Net;
using System.Text;

namespace FhirPsychAcute.Server;

/// <summary>The page at <c>/</c>: what this is and which addresses to try, in the reader's language.</summary>
internal static class StartPage
{
    private static readonly (string Url, string Text)[] Addresses =
    [
        ("/fhir/metadata?_pretty=true", "page-metadata"),
        ("/fhir/Patient?_pretty=true", "page-patients"),
        ("/fhir/Encounter?_include=Encounter:subject&_pretty=true", "page-calls"),
        ("/fhir/Task?_pretty=true", "page-tasks"),
        ("/fhir/_history?_count=10&_pretty=true", "page-history"),
        ("/swagger", "page-swagger"),
        ("/health/ready", "page-health"),
    ];

    public static Task WriteAsync(HttpContext context)
    {
        var language = Messages.Negotiate(context.Request.Headers.AcceptLanguage);
        var list = new StringBuilder();
        foreach (var (url, text) in Addresses)
        {
            list.Append("<li><a href=\"").Append(WebUtility.HtmlEncode(url)).Append("\"><code>").Append(WebUtility.HtmlEncode(url)).Append("</code></a> ")
                .Append(WebUtility.HtmlEncode(Messages.Get(language, text))).Append("</li>\n");
        }

        var html = $$"""
            <!DOCTYPE html>
            <html lang="{{(language == Language.Danish ? "da" : "en")}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>FhirPsychAcute</title>
            <style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem } li { margin: .3rem 0 }</style>
            </head>
            <body>
            <h1>FhirPsychAcute</h1>
            <p>{{WebUtility.HtmlEncode(Messages.Get(language, "page-intro"))}}</p>
            <ul>
            {{list}}</ul>
            </body>
            </html>
            """;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentLanguage = language == Language.Danish ? "da" : "en";
        context.Response.Headers.Vary = "Accept-Language";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return context.Response.WriteAsync(html);
    }
}
