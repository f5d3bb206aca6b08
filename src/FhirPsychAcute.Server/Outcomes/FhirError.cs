using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Server;

/// <summary>A refusal as a value: the HTTP status and what to say. Only the edge turns it into an OperationOutcome (R4 http 3.1.0.1.6).</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Issues">At least one issue.</param>
internal sealed record FhirError(int Status, IReadOnlyList<OutcomeIssue> Issues)
{
    /// <summary>A refusal with one issue.</summary>
    public FhirError(int status, OutcomeIssue issue)
        : this(status, [issue])
    {
    }

    /// <summary>A refusal with one issue of severity error.</summary>
    public static FhirError Of(int status, string code, string text, params object[] arguments) =>
        new(status, Messages.Error(code, text, arguments));

    /// <summary>A refusal that names the element, parameter or header at fault.</summary>
    public static FhirError At(string expression, int status, string code, string text, params object[] arguments) =>
        new(status, Messages.Error(code, text, arguments) with { Expression = expression });

    /// <summary>What reading a body found: 400, each structural fault an issue with its place (R4 http 3.1.0.8: "could not be parsed or failed basic FHIR validation rules").</summary>
    public static FhirError FromStructure(IReadOnlyList<StructureIssue> faults)
    {
        var issues = new OutcomeIssue[faults.Count];
        for (var i = 0; i < issues.Length; i++)
        {
            issues[i] = StructureIssues.From(faults[i]).ToOutcome();
        }

        return new FhirError(StatusCodes.Status400BadRequest, issues);
    }
}
