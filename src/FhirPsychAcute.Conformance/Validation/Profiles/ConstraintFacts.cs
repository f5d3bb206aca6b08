using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>ElementDefinition.constraint: an invariant.</summary>
/// <param name="Key">Key: <c>dom-6</c>.</param>
/// <param name="IsError">Whether breaking it is an error; otherwise a warning.</param>
/// <param name="Human">What it means, for people.</param>
/// <param name="Expression">FHIRPath.</param>
/// <param name="Source">The StructureDefinition that it comes from; null for the one it stands in.</param>
/// <param name="IsBestPractice">Whether it is a recommendation only (elementdefinition-bestpractice).</param>
internal sealed record ConstraintFacts(string Key, bool IsError, TranslatedText Human, string Expression, string? Source, bool IsBestPractice)
{
    /// <summary>The invariants of an ElementDefinition that have an expression.</summary>
    public static IReadOnlyList<ConstraintFacts> ReadAll(Element definition)
    {
        List<ConstraintFacts>? constraints = null;
        foreach (var constraint in definition.ChildrenNamed("constraint"))
        {
            if (constraint.ChildValue("expression") is { } expression)
            {
                (constraints ??= []).Add(new ConstraintFacts(
                    constraint.ChildValue("key") ?? "", constraint.ChildValue("severity") is not "warning", TranslatedText.Read(constraint.Child("human")) ?? new TranslatedText("", null, null), expression,
                    constraint.ChildValue("source"), StandardExtensions.Value(constraint, StandardExtensions.BestPractice) is "true"));
            }
        }

        return constraints ?? (IReadOnlyList<ConstraintFacts>)[];
    }

    /// <summary>Whether both say the same.</summary>
    public bool IsSameAs(ConstraintFacts other) => Key == other.Key && Expression == other.Expression && IsError == other.IsError;
}
