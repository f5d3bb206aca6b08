using System.Globalization;

namespace FhirPsychAcute.Server;

/// <summary>vread: one version of a resource (http://hl7.org/fhir/R4/http.html#vread).</summary>
internal static class VRead
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        // Version ids of this server are numbers from 1: any other legal id names a version that does not exist.
        var version = long.TryParse(request.Route.VersionId, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await service.Store.ReadVersionAsync(request.Type, request.Id, number, cancellationToken)
            : null;
        return version is null
            ? Answer.Refusal(FhirError.Of(
                StatusCodes.Status404NotFound, IssueCode.NotFound, "version-unknown", $"{request.Type}/{request.Id}", request.Route.VersionId!))
            : Read.Show(service, request, version);
    }
}
