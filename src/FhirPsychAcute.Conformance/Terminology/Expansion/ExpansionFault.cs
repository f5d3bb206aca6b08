namespace FhirPsychAcute.Conformance.Terminology.Expansion;

/// <summary>Why a value set cannot be expanded.</summary>
/// <param name="Code">OperationOutcome.issue.code.</param>
/// <param name="MessageId">Id of the text.</param>
/// <param name="Arguments">What the text's placeholders stand for.</param>
internal sealed record ExpansionFault(string Code, string MessageId, params object[] Arguments);
