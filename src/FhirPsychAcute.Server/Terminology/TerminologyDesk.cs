using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Terminology.Operations;

namespace FhirPsychAcute.Server;

/// <summary>What the terminology operations have in common: reading what is asked, finding definitions, and giving answers.</summary>
internal sealed class TerminologyDesk(FhirService service, DefinitionLibrary library, TerminologyService terminology)
{
    private readonly StoredDefinitions stored = new(service.Store, service.Search, library);

    /// <summary>Answers about codes.</summary>
    public TerminologyService Service => terminology;

    /// <summary>Everything loaded, and what users have stored.</summary>
    public ValueTask<DefinitionScope> ScopeAsync(CancellationToken cancellationToken) => stored.ScopeAsync(cancellationToken);

    /// <summary>Runs an operation on what the request gives.</summary>
    public async ValueTask<Answer> RunAsync(
        FhirRequest request, Func<TerminologyService, DefinitionScope, OperationInput, OperationAnswer> operation, CancellationToken cancellationToken)
    {
        var call = await OperationCall.ReadAsync(service, request, cancellationToken);
        if (!call.IsSuccess)
        {
            return Answer.Refusal(call.Error);
        }

        var input = call.Value;
        if (request.Language == Language.Danish && input.Text("displayLanguage") is null)
        {
            input.Add("displayLanguage", "da");
        }

        var answer = operation(Service, await ScopeAsync(cancellationToken), input);
        return answer.Fault is { } fault ? Answer.Refusal(new FhirError(Status(fault), fault)) : Answer.Unstored(answer.Resource, null);
    }

    private static int Status(OutcomeIssue fault) => fault.Code switch
    {
        IssueCode.NotFound => StatusCodes.Status404NotFound,
        IssueCode.TooCostly or IssueCode.NotSupported => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status400BadRequest,
    };
}
