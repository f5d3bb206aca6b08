using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>read: the current version of a resource, as stored (http://hl7.org/fhir/R4/http.html#read).</summary>
internal static class Read
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var version = await service.Store.ReadAsync(request.Type, request.Id, cancellationToken);
        return Show(service, request, version);
    }

    /// <summary>The answer to a read or vread that found this version, or none.</summary>
    public static Answer Show(FhirService service, FhirRequest request, StoredVersion? version)
    {
        if (version is null)
        {
            return Answer.Refusal(FhirError.Of(StatusCodes.Status404NotFound, IssueCode.NotFound, "resource-unknown", $"{request.Type}/{request.Id}"));
        }

        if (version.IsDeleted)
        {
            // R4 http 3.1.0.2: a deleted resource is gone, and its ETag tells the version of the deletion.
            return Answer.Refusal(FhirError.Of(StatusCodes.Status410Gone, IssueCode.Deleted, "resource-deleted", $"{request.Type}/{request.Id}"), version);
        }

        if (ConditionalRead.IsNotModified(request, version))
        {
            return Answer.Headers(StatusCodes.Status304NotModified, version);
        }

        if (request.Query.Items.Count == 0)
        {
            return Answer.Resource(StatusCodes.Status200OK, version);
        }

        var subset = Subset.FromQuery(request.Query);
        return !subset.IsSuccess ? Answer.Refusal(subset.Error)
            : subset.Value.IsWhole ? Answer.Resource(StatusCodes.Status200OK, version)
            : Answer.Representation(StatusCodes.Status200OK, version, subset.Value.Of(version.Content, service.Schema));
    }
}
