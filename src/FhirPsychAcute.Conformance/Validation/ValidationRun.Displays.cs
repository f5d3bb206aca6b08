using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation;

/// <content>
/// Displays that a profile's value set gives its codes, which hold beside those of the code system (R4 ValueSet.compose.include.concept.display: "the text to display
/// to the user for this concept in the context of this valueset").
/// </content>
internal sealed partial class ValidationRun
{
    private Dictionary<Element, BoundValueSet>? bound;

    /// <summary>Remembers that a profile binds an element to a value set that has its code.</summary>
    public void Remember(Element coded, BoundValueSet valueSet) => (bound ??= []).TryAdd(coded, valueSet);

    /// <summary>Whether the display of a Coding is one that a value set gives to which a profile binds it, or the CodeableConcept around it.</summary>
    public bool IsDisplayOfValueSet(Element coding) =>
        bound is not null && ((bound.TryGetValue(coding, out var valueSet) && Gives(valueSet, coding)) || (bound.TryGetValue(coding.Parent, out valueSet) && Gives(valueSet, coding)));

    private static bool Gives(BoundValueSet valueSet, Element coding) =>
        valueSet.Gives(coding.ChildValue("system"), coding.ChildValue("code"), coding.ChildValue("display"));
}
