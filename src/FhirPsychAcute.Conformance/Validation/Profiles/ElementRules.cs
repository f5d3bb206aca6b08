using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Validation.References;
using FhirPsychAcute.Conformance.Validation.Rules;
using FhirPsychAcute.Conformance.Validation.Rules.Content;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>The rules that one ElementDefinition of a profile makes, beyond those of the same element in R4: add a rule here when ElementDefinition gains a demand.</summary>
internal sealed class ElementRules(
    ElementFacts facts, ElementFacts? inherited, ElementSchema? element, IReadOnlyList<TypeSchema> types, Definition definition, ProfileStore store, string source)
{
    private DefinitionScope Scope => definition.Scope;

    /// <summary>Appends them: the cheap and telling ones first.</summary>
    public void AddTo(List<ElementRule> rules)
    {
        if (element is not null)
        {
            AddIfAny(rules, TypeRule.Of(facts, element, types, source));
            AddIfAny(rules, TypeProfileRule.Of(facts, Scope, store, source));
            AddReferences(rules);
        }

        AddIfAny(rules, facts.Fixed is null ? null : new FixedValueRule(facts.Fixed, source));
        AddIfAny(rules, facts.Pattern is null ? null : new PatternRule(facts.Pattern, source));
        AddIfAny(rules, MinMaxValueRule.Of(facts, source));
        AddIfAny(rules, facts.MaxLength is { } length && length != inherited?.MaxLength ? new MaxLengthRule(length, source) : null);
        AddIfAny(rules, facts.Regex is { } regex && regex != inherited?.Regex ? new RegexRule(regex, source) : null);
        AddIfAny(rules, facts.MustHaveValue && inherited is not { MustHaveValue: true } ? new MustHaveValueRule(source) : null);
        AddIfAny(rules, facts.NarrativeLanguage is { } control && control != inherited?.NarrativeLanguage ? new NarrativeLanguageRule(control, source) : null);
        if (facts.Binding is { } binding)
        {
            AddBinding(rules, Errata.Correct(binding, facts, definition));
        }

        AddInvariants(rules);
    }

    private static void AddIfAny(List<ElementRule> rules, ElementRule? rule)
    {
        if (rule is not null)
        {
            rules.Add(rule);
        }
    }

    // A profile may contain the value set that it binds to.
    private void AddBinding(List<ElementRule> rules, BindingFacts binding)
    {
        if (binding.ValueSet is ['#', ..] contained)
        {
            BindingRule.AddTo(rules, binding with { ValueSet = ContainedScope.Canonical(contained) }, inherited?.Binding, ContainedScope.Of(definition.Document.Root, Scope), source, isOfProfile: true);
        }
        else
        {
            BindingRule.AddTo(rules, binding, inherited?.Binding, Scope, source, isOfProfile: true);
        }
    }

    private void AddReferences(List<ElementRule> rules)
    {
        if (facts.Types.Any(type => type.Code is "Reference" or "canonical" && !IsInherited(type)))
        {
            rules.AddRange(ReferenceRules.Of(facts, Scope, source));
        }
    }

    private bool IsInherited(TypeFacts type) => inherited is not null && inherited.Types.Any(other => other.Code == type.Code
        && other.TargetProfiles.SequenceEqual(type.TargetProfiles, StringComparer.Ordinal) && other.Aggregation.SequenceEqual(type.Aggregation, StringComparer.Ordinal) && (other.Versioning ?? "either") == (type.Versioning ?? "either"));

    private void AddInvariants(List<ElementRule> rules)
    {
        var context = types.Count == 1 ? types[0] : null;
        foreach (var constraint in facts.Constraints)
        {
            if (!IsInherited(constraint))
            {
                rules.Add(InvariantRule.OfProfile(constraint, source, context));
            }
        }
    }

    // What R4 itself demands is checked once, by the base types, whatever profiles repeat it.
    private bool IsInherited(ConstraintFacts constraint)
    {
        if (inherited is not null && inherited.Constraints.Any(other => other.Key == constraint.Key && (other.Expression == constraint.Expression || IsOfR4(constraint.Source))))
        {
            return true;
        }

        return constraint.Source is { } origin && store.BaseTypeOf(origin) is { } type
            && store.BaseTypes.Of(type).Definition is { } own && own.Constraints.Any(other => other.Key == constraint.Key);
    }

    private bool IsOfR4(string? origin) => origin is not null && store.BaseTypeOf(origin) is not null;
}
