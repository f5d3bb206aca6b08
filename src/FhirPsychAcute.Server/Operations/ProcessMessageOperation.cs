using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry;
using FhirPsychAcute.Psychiatry.Messaging;

namespace FhirPsychAcute.Server;

/// <summary>
/// <c>$process-message</c>: takes a message and answers it (http://hl7.org/fhir/R4/messageheader-operation-process-message.html). A message that can be answered is
/// always answered 200 with an Acknowledgement, which says ok, transient-error or fatal-error; what has no envelope to answer to is refused with an OperationOutcome.
/// An acknowledgement that comes in is joined to what was sent and never acknowledged itself.
/// </summary>
internal static class ProcessMessageOperation
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var content = Read(service, request);
        if (!content.IsSuccess)
        {
            return Answer.Refusal(content.Error);
        }

        var faults = Message.Read(content.Value, out var message);
        if (message is null)
        {
            return Answer.Refusal(new FhirError(StatusCodes.Status422UnprocessableEntity, faults));
        }

        if (message.Event == MedCom.AcknowledgementEvent)
        {
            return await AcknowledgementDesk.TakeAsync(service, request, message, cancellationToken);
        }

        var answer = await new MessageDesk(service, request).TakeAsync(message, cancellationToken);
        return answer.IsSuccess ? Answer.Unstored(answer.Value.Bytes, null) : Answer.Refusal(answer.Error);
    }

    private static Result<ResourceDocument> Read(FhirService service, FhirRequest request)
    {
        if (request.Query["async"] is "true" || request.Query["response-url"] is not null)
        {
            return Asynchronous();
        }

        if (request.Body.IsEmpty)
        {
            return Missing();
        }

        var parsed = service.Bodies.Parse(request.Body, request.BodyFormat);
        if (!parsed.IsValid)
        {
            return FhirError.FromStructure(parsed.Issues);
        }

        if (parsed.Document.Type.Name != "Parameters")
        {
            return parsed.Document;
        }

        ResourceDocument? content = null;
        foreach (var parameter in parsed.Document.Root.ChildrenNamed("parameter"))
        {
            switch (parameter.ChildValue("name"))
            {
                case "content" when parameter.Child("resource") is { Exists: true } resource:
                    content = ResourceDocument.Extract(resource);
                    break;
                case "async" when parameter.ChildValue("value") is "true":
                case "response-url":
                    return Asynchronous();
            }
        }

        return content is null ? Missing() : content;
    }

    private static FhirError Asynchronous() =>
        new(StatusCodes.Status400BadRequest, PsychiatryMessages.Error(IssueCode.NotSupported, "message.async") with { Expression = "async" });

    private static FhirError Missing() => new(StatusCodes.Status400BadRequest, PsychiatryMessages.Error(IssueCode.Required, "message.no-content") with { Expression = "content" });
}
