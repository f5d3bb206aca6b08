using Microsoft.Extensions.Primitives;

namespace FhirPsychAcute.Server;

/// <summary>Lets web pages of chosen origins call the server (https://fetch.spec.whatwg.org/#http-cors-protocol). Without the port, an origin stands for all its ports.</summary>
internal sealed class Cors
{
    private const string Methods = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
    private const string RequestHeaders =
        "Accept, Accept-Language, Authorization, Content-Encoding, Content-Type, If-Match, If-Modified-Since, If-None-Exist, If-None-Match, Prefer, X-Provenance, X-Request-Id";

    private const string ResponseHeaders = "Content-Location, ETag, Last-Modified, Location, X-Request-Id, " + FindingCount.Header;

    private readonly bool all;
    private readonly string[] origins;

    /// <summary>Rules for these origins, separated by spaces.</summary>
    public Cors(string origins)
    {
        all = origins.Trim() is "*";
        this.origins = origins.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Adds the headers that let the page read the answer.</summary>
    /// <returns>Whether this was a preflight request, which is answered with that.</returns>
    public bool Apply(HttpContext context)
    {
        var origin = context.Request.Headers.Origin;
        if (StringValues.IsNullOrEmpty(origin))
        {
            return false;
        }

        var headers = context.Response.Headers;
        headers.Append("Vary", "Origin");
        if (Allows(origin.ToString()))
        {
            headers.AccessControlAllowOrigin = all ? "*" : origin;
            headers.AccessControlExposeHeaders = ResponseHeaders;
        }

        if (context.Request.Method != "OPTIONS" || StringValues.IsNullOrEmpty(context.Request.Headers.AccessControlRequestMethod))
        {
            return false;
        }

        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = RequestHeaders;
        headers.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }

    private bool Allows(string origin)
    {
        if (all)
        {
            return true;
        }

        foreach (var allowed in origins)
        {
            if (origin == allowed || (origin.StartsWith(allowed, StringComparison.Ordinal) && IsPort(origin.AsSpan(allowed.Length))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPort(ReadOnlySpan<char> rest) => rest is [':', _, ..] && !rest[1..].ContainsAnyExceptInRange('0', '9');
}
