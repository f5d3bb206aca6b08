using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;
using FhirPsychAcute.Psychiatry;
using FhirPsychAcute.Psychiatry.Triage;

namespace FhirPsychAcute.Server;

/// <summary>
/// <c>QuestionnaireResponse/$extract</c> and <c>QuestionnaireResponse/[id]/$extract</c>: the triage form's answers as the resources that its questions name, in a
/// transaction that the client posts (http://hl7.org/fhir/uv/sdc/OperationDefinition-QuestionnaireResponse-extract.html). Stores nothing itself.
/// </summary>
internal static class ExtractOperation
{
    // Referrals made in one call.
    private const int MaxGathered = 1_000;

    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(service, request, cancellationToken);
        if (!read.IsSuccess)
        {
            return Answer.Refusal(read.Error);
        }

        var response = read.Value;
        var wrong = service.Validation.Check(response, [Guide.Structure("triage-response")]).Where(static finding => finding.Severity <= IssueSeverity.Error).Select(static finding => finding.ToOutcome());
        var call = TriageExtraction.Call(response) is { } reference ? await service.Gather.ReadAsync(reference, cancellationToken) : null;
        if (wrong.Concat(TriageExtraction.Faults(response, call)).ToList() is { Count: > 0 } faults)
        {
            return Answer.Refusal(new FhirError(StatusCodes.Status422UnprocessableEntity, faults));
        }

        var referrals = await service.Gather.SetAsync(MaxGathered, cancellationToken, TriageExtraction.Referrals(TriageExtraction.Call(response)!));
        if (!referrals.IsSuccess)
        {
            return Answer.Refusal(referrals.Error);
        }

        var stored = request.Route.Id is null && response.Id is { } id ? await service.Gather.ReadAsync($"QuestionnaireResponse/{id}", cancellationToken) : null;
        var isStored = request.Route.Id is not null || (stored is not null && JsonEquality.Difference(stored.Bytes, response.Bytes, JsonEquality.ServerFields) is null);
        var transaction = new TriageExtraction(service.Schema, service.Writes.NewId).Of(isStored ? stored ?? response : response, isStored, call!, referrals.Value, service.Clock.GetUtcNow());
        return Answer.Unstored(transaction.Bytes, null);
    }

    private static async ValueTask<Result<ResourceDocument>> ReadAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        if (request.Route.Id is not null)
        {
            var input = await OperationCall.ReadAsync(service, request, cancellationToken);
            return input.IsSuccess ? input.Value.Instance! : input.Error;
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

        if (parsed.Document.Type.Name == "QuestionnaireResponse")
        {
            return parsed.Document;
        }

        // SDC calls the parameter questionnaire-response; R4's operations call such a one resource.
        foreach (var parameter in parsed.Document.Type.Name == "Parameters" ? parsed.Document.Root.ChildrenNamed("parameter").ToList() : [])
        {
            if (parameter.ChildValue("name") is "questionnaire-response" or "resource" && parameter.Child("resource") is { Exists: true, Type.Name: "QuestionnaireResponse" } resource)
            {
                return ResourceDocument.Extract(resource);
            }
        }

        return Missing();
    }

    private static FhirError Missing() =>
        new(StatusCodes.Status400BadRequest, PsychiatryMessages.Error(IssueCode.Required, "triage.no-response") with { Expression = "questionnaire-response" });
}
