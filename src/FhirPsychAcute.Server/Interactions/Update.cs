using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// update: a new version of a resource, or its first one under an id that the client chose (http://hl7.org/fhir/R4/http.html#update, #upsert).
/// </summary>
internal static class Update
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var resource = service.Writes.Read(request);
        if (!resource.IsSuccess)
        {
            return Answer.Refusal(resource.Error);
        }

        return CheckId(resource.Value.Document, request.Type, request.Id) is { } error
            ? Answer.Refusal(error)
            : await StoreAsync(service, request, resource.Value, request.Id, null, cancellationToken) ?? Answer.Refusal(Conflict.Busy());
    }

    /// <summary>The id in the body must be the one in the URL (R4 http 3.1.0.4), and no CPR number may become part of URLs.</summary>
    public static FhirError? CheckId(ResourceDocument document, string type, string id)
    {
        if (CprMask.IsCprNumber(id))
        {
            return FhirError.At($"{type}.id", StatusCodes.Status422UnprocessableEntity, IssueCode.BusinessRule, "id-is-cpr");
        }

        return document.Id switch
        {
            null => FhirError.At($"{type}.id", StatusCodes.Status400BadRequest, IssueCode.Required, "id-missing", id),
            var inBody when inBody == id => null,
            var inBody => FhirError.At($"{type}.id", StatusCodes.Status400BadRequest, IssueCode.Value, "id-mismatch", inBody, id),
        };
    }

    /// <summary>Stores the resource as the next version of an id.</summary>
    /// <returns>The answer; null when a precondition no longer held or others were faster every time.</returns>
    public static async ValueTask<Answer?> StoreAsync(
        FhirService service, FhirRequest request, CheckedResource resource, string id, WritePrecondition? precondition, CancellationToken cancellationToken)
    {
        var writes = service.Writes;
        for (var attempt = 0; attempt < Conflict.MaxAttempts; attempt++)
        {
            var current = await service.Store.ReadAsync(request.Type, id, cancellationToken);
            if (Conflict.CheckIfMatch(request.IfMatch, current, "If-Match") is { } stale)
            {
                return current is null ? Answer.Refusal(stale) : Answer.Refusal(stale, current);
            }

            if (request.IfNoneMatch?.Trim() is "*" && current is { IsDeleted: false })
            {
                return Answer.Refusal(FhirError.At("If-None-Match", StatusCodes.Status412PreconditionFailed, IssueCode.Conflict, "if-none-match-exists"), current);
            }

            var operation = writes.Store(
                new ResourceEditor(resource.Document), request.Type, id, current?.Version ?? 0, writes.Now(current), VersionMethod.Put, out var stored);
            var ruled = await service.WriteRules.JudgeAsync(new RuledChange(current, stored, request.Provenance, request.Along), cancellationToken);
            if (!ruled.IsSuccess)
            {
                writes.Recycle(operation);
                return Answer.Refusal(ruled.Error);
            }

            var unit = ruled.Value.Unit(operation, precondition is null ? [] : [precondition]);
            var pending = service.Store.WriteAsync(unit, cancellationToken);
            writes.Recycle(unit);
            switch (await pending)
            {
                case WriteOutcome.Committed:
                    var existed = current is { IsDeleted: false };
                    return WriteAnswer.Of(
                        request, existed ? StatusCodes.Status200OK : StatusCodes.Status201Created, WritePreparation.Made(operation), existed ? "updated" : "created",
                        ruled.Value.After(resource.Findings));
                case WriteOutcome.PreconditionFailed when precondition is not null:
                    return null;
            }
        }

        return null;
    }
}
