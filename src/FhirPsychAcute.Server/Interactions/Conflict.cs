namespace FhirPsychAcute.Server;

/// <summary>When others change what a write depends on: the write is prepared again, a bounded number of times (R4 http 3.1.0.5).</summary>
internal static class Conflict
{
    /// <summary>How often a write is prepared before the caller is asked to repeat it.</summary>
    public const int MaxAttempts = 32;

    /// <summary>Others were faster every time.</summary>
    public static FhirError Busy() => FhirError.Of(StatusCodes.Status409Conflict, IssueCode.Conflict, "write-conflict");

    /// <summary>Checks If-Match against the current version.</summary>
    /// <param name="ifMatch">The header; null when absent.</param>
    /// <param name="current">Current version; null or a deletion when there is no resource.</param>
    /// <param name="where">Name of the header or element, for the outcome.</param>
    /// <returns>Null when the write may go on; 412 when the resource has moved on, 400 when the header names no version.</returns>
    public static FhirError? CheckIfMatch(string? ifMatch, Storage.StoredVersion? current, string where)
    {
        if (ifMatch is null)
        {
            return null;
        }

        var exists = current is { IsDeleted: false };
        if (ifMatch.Trim() is "*")
        {
            return exists ? null : Stale(where, "if-match-absent");
        }

        if (!EntityTag.TryParse(ifMatch, out var version))
        {
            return FhirError.At(where, StatusCodes.Status400BadRequest, IssueCode.Value, "if-match-malformed");
        }

        return current is null ? Stale(where, "if-match-absent")
            : current.Version == version ? null
            : Stale(where, "if-match-stale", version, current.Version);
    }

    private static FhirError Stale(string where, string text, params object[] arguments) =>
        FhirError.At(where, StatusCodes.Status412PreconditionFailed, IssueCode.Conflict, text, arguments);
}
