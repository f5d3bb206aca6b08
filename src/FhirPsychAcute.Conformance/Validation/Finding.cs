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
    public ValidationIssue ToIssue() => new(Severity, Code, MessageId, Arguments, At.Path, At.Position, Source);
}
