namespace FhirPsychAcute.Server;

/// <summary><c>HealthcareService/$find-offer</c>: which offers a citizen in an acute mental crisis can be directed to, best first.</summary>
internal static class FindOfferOperation
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var call = await OperationCall.ReadAsync(service, request, cancellationToken);
        if (!call.IsSuccess)
        {
            return Answer.Refusal(call.Error);
        }

        var directory = await service.Offers.ReadAsync(cancellationToken);
        var query = request.Query.ToQuery();
        var self = $"{request.Base}/HealthcareService/$find-offer{(query.Length > 0 ? "?" : "")}{query}";
        var reply = directory.Answer(call.Value, service.Clock.GetUtcNow(), request.Language, request.Base, self);
        return reply.Faults.Count > 0
            ? Answer.Refusal(new FhirError(reply.Faults.Any(static fault => fault.Code == IssueCode.BusinessRule) ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest, reply.Faults))
            : Answer.Unstored(reply.Bundle, null);
    }
}
