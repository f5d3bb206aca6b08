using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>The types that an element may have, and the profiles on them: the value must be of one of the types and conform to one of that type's profiles.</summary>
internal sealed class TypeRule : ElementRule
{
    private readonly IReadOnlyList<TypeFacts> types;
    private readonly DefinitionScope scope;
    private readonly string source;

    private TypeRule(IReadOnlyList<TypeFacts> types, DefinitionScope scope, string source)
    {
        this.types = types;
        this.scope = scope;
        this.source = source;
    }

    /// <summary>The rule for the profiles on an element's types; null when there are none.</summary>
    public static TypeRule? OfProfiles(ElementFacts facts, DefinitionScope scope, string source) =>
        facts.Types.Any(type => type.Profiles.Count > 0) ? new TypeRule(facts.Types, scope, source) : null;

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => $"type {string.Join(" | ", types.Select(type => type.Code))} {scope} {source}";
}
