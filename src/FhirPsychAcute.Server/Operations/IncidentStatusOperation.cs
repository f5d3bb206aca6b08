using FhirPsychAcute.Psychiatry;
using FhirPsychAcute.Psychiatry.Incidents;

namespace FhirPsychAcute.Server;

/// <summary><c>Group/[id]/$incident-status</c>: who still waits for a contact after an incident (OperationDefinition psychacute-incident-status).</summary>
internal static class IncidentStatusOperation
{
    // A disaster of a whole town, with calls and contacts.
    private const int Most = 100_000;

    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var call = await OperationCall.ReadAtAsync(service, request, cancellationToken);
        if (!call.IsSuccess)
        {
            return Answer.Refusal(call.Error);
        }

        var (input, at) = call.Value;
        var group = input.Instance!;
        if (!IncidentStatus.IsActivation(group))
        {
            return Answer.Refusal(new FhirError(StatusCodes.Status422UnprocessableEntity, PsychiatryMessages.Error(IssueCode.BusinessRule, "incident.not-activation", request.Id)));
        }

        var gathered = await service.Gather.SetAsync(Most, cancellationToken, IncidentGathering.Of(group));
        var address = $"Group/{request.Id}";
        return gathered.IsSuccess
            ? Answer.Unstored(IncidentAnswer.Write(IncidentStatus.Of(group, address, gathered.Value, at), address, request.Language), null)
            : Answer.Refusal(gathered.Error);
    }
}
