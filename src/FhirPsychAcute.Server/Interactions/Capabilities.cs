namespace FhirPsychAcute.Server;

/// <summary>capabilities: what this server does (http://hl7.org/fhir/R4/http.html#capabilities).</summary>
internal static class Capabilities
{
    public static Answer Run(FhirService service, FhirRequest request)
    {
        var mode = request.Query["mode"];
        if (mode is not (null or "" or "full" or "normative" or "terminology"))
        {
            return Answer.Refusal(FhirError.At("mode", StatusCodes.Status400BadRequest, IssueCode.Value, "mode-unknown", mode));
        }

        var (content, etag) = service.Capabilities.For(request.Base, mode is "terminology");
        return request.IfNoneMatch is { } tags && tags.Contains(etag, StringComparison.Ordinal) ? Answer.NotModified(etag) : Answer.Unstored(content, etag);
    }
}
