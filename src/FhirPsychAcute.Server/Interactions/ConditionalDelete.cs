namespace FhirPsychAcute.Server;

/// <summary>
/// Conditional delete: deletes the one resource that a search finds; none is fine, several are refused with 412, as the CapabilityStatement says
/// (conditionalDelete = single; http://hl7.org/fhir/R4/http.html#3.1.0.7.1).
/// </summary>
internal static class ConditionalDelete
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Conflict.MaxAttempts; attempt++)
        {
            var match = await Condition.MatchAsync(service, request.Type, request.Query, "url", cancellationToken);
            if (!match.IsSuccess)
            {
                return Answer.Refusal(match.Error);
            }

            if (match.Value.Only is not { } found)
            {
                return Delete.Done(request, null, "delete-not-needed", request.Type);
            }

            if (await Delete.StoreAsync(service, request, found.Id, match.Value.Precondition, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        return Answer.Refusal(Conflict.Busy());
    }
}
