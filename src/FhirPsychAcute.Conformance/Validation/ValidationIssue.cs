using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>One finding: how bad, what, where in the resource and in the text, and the rule that decides it.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">A code of <see cref="IssueCode"/>.</param>
/// <param name="MessageId">Stable id of the text in <c>Validation/Messages</c>: <c>cardinality.too-few</c>.</param>
/// <param name="Arguments">What the text's placeholders stand for; CPR numbers are masked when the text is made.</param>
/// <param name="Expression">FHIRPath of the element: <c>Bundle.entry[3].resource.status</c>.</param>
/// <param name="Position">Where it stands in the source.</param>
/// <param name="Source">
/// The rule: the profile's canonical with version, then <c>#</c> and the element's id (and the invariant's key), or the section of the specification.
/// </param>
public sealed record ValidationIssue(
    IssueSeverity Severity,
    string Code,
    string MessageId,
    IReadOnlyList<object> Arguments,
    string Expression,
    SourcePosition Position,
    string Source)
{
    /// <summary>The finding in words, without a person's numbers.</summary>
    public string Text(Language language) => CprMask.Apply(ValidationMessages.Get(language, MessageId, Arguments));

    /// <summary>The finding as it stands in an OperationOutcome.</summary>
    public OutcomeIssue ToOutcome() => new(Severity, Code, ValidationMessages.Catalogue, MessageId, Arguments)
    {
        MessageSystem = ValidationMessages.System,
        Expression = Expression,
        Position = Position,
        Source = Source,
    };
}
