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
        if (version is null or { IsDeleted: true })
        {
            // R4 http 3.1.0.2: a deleted resource is gone, and its ETag tells the version of the deletion.
            var missing = Missing(request, version);
            return version is null ? Answer.Refusal(missing) : Answer.Refusal(missing, version);
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

    /// <summary>Why the resource of the request's path cannot be had: 404 when the id was never used, 410 when it was deleted.</summary>
    public static FhirError Missing(FhirRequest request, StoredVersion? deleted) => deleted is null
        ? FhirError.Of(StatusCodes.Status404NotFound, IssueCode.NotFound, "resource-unknown", $"{request.Type}/{request.Id}")
        : FhirError.Of(StatusCodes.Status410Gone, IssueCode.Deleted, "resource-deleted", $"{request.Type}/{request.Id}");
}
