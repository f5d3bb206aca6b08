using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.ResourceRules.Questionnaires;

/// <summary>An item of the response with those around it: where a condition on another answer is to be understood.</summary>
/// <param name="Item">What the form says of it.</param>
/// <param name="Element">QuestionnaireResponse.item.</param>
/// <param name="Around">The item around; null at the top.</param>
internal sealed record ItemPlace(FormItem Item, Element Element, ItemPlace? Around);
