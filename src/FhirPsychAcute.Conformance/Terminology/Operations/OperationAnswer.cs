using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Terminology.Expansion;
using FhirPsychAcute.Conformance.Validation;

namespace FhirPsychAcute.Conformance.Terminology.Operations;

/// <summary>What came of an operation: a resource, or the issue that says why not.</summary>
public sealed class OperationAnswer
{
    private OperationAnswer(ReadOnlyMemory<byte> resource, OutcomeIssue? fault)
    {
        Resource = resource;
        Fault = fault;
    }

    /// <summary>The Parameters or ValueSet as UTF-8 JSON; empty with a fault.</summary>
    public ReadOnlyMemory<byte> Resource { get; }

    /// <summary>Why there is no answer: not-found, too-costly, invalid, required, not-supported; null when there is one.</summary>
    public OutcomeIssue? Fault { get; }

    internal static OperationAnswer Of(byte[] resource) => new(resource, null);

    internal static OperationAnswer Refused(string code, string messageId, params object[] arguments) => new(default, Issue(code, messageId, arguments));

    internal static OperationAnswer Missing(string parameter) =>
        new(default, Issue(IssueCode.Required, "terminology.parameter-missing", parameter) with { Expression = parameter });

    internal static OperationAnswer Unusable(string parameter, string value) =>
        new(default, Issue(IssueCode.Value, "terminology.parameter-unusable", parameter, value) with { Expression = parameter });

    internal static OperationAnswer Of(ExpansionFault fault) => Refused(fault.Code, fault.MessageId, fault.Arguments);

    private static OutcomeIssue Issue(string code, string messageId, params object[] arguments) =>
        new(IssueSeverity.Error, code, ValidationMessages.Catalogue, messageId, arguments) { MessageSystem = ValidationMessages.System };
}
