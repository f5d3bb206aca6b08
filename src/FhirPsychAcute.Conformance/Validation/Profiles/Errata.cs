using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>
/// Faults of R4's own published definitions that the specification's text, or its later corrections, settle otherwise; taken into account when a definition is compiled.
/// </summary>
internal static class Errata
{
    /// <summary>
    /// An invariant as it should have been. ref-1: R4 references 2.3.0.3 lets a contained resource refer to its container as <c>#</c>; R4B added what the expression lacked.
    /// eld-19, eld-20: they are about the whole path, but their regular expressions are content with any part of it; later versions anchor them.
    /// </summary>
    public static ConstraintFacts Correct(ConstraintFacts constraint) => constraint.Key switch
    {
        "ref-1" => constraint with { Expression = $"({constraint.Expression}) or (reference = '#' and %rootResource != %resource)" },
        "eld-19" or "eld-20" => constraint with { Expression = Anchored(constraint.Expression) },
        _ => constraint,
    };

    /// <summary>
    /// A place where an extension may stand beside those that its definition names; null for none. regex: R4's own data types carry it on the type of their value, and so
    /// does every snapshot that walks into one.
    /// </summary>
    public static string? ContextBeside(Definition extension) => extension.Url is "http://hl7.org/fhir/StructureDefinition/regex" ? "ElementDefinition.type" : null;

    /// <summary>
    /// A binding as it should have been. Vital signs: the units of vital signs were bound required to the value of every component, so that an inspired oxygen flow
    /// beside a saturation broke the profile; later versions bind them extensible.
    /// </summary>
    public static BindingFacts Correct(BindingFacts binding, ElementFacts element, Definition definition) =>
        definition.Package.Name is "hl7.fhir.r4.core" && element.Path is "Observation.component.value[x]" && element.SliceName is null
        && binding is { Strength: BindingStrength.Required, ValueSet: { } valueSet } && valueSet.StartsWith("http://hl7.org/fhir/ValueSet/ucum-vitals-common", StringComparison.Ordinal)
            ? binding with { Strength = BindingStrength.Extensible }
            : binding;

    private static string Anchored(string expression)
    {
        const string open = "path.matches('";
        return expression.StartsWith(open, StringComparison.Ordinal) && expression.EndsWith("')", StringComparison.Ordinal) && expression[open.Length] != '^'
            ? $"{open}^{expression[open.Length..^2]}$')"
            : expression;
    }
}
