using FhirPsychAcute.Model;
namespace FhirPsychAcute.Server;

/// <summary>X-Request-Id: the client's, where it is harmless to repeat, otherwise the server's own (R4 http 3.1.0.1.12).</summary>
internal static class RequestId
{
    public const string Header = "X-Request-Id";
    private const int MaxLength = 128;

    /// <summary>The id of this request.</summary>
    public static string Of(HttpContext context)
    {
        var given = context.Request.Headers[Header].ToString();
        return given.Length is > 0 and <= MaxLength && IsPlain(given) && !CprMask.IsIn(given) ? given : context.TraceIdentifier;
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or ':' or '/' or '+' or '='))
            {
                return false;
            }
        }

        return true;
    }
}
