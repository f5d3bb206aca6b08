using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>delete: a last version without content; its history stays (http://hl7.org/fhir/R4/http.html#delete).</summary>
internal static class Delete
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken) =>
        await StoreAsync(service, request, request.Id, null, cancellationToken) ?? Answer.Refusal(Conflict.Busy());

    /// <summary>Deletes one resource. Deleting what is deleted already, or never was, succeeds and changes nothing.</summary>
    /// <returns>The answer; null when a precondition no longer held or others were faster every time.</returns>
    public static async ValueTask<Answer?> StoreAsync(
        FhirService service, FhirRequest request, string id, WritePrecondition? precondition, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Conflict.MaxAttempts; attempt++)
        {
            var current = await service.Store.ReadAsync(request.Type, id, cancellationToken);
            if (Conflict.CheckIfMatch(request.IfMatch, current, "If-Match") is { } stale)
            {
                return current is null ? Answer.Refusal(stale) : Answer.Refusal(stale, current);
            }

            if (current is null or { IsDeleted: true })
            {
                return Done(request, current, "delete-not-needed", $"{request.Type}/{id}");
            }

            var operation = WritePreparation.Delete(request.Type, id, current.Version, service.Writes.Now(current));
            switch (await service.Store.WriteAsync(new WriteUnit([operation], precondition is null ? [] : [precondition]), cancellationToken))
            {
                case WriteOutcome.Committed:
                    return Done(request, WritePreparation.Made(operation), "deleted", $"{request.Type}/{id}");
                case WriteOutcome.PreconditionFailed:
                    return null;
            }
        }

        return null;
    }

    /// <summary>204, or 200 with an OperationOutcome for those who prefer one.</summary>
    public static Answer Done(FhirRequest request, StoredVersion? version, string text, string name)
    {
        if (request.Prefer.Return == ReturnPreference.OperationOutcome)
        {
            return Answer.Outcome(
                StatusCodes.Status200OK, version, hasLocation: false, Messages.Issue(IssueSeverity.Information, IssueCode.Informational, text, name));
        }

        return version is null ? Answer.Empty(StatusCodes.Status204NoContent) : Answer.Headers(StatusCodes.Status204NoContent, version);
    }
}
