using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <summary>A finding while the validation is at work: path and position are made of the element only when all is done.</summary>
internal readonly record struct Finding(IssueSeverity Severity, string Code, Element At, string MessageId, string Source, object[] Arguments)
{
    /// <summary>Whether both say the same of the same element, whatever rule says it.</summary>
    public bool SaysTheSameAs(in Finding other) =>
        At == other.At && Severity == other.Severity && MessageId == other.MessageId && Arguments.AsSpan().SequenceEqual(other.Arguments);

    /// <summary>The finding for the caller.</summary>
    /// <param name="known">Position of a finding before it in the same document; <c>default</c> for none.</param>
    public ValidationIssue ToIssue(SourcePosition known) => new(Severity, Code, MessageId, Arguments, At.Path, At.PositionFrom(known), Source);
}
