using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// Conditional create: If-None-Exist carries a search; nothing found creates, one found is answered with 200, several with 412
/// (http://hl7.org/fhir/R4/http.html#ccreate).
/// </summary>
internal static class ConditionalCreate
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CheckedResource resource, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Conflict.MaxAttempts; attempt++)
        {
            var match = await Condition.MatchAsync(service, request.Type, request.IfNoneExist!, "If-None-Exist", cancellationToken);
            if (!match.IsSuccess)
            {
                return Answer.Refusal(match.Error);
            }

            if (match.Value.Only is { } found)
            {
                return WriteAnswer.Of(request, StatusCodes.Status200OK, found, "create-not-needed");
            }

            if (await Create.StoreAsync(service, request, resource, [match.Value.Precondition], cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return Answer.Refusal(Conflict.Busy());
    }
}
