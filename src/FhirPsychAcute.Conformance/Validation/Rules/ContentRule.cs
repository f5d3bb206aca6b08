using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>ElementDefinition.contentReference: the element keeps to the same rules as another element of the profile, often the one around it (Questionnaire.item.item).</summary>
internal sealed class ContentRule(string elementId) : ElementRule
{
    /// <summary>Id of the other element.</summary>
    public string ElementId => elementId;

    /// <summary>Set once, when the whole profile is compiled; null where it has no such element.</summary>
    public CompiledElement? Target { get; set; }

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run) => Target?.Check(element, run);

    /// <inheritdoc/>
    public override string ToString() => $"as {elementId}";
}
