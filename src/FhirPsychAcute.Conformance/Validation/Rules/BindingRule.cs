using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>A binding to a value set (R4 terminologies 4.1.5). Example bindings are none.</summary>
internal sealed class BindingRule : ElementRule
{
    private readonly DefinitionScope scope;
    private readonly string valueSet;
    private readonly BindingStrength strength;
    private readonly string source;

    private BindingRule(BindingStrength strength, string valueSet, DefinitionScope scope, string source)
    {
        this.strength = strength;
        this.valueSet = valueSet;
        this.scope = scope;
        this.source = source;
    }

    /// <summary>Appends the rules of a binding that the base definition does not demand already.</summary>
    public static void AddTo(List<ElementRule> rules, BindingFacts binding, BindingFacts? inherited, DefinitionScope scope, string source)
    {
        if (binding.Strength >= BindingStrength.Preferred && binding.ValueSet is not null && (inherited is null || !binding.IsSameAs(inherited)))
        {
            rules.Add(new BindingRule(binding.Strength, binding.ValueSet, scope, source));
        }
    }

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        if (run.Terminology.IsMember(scope, valueSet, element) == CodeVerdict.NotInValueSet && strength == BindingStrength.Required)
        {
            run.Report(IssueSeverity.Error, IssueCode.CodeInvalid, element, "binding.required", source, valueSet);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"binding {strength}: {valueSet}".ToLowerInvariant();
}
