using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>ElementDefinition.binding.</summary>
/// <param name="Strength">How strictly.</param>
/// <param name="ValueSet">Canonical, possibly with version; null where only words bind.</param>
/// <param name="MaxValueSet">The value set that the codes must be from whatever the strength (extension maxValueSet); null for none.</param>
/// <param name="Additional">Further bindings.</param>
internal sealed record BindingFacts(BindingStrength Strength, string? ValueSet, string? MaxValueSet, IReadOnlyList<AdditionalBinding> Additional)
{
    /// <summary>The binding of an ElementDefinition; null for none.</summary>
    public static BindingFacts? Read(Element definition)
    {
        if (definition.Child("binding") is not { Exists: true } binding)
        {
            return null;
        }

        var strength = binding.ChildValue("strength") switch
        {
            "required" => BindingStrength.Required,
            "extensible" => BindingStrength.Extensible,
            "preferred" => BindingStrength.Preferred,
            "example" => BindingStrength.Example,
            _ => BindingStrength.None,
        };
        return new BindingFacts(strength, binding.ChildValue("valueSet"), StandardExtensions.Value(binding, StandardExtensions.MaxValueSet), AdditionalBinding.ReadAll(binding));
    }

    /// <summary>Whether both demand the same.</summary>
    public bool IsSameAs(BindingFacts other) =>
        Strength == other.Strength && ValueSet == other.ValueSet && MaxValueSet == other.MaxValueSet && Additional.Count == 0 && other.Additional.Count == 0;
}

/// <summary>An additional binding (R5 ElementDefinition.binding.additional, in R4 an extension).</summary>
/// <param name="Purpose">maximum, minimum, required, extensible, candidate, current, preferred, ui, starter, component.</param>
/// <param name="ValueSet">Canonical of the value set.</param>
/// <param name="Any">Whether one code of several is enough.</param>
/// <param name="UsageContexts">Whether the binding holds only in a context of use, which a resource does not tell.</param>
internal sealed record AdditionalBinding(string Purpose, string ValueSet, bool Any, bool UsageContexts)
{
    /// <summary>The additional bindings that stand on a binding.</summary>
    public static IReadOnlyList<AdditionalBinding> ReadAll(Element binding)
    {
        List<AdditionalBinding>? all = null;
        foreach (var extension in binding.ChildrenNamed("extension"))
        {
            if (extension.ChildValue("url") is StandardExtensions.AdditionalBinding or StandardExtensions.AdditionalBindingR5
                && StandardExtensions.Value(extension, "purpose") is { } purpose && StandardExtensions.Value(extension, "valueSet") is { } valueSet)
            {
                (all ??= []).Add(new AdditionalBinding(
                    purpose, valueSet, StandardExtensions.Value(extension, "any") is "true", StandardExtensions.Find(extension, "usage").Exists));
            }
        }

        return all ?? (IReadOnlyList<AdditionalBinding>)[];
    }
}
