using FhirPsychAcute.Conformance.Outcomes;
using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Validation.Profiles;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Rules;

/// <summary>
/// A binding to a value set (R4 terminologies 4.1.5): required, a code of it must be there; extensible, it should, unless none suits; preferred, said for information.
/// Example bindings are none.
/// </summary>
internal sealed class BindingRule : ElementRule
{
    private readonly DefinitionScope scope;
    private readonly string canonical;
    private readonly BindingStrength strength;
    private readonly string kind;
    private readonly string source;
    private readonly bool isOfProfile;

    // Kept with the terminology that made it; a validator with another one asks anew.
    private Tuple<TerminologyService, BoundValueSet>? bound;

    private BindingRule(BindingStrength strength, string kind, string valueSet, DefinitionScope scope, string source, bool isOfProfile)
    {
        this.isOfProfile = isOfProfile;
        this.strength = strength;
        this.kind = kind;
        canonical = valueSet;
        this.scope = scope;
        this.source = source;
    }

    /// <summary>Appends the rules of a binding that the base definition does not demand already.</summary>
    /// <param name="rules">Where to.</param>
    /// <param name="binding">The binding.</param>
    /// <param name="inherited">The binding of the same element in R4; null for none.</param>
    /// <param name="scope">From where the value set is resolved.</param>
    /// <param name="source">The rule's source.</param>
    /// <param name="isOfProfile">Whether a profile binds, so that the value set's own displays count.</param>
    public static void AddTo(List<ElementRule> rules, BindingFacts binding, BindingFacts? inherited, DefinitionScope scope, string source, bool isOfProfile)
    {
        if (binding.Strength >= BindingStrength.Preferred && binding.ValueSet is { } valueSet
            && !(inherited is not null && inherited.Strength == binding.Strength && inherited.ValueSet == valueSet))
        {
            rules.Add(new BindingRule(binding.Strength, "", valueSet, scope, source, isOfProfile));
        }

        if (binding.MaxValueSet is { } max && max != inherited?.MaxValueSet)
        {
            rules.Add(new BindingRule(BindingStrength.Required, "maxValueSet", max, scope, source, isOfProfile));
        }

        foreach (var additional in binding.Additional)
        {
            // A binding for a context of use cannot be held against an instance that does not tell its context.
            if (!additional.UsageContexts && StrengthOf(additional.Purpose) is var strength and not BindingStrength.None)
            {
                rules.Add(new BindingRule(strength, "additional", additional.ValueSet, scope, source, isOfProfile));
            }
        }
    }

    /// <inheritdoc/>
    public override void Check(Element element, ValidationRun run)
    {
        if (element.Type.IsPrimitive ? !element.HasValue : !IsCoded(element))
        {
            return;
        }

        var valueSet = Bound(run.Terminology);
        var verdict = valueSet.IsMember(element);
        if (verdict != CodeVerdict.Valid)
        {
            Report(element, valueSet, verdict, run);
        }
        else if (isOfProfile && !element.Type.IsPrimitive)
        {
            run.Remember(element, valueSet);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"binding {(kind.Length == 0 ? "" : kind + " ")}{strength.ToString().ToLowerInvariant()}: {canonical}";

    private static BindingStrength StrengthOf(string purpose) => purpose switch
    {
        "required" or "maximum" => BindingStrength.Required,
        "extensible" => BindingStrength.Extensible,
        "preferred" => BindingStrength.Preferred,
        _ => BindingStrength.None,
    };

    private static bool IsCoded(Element element) => element.Type.Name switch
    {
        "CodeableConcept" => element.HasChildren,
        "Coding" => true,
        _ => element.Child("code").HasValue,
    };

    private BoundValueSet Bound(TerminologyService terminology)
    {
        var known = bound;
        if (known is null || !ReferenceEquals(known.Item1, terminology))
        {
            bound = known = Tuple.Create(terminology, terminology.Compile(scope, canonical));
        }

        return known.Item2;
    }

    private void Report(Element element, BoundValueSet valueSet, CodeVerdict verdict, ValidationRun run)
    {
        switch (verdict)
        {
            case CodeVerdict.ValueSetUnknown when strength >= BindingStrength.Extensible:
                run.Report(IssueSeverity.Warning, IssueCode.NotFound, element, valueSet.IsKnown ? "binding.value-set-faulty" : "binding.value-set-unknown", source, canonical, valueSet.Fault ?? "");
                break;
            case CodeVerdict.NotCheckable when strength == BindingStrength.Required:
                run.Report(IssueSeverity.Warning, IssueCode.NotSupported, element, "binding.not-checkable", source, NameOf(valueSet));
                break;
            case CodeVerdict.NotInValueSet or CodeVerdict.UnknownCode:
                ReportMissing(element, valueSet, run);
                break;
            default:
                break;
        }
    }

    private void ReportMissing(Element element, BoundValueSet valueSet, ValidationRun run)
    {
        var hasCode = element.Type.Name is not "CodeableConcept" || element.Child("coding").Exists;
        if (!hasCode && !element.Child("text").Exists)
        {
            // Extensions that say why there is no concept.
            return;
        }

        var (severity, id) = strength switch
        {
            BindingStrength.Required => (IssueSeverity.Error, hasCode ? "binding.required" : "binding.required-no-code"),
            BindingStrength.Extensible => (IssueSeverity.Warning, hasCode ? "binding.extensible" : "binding.extensible-no-code"),
            _ => (IssueSeverity.Information, hasCode ? "binding.preferred" : "binding.preferred-no-code"),
        };
        run.Report(severity, IssueCode.CodeInvalid, element, id, source, NameOf(valueSet), CodeOf(element));
    }

    private static string NameOf(BoundValueSet valueSet) => valueSet.Title is { } title ? $"'{title}' ({valueSet.FoundCanonical})" : valueSet.FoundCanonical;

    private static string CodeOf(Element element)
    {
        if (element.Type.IsPrimitive)
        {
            return element.Value!;
        }

        if (element.Type.Name is not "CodeableConcept")
        {
            return TextOf(element);
        }

        return string.Join(", ", element.ChildrenNamed("coding").ToList().Select(TextOf));
    }

    private static string TextOf(Element coding) => $"{coding.ChildValue("system")}#{coding.ChildValue("code")}";
}
