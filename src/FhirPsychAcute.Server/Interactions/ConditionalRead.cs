using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>Conditional read: 304 when the caller has the version already (http://hl7.org/fhir/R4/http.html#cread).</summary>
internal static class ConditionalRead
{
    /// <summary>Whether the caller's copy is as good as this version.</summary>
    public static bool IsNotModified(FhirRequest request, StoredVersion version)
    {
        // RFC 9110 13.2.2: If-None-Match, where given, overrules If-Modified-Since.
        if (request.IfNoneMatch is { } tags)
        {
            return EntityTag.Lists(tags, version.Version);
        }

        // HTTP dates have whole seconds only.
        return request.IfModifiedSince is { } since && version.LastUpdated.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }
}
