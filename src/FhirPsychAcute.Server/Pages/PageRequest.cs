using FhirPsychAcute.Conformance.Outcomes;

namespace FhirPsychAcute.Server.Pages;

/// <summary>The language that a reader chose (<c>?lang=da</c>, kept in a cookie) or that the browser asks for.</summary>
internal static class PageRequest
{
    private const string Cookie = "lang";

    public static Language LanguageOf(HttpContext context)
    {
        var chosen = context.Request.Query["lang"].ToString();
        if (chosen is "da" or "en")
        {
            context.Response.Cookies.Append(Cookie, chosen, new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, HttpOnly = true, MaxAge = TimeSpan.FromDays(365) });
        }
        else
        {
            chosen = context.Request.Cookies[Cookie];
        }

        return chosen switch
        {
            "da" => Language.Danish,
            "en" => Language.English,
            _ => Messages.Negotiate(context.Request.Headers.AcceptLanguage),
        };
    }
}
