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
            ? await StoreAsync(service, request, resource.Value, [], cancellationToken) ?? Answer.Refusal(Conflict.Busy())
            : await ConditionalCreate.RunAsync(service, request, resource.Value, cancellationToken);
    }

    /// <summary>Stores the resource under a new id.</summary>
    /// <returns>The answer; null when a precondition no longer held.</returns>
    public static async ValueTask<Answer?> StoreAsync(
        FhirService service, FhirRequest request, CheckedResource resource, IReadOnlyList<WritePrecondition> preconditions, CancellationToken cancellationToken)
    {
        var writes = service.Writes;
        for (var attempt = 0; attempt < Conflict.MaxAttempts; attempt++)
        {
            var operation = writes.Store(new ResourceEditor(resource.Document), request.Type, writes.NewId(), 0, writes.Now(), VersionMethod.Post, out var stored);
            var ruled = await service.WriteRules.JudgeAsync(new RuledChange(null, stored, request.Provenance), cancellationToken);
            if (!ruled.IsSuccess)
            {
                writes.Recycle(operation);
                return Answer.Refusal(ruled.Error);
            }

            var unit = ruled.Value.Unit(operation, preconditions);
            var pending = service.Store.WriteAsync(unit, cancellationToken);
            writes.Recycle(unit);
            if (await pending == WriteOutcome.Committed)
            {
                return WriteAnswer.Of(
                    request, StatusCodes.Status201Created, WritePreparation.Made(operation), "created", ruled.Value.After(resource.Findings));
            }

            // Only what the caller asked for is the caller's to search again.
            if (preconditions.Count > 0)
            {
                return null;
            }
        }

        return null;
    }
}
