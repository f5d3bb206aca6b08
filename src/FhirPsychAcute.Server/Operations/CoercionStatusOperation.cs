using FhirPsychAcute.Psychiatry.Coercion;

namespace FhirPsychAcute.Server;

/// <summary><c>Procedure/[id]/$coercion-status</c>: every clock of a measure of coercion, and whether it counts (OperationDefinition psychacute-coercion-status).</summary>
internal static class CoercionStatusOperation
{
    // A patient of many years has some thousand contacts and plans.
    private const int Most = 20_000;

    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var call = await OperationCall.ReadAtAsync(service, request, cancellationToken);
        if (!call.IsSuccess)
        {
            return Answer.Refusal(call.Error);
        }

        var (input, at) = call.Value;
        if (!CaseReader.IsMeasure(input.Instance!))
        {
            return Answer.Refusal(FhirError.Of(StatusCodes.Status422UnprocessableEntity, IssueCode.BusinessRule, "not-coercion", request.Id));
        }

        var gathered = await service.Gather.SetAsync(Most, cancellationToken, CoercionGathering.OfMeasure(request.Id));
        return !gathered.IsSuccess ? Answer.Refusal(gathered.Error)
            : new CaseReader(gathered.Value, at).Of($"Procedure/{request.Id}") is { } episode
                ? Answer.Unstored(StatusAnswer.Write(CoercionStatus.Of(episode, service.Coercion), request.Language), null)
                : Answer.Refusal(Read.Missing(request, null));
    }
}
