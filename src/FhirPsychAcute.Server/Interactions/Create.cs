using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>create: a new resource under an id of the server's (http://hl7.org/fhir/R4/http.html#create).</summary>
internal static class Create
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var resource = service.Writes.Read(request);
        if (!resource.IsSuccess)
        {
            return Answer.Refusal(resource.Error);
        }

        return request.IfNoneExist is null
            ? await StoreAsync(service, request, resource.Value, [], cancellationToken) ?? throw new InvalidOperationException("An id of the server's was already in use.")
            : await ConditionalCreate.RunAsync(service, request, resource.Value, cancellationToken);
    }

    /// <summary>Stores the resource under a new id.</summary>
    /// <returns>The answer; null when a precondition no longer held.</returns>
    public static async ValueTask<Answer?> StoreAsync(
        FhirService service, FhirRequest request, CheckedResource resource, IReadOnlyList<WritePrecondition> preconditions, CancellationToken cancellationToken)
    {
        var writes = service.Writes;
        var operation = writes.Store(new ResourceEditor(resource.Document), request.Type, writes.NewId(), 0, writes.Now(), VersionMethod.Post);
        var pending = service.Store.WriteAsync(new WriteUnit([operation], preconditions), cancellationToken);
        writes.Recycle(operation);
        return await pending == WriteOutcome.Committed
            ? WriteAnswer.Of(request, StatusCodes.Status201Created, WritePreparation.Made(operation), "created", resource.Findings)
            : null;
    }
}
