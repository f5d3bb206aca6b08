using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>The types that a profile allows an element to have, of those that R4 allows (a choice narrowed, a resource of certain types).</summary>
internal sealed class TypeRule : ElementRule
{
    private readonly TypeSchema[] allowed;
    private readonly string path;
    private readonly string source;

    private TypeRule(TypeSchema[] allowed, string path, string source)
    {
        this.allowed = allowed;
        this.path = path;
        this.source = source;
    }

    /// <summary>The rule of an ElementDefinition; null where it allows what R4 allows.</summary>
    public static TypeRule? Of(ElementFacts facts, ElementSchema element, IReadOnlyList<TypeSchema> types, string source) =>
        facts.Types.Count > 0 && element.Types.Any(type => !types.Any(type.Type.IsOrSpecialises)) ? new TypeRule([.. types], facts.Path, source) : null;

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        var actual = element.Type;
        foreach (var type in allowed)
        {
            if (actual.IsOrSpecialises(type))
            {
                return;
            }
        }

        // A choice of another type is, for the profile, an element that it does not have: the finding is about the element around it.
        var at = element.Schema is { IsChoice: true } ? element.Parent : element;
        run.Report(IssueSeverity.Error, IssueCode.Structure, at, "type.not-allowed", source, path, actual.Name, string.Join(", ", allowed.Select(type => type.Name)));
    }

    /// <inheritdoc/>
    public override string ToString() => $"type {string.Join(" | ", allowed.Select(type => type.Name))}";
}
