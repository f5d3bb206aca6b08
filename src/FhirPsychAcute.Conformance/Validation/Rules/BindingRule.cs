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

    /// <summary>The rule for a binding; null where nothing can be broken, or where the base definition has demanded the same already.</summary>
    public static BindingRule? Of(BindingFacts binding, BindingFacts? inherited, DefinitionScope scope, string source) =>
        binding.Strength < BindingStrength.Preferred || binding.ValueSet is null || (inherited is not null && binding.IsSameAs(inherited))
            ? null
            : new BindingRule(binding.Strength, binding.ValueSet, scope, source);

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
