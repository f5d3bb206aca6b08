using FhirPsychAcute.Storage;

namespace FhirPsychAcute.Server;

/// <summary>What a write that succeeded answers with, by the caller's preference (R4 http 3.1.0.1.8): the resource as stored unless something else is preferred.</summary>
internal static class WriteAnswer
{
    /// <summary>The answer to a create or update.</summary>
    /// <param name="request">The request.</param>
    /// <param name="status">200 or 201.</param>
    /// <param name="version">The version that is there now.</param>
    /// <param name="text">Id of the text for return=OperationOutcome.</param>
    /// <param name="findings">What validation found; counted in a header, and told with return=OperationOutcome.</param>
    public static Answer Of(FhirRequest request, int status, StoredVersion version, string text, IReadOnlyList<OutcomeIssue>? findings = null)
    {
        findings ??= [];
        var answer = request.Prefer.Return switch
        {
            ReturnPreference.Minimal => Answer.Headers(status, version, hasLocation: true),
            ReturnPreference.OperationOutcome => Answer.Outcome(
                status, version, hasLocation: true,
                [Messages.Issue(IssueSeverity.Information, IssueCode.Informational, text, $"{version.Type}/{version.Id}", version.Version), .. findings]),
            _ => Answer.Resource(status, version, hasLocation: true),
        };
        answer.Findings = findings;
        return answer;
    }
}
