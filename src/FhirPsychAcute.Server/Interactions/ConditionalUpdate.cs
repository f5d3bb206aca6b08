using FhirPsychAcute.Model;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// Conditional update: the URL carries a search instead of an id. One match is updated; no match creates, under the id of the body where it has one;
/// several are refused (http://hl7.org/fhir/R4/http.html#cond-update).
/// </summary>
internal static class ConditionalUpdate
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var resource = service.Writes.Read(request);
        if (!resource.IsSuccess)
        {
            return Answer.Refusal(resource.Error);
        }

        for (var attempt = 0; attempt < Conflict.MaxAttempts; attempt++)
        {
            var match = await Condition.MatchAsync(service, request.Type, request.Query, "url", cancellationToken);
            if (!match.IsSuccess)
            {
                return Answer.Refusal(match.Error);
            }

            var target = await TargetAsync(service, request.Type, resource.Value.Document.Id, match.Value.Only, cancellationToken);
            if (!target.IsSuccess)
            {
                return Answer.Refusal(target.Error);
            }

            var answer = target.Value.Length == 0 && request.IfMatch is null
                ? await Create.StoreAsync(service, request, resource.Value, [match.Value.Precondition], cancellationToken)
                : await Update.StoreAsync(service, request, resource.Value, target.Value, match.Value.Precondition, cancellationToken);
            if (answer is not null)
            {
                return answer;
            }
        }

        return Answer.Refusal(Conflict.Busy());
    }

    /// <summary>Which id the update is for; empty for a new one of the server's.</summary>
    /// <param name="service">The server.</param>
    /// <param name="type">Resource type.</param>
    /// <param name="idInBody">The id that the body has; null for none.</param>
    /// <param name="found">The one match; null for none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The id; 400 when the body's id is another than that of the match, 409 when it belongs to a resource that does not match.</returns>
    public static async ValueTask<Result<string>> TargetAsync(
        FhirService service, string type, string? idInBody, StoredVersion? found, CancellationToken cancellationToken)
    {
        if (found is not null)
        {
            return idInBody is null || idInBody == found.Id
                ? found.Id
                : FhirError.At($"{type}.id", StatusCodes.Status400BadRequest, IssueCode.Value, "id-mismatch", idInBody, found.Id);
        }

        if (idInBody is null)
        {
            return "";
        }

        if (CprMask.IsCprNumber(idInBody))
        {
            return FhirError.At($"{type}.id", StatusCodes.Status422UnprocessableEntity, IssueCode.BusinessRule, "id-is-cpr");
        }

        // R4 http 3.1.0.4.3: no match, id provided: an update as create, unless that id exists: then 409.
        return await service.Store.ReadAsync(type, idInBody, cancellationToken) is { IsDeleted: false }
            ? FhirError.At($"{type}.id", StatusCodes.Status409Conflict, IssueCode.Conflict, "condition-id-exists", $"{type}/{idInBody}")
            : idInBody;
    }
}
