using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Psychiatry;
using FhirPsychAcute.Psychiatry.Messaging;
using FhirPsychAcute.Psychiatry.Reading;

namespace FhirPsychAcute.Server;

/// <summary>Takes an acknowledgement of a message that was sent from here. It is never acknowledged itself (MedCom acknowledgement 2.0.3): the answer is an OperationOutcome.</summary>
internal static class AcknowledgementDesk
{
    public static async ValueTask<Answer> TakeAsync(FhirService service, FhirRequest request, Message acknowledgement, CancellationToken cancellationToken)
    {
        if (await service.Gather.ReadAsync($"Bundle/{acknowledgement.Id}", cancellationToken) is { } stored)
        {
            return Duplicates.HasSameContent(acknowledgement.Bundle, stored) ? Joined()
                : Answer.Refusal(FhirError.At("Bundle.id", StatusCodes.Status409Conflict, IssueCode.Duplicate, "if-none-match-exists"));
        }

        var wrong = service.Validation.Check(acknowledgement.Bundle, [Guide.Structure("acknowledgement")])
            .Where(static finding => finding.Severity <= IssueSeverity.Error).Select(static finding => finding.ToOutcome()).ToList();
        if (wrong.Count > 0)
        {
            return Answer.Refusal(new FhirError(StatusCodes.Status422UnprocessableEntity, wrong));
        }

        var header = AcknowledgementJoin.Answered(acknowledgement) is { } answered ? await service.Gather.ReadAsync($"MessageHeader/{answered}", cancellationToken) : null;
        if (header is null)
        {
            return Answer.Refusal(new FhirError(
                StatusCodes.Status422UnprocessableEntity,
                PsychiatryMessages.Error(IssueCode.NotFound, "message.acknowledged-unknown") with { Expression = "Bundle.entry[0].resource.response.identifier" }));
        }

        var focus = header.Root.ReferenceIn("focus");
        var communication = focus?.StartsWith("Communication/", StringComparison.Ordinal) == true ? await service.Gather.ReadAsync(focus, cancellationToken) : null;
        var transaction = new AcknowledgementJoin(service.Schema, service.Writes.NewId).Joined(acknowledgement, communication, service.Clock.GetUtcNow());
        return await OwnTransaction.RunAsync(service, request, transaction, cancellationToken) is { } error ? Answer.Refusal(error) : Joined();
    }

    private static Answer Joined() => Answer.Outcome(
        StatusCodes.Status200OK, null, hasLocation: false, PsychiatryMessages.Issue(IssueSeverity.Information, IssueCode.Informational, "message.acknowledged"));
}
