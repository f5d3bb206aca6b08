using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>A fault of a differential, or of what it builds on.</summary>
/// <param name="Place">The element of the differential (an ElementDefinition); no element where the StructureDefinition as a whole is at fault.</param>
/// <param name="MessageId">Stable id of the text in <c>Validation/Messages/snapshot.en.json</c>.</param>
/// <param name="Arguments">What the text's placeholders stand for.</param>
public sealed record SnapshotFault(Element Place, string MessageId, IReadOnlyList<object> Arguments)
{
    /// <summary>Id, else path, of the element of the differential; empty for the whole.</summary>
    public string ElementId => Place.Exists ? Place.ChildValue("id") ?? Place.ChildValue("path") ?? "" : "";

    /// <summary>How bad it is: a warning where what was meant is clear, and made.</summary>
    public IssueSeverity Severity => MessageId is "snapshot.type-slice-name" ? IssueSeverity.Warning : IssueSeverity.Error;

    /// <summary>What is wrong, in English.</summary>
    public string Message => Text(Language.English);

    /// <summary>What is wrong, in words.</summary>
    public string Text(Language language) => CprMask.Apply(ValidationMessages.Get(language, MessageId, Arguments));

    /// <inheritdoc/>
    public override string ToString() => $"{ElementId}: {Message}";
}
