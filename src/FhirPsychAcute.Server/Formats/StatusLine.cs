using Microsoft.AspNetCore.WebUtilities;

namespace FhirPsychAcute.Server;

/// <summary>Bundle.entry.response.status: the code and its words, <c>201 Created</c>.</summary>
internal static class StatusLine
{
    /// <summary>The status with its reason phrase.</summary>
    public static string Of(int status) => status switch
    {
        StatusCodes.Status200OK => "200 OK",
        StatusCodes.Status201Created => "201 Created",
        StatusCodes.Status204NoContent => "204 No Content",
        _ => FormattableString.Invariant($"{status} {ReasonPhrases.GetReasonPhrase(status)}"),
    };
}
