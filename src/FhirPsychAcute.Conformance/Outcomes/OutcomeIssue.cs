using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Outcomes;

/// <summary>
/// One issue of an OperationOutcome before it is put into words: the text is named by its id, so that whoever writes it chooses the reader's language.
/// </summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">A code of <see cref="IssueCode"/>.</param>
/// <param name="Messages">Where the text stands.</param>
/// <param name="MessageId">Id of the text.</param>
/// <param name="Arguments">What the text's placeholders stand for; CPR numbers are masked when the text is made.</param>
public sealed record OutcomeIssue(IssueSeverity Severity, string Code, MessageCatalogue Messages, string MessageId, IReadOnlyList<object> Arguments)
{
    /// <summary>Code system of <see cref="MessageId"/>, for issues whose message id is told as a code; null for others.</summary>
    public string? MessageSystem { get; init; }

    /// <summary>FHIRPath of the element at fault (<c>Bundle.entry[56].resource.status</c>), or the name of a parameter or header; null when none applies.</summary>
    public string? Expression { get; init; }

    /// <summary>Further detail, in English: what exactly was found.</summary>
    public string? Diagnostics { get; init; }

    /// <summary>Where the fault stands in the source; null when it is not about a source.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>The rule that decides: a profile's canonical with version and element id, or a section of the specification; null when none applies.</summary>
    public string? Source { get; init; }

    /// <summary>The issue in words, without a person's numbers.</summary>
    public string Text(Language language) => CprMask.Apply(Messages.Get(language, MessageId, [.. Arguments]));
}
