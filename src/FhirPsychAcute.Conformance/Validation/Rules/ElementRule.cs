using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>One thing that a profile demands of every occurrence of an element: a fixed value, a binding, an invariant. Immutable; used by any number of threads.</summary>
internal abstract class ElementRule
{
    /// <summary>Checks one occurrence.</summary>
    public abstract void Check(Element element, ValidationRun run);

    /// <summary>The rule as a line for a person, as the printed profile shows it.</summary>
    public abstract override string ToString();
}
