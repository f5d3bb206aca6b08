using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>
/// <c>$validate</c>: would the server take this resource, or this change (http://hl7.org/fhir/R4/resource-operation-validate.html)? Whatever is wrong with the
/// resource, its JSON or XML included, is a finding: the answer is 200 with an OperationOutcome. Only a request that asks for nothing that can be checked is refused.
/// </summary>
internal static class ValidateOperation
{
    public static async ValueTask<Answer> RunAsync(FhirService service, FhirRequest request, CancellationToken cancellationToken)
    {
        var read = ValidationInput.Read(service, request);
        if (!read.IsSuccess)
        {
            return Answer.Refusal(read.Error);
        }

        var input = read.Value;
        if (Unusable(request, input) is { } error)
        {
            return Answer.Refusal(error);
        }

        var current = request.Route.Id is { } id ? await service.Store.ReadAsync(request.Type, id, cancellationToken) : null;
        if (input.HasResource)
        {
            return Findings([.. CheckSent(service, request, input), .. CheckMode(request, input, current)]);
        }

        if (input.Mode == "delete")
        {
            return Findings([DeleteFinding(request, current)]);
        }

        if (current is null or { IsDeleted: true })
        {
            return Read.Show(service, request, current);
        }

        // What was stored under earlier rules may have faults now.
        var stored = service.Validation.Check(current.Content, ContentFormat.Json, input.Profiles);
        return Findings([.. stored.Select(finding => finding.ToOutcome())]);
    }

    private static Answer Findings(IReadOnlyList<OutcomeIssue> issues) => Answer.Outcome(StatusCodes.Status200OK, null, hasLocation: false, issues);

    // Modes and what they need: R4 resource-operation-validate, parameter mode.
    private static FhirError? Unusable(FhirRequest request, ValidationInput input) => input switch
    {
        { Mode: "delete", HasResource: false } when request.Route.Id is null => Refuse("validate-mode-needs-id"),
        { Mode: "profile" } when request.Route.Id is null || input.HasResource || input.Profiles.Count == 0 => Refuse("validate-mode-profile"),
        { HasResource: false } when request.Route.Id is null => FhirError.At("resource", StatusCodes.Status400BadRequest, IssueCode.Required, "validate-resource-missing"),
        _ => null,
    };

    private static FhirError Refuse(string text) => FhirError.At("mode", StatusCodes.Status400BadRequest, IssueCode.Value, text);

    private static IEnumerable<OutcomeIssue> CheckSent(FhirService service, FhirRequest request, ValidationInput input)
    {
        foreach (var fault in input.Faults)
        {
            yield return StructureIssues.From(fault).ToOutcome();
        }

        if (input.Document is not { } document)
        {
            yield break;
        }

        if (request.Route.Type is { } type && document.Type.Name != type)
        {
            yield return Messages.Error(IssueCode.Invalid, "type-mismatch", document.Type.Name, type) with { Expression = document.Type.Name, Position = document.Root.Position };
        }

        foreach (var finding in service.Validation.Check(document, input.Profiles))
        {
            var issue = finding.ToOutcome();
            yield return issue with { Position = BodyPlace.Shift(finding.Position, input.Offset, request.Body.Span) };
        }
    }

    private static IEnumerable<OutcomeIssue> CheckMode(FhirRequest request, ValidationInput input, StoredVersion? current)
    {
        if (input.Document is not { } document)
        {
            yield break;
        }

        var type = document.Type.Name;
        switch (input.Mode)
        {
            case "update" when request.Route.Id is { } id && Update.CheckId(document, type, id) is { } error:
                foreach (var issue in error.Issues)
                {
                    yield return issue;
                }

                break;
            case "update" when request.Route.Id is null && document.Id is null:
                yield return Messages.Error(IssueCode.Required, "validate-update-id") with { Expression = $"{type}.id" };
                break;
            case "create" when document.Id is not null:
                yield return Messages.Issue(IssueSeverity.Information, IssueCode.Informational, "validate-create-id") with { Expression = $"{type}.id" };
                break;
            case "delete" when request.Route.Id is not null:
                yield return DeleteFinding(request, current);
                break;
        }
    }

    // This server refuses no delete: references to what is gone stay, as R4 http 3.1.0.7 leaves to the server.
    private static OutcomeIssue DeleteFinding(FhirRequest request, StoredVersion? current) => Messages.Issue(
        IssueSeverity.Information, IssueCode.Informational, current is null or { IsDeleted: true } ? "delete-not-needed" : "validate-delete", $"{request.Type}/{request.Id}");
}
