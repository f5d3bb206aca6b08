using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry.Privacy;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>Stores an AuditEvent of an operation on a person's record. Who asked is what X-Provenance tells, else unknown: the server has no access control that would know.</summary>
internal static class AccessTrail
{
    /// <summary>The change that stores it, for a unit with others.</summary>
    public static WriteOperation Event(FhirService service, FhirRequest request, string? patient, string? focus, int status)
    {
        var record = AccessRecord.Compose(request.Route.Operation!.Name, patient, focus, status, request.Provenance, service.Clock.GetUtcNow(), service.Schema);
        return service.Writes.Store(new ResourceEditor(record), "AuditEvent", service.Writes.NewId(), 0, service.Writes.Now(), VersionMethod.Post);
    }

    /// <summary>Stores it by itself.</summary>
    public static async ValueTask RecordAsync(FhirService service, FhirRequest request, string? patient, string? focus, int status, CancellationToken cancellationToken)
    {
        var operation = Event(service, request, patient, focus, status);
        var pending = service.Store.WriteAsync(new WriteUnit([operation], []), cancellationToken);
        service.Writes.Recycle(operation);
        if (await pending != WriteOutcome.Committed)
        {
            throw new InvalidOperationException("An id of the server's was already in use.");
        }
    }
}
