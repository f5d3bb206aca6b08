using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <content>Types, values of them, and bindings.</content>
internal sealed partial class ElementMerge
{
    private static readonly string[] Bindable = ["code", "Coding", "CodeableConcept", "Quantity", "uri", "string"];

    private static readonly string[] Strengths = ["example", "preferred", "extensible", "required"];

    private void MergeTypes(ElementDraft draft, Element derived)
    {
        if (!derived.Child("type").Exists)
        {
            return;
        }

        var allowed = draft["type"];
        if (allowed.Count > 0)
        {
            foreach (var type in derived.ChildrenNamed("type"))
            {
                CheckType(derived, type, allowed);
            }
        }

        draft.Set("type", derived);
    }

    private void CheckType(Element derived, Element type, IReadOnlyList<DraftValue> allowed)
    {
        var value = new DraftValue(type);
        var code = TypeDerivation.Code(value);
        var fitting = allowed.Where(candidate => types.IsOrDerivesFrom(code, TypeDerivation.Code(candidate))).ToList();
        if (fitting.Count == 0)
        {
            faults.Add(derived, "snapshot.type-not-allowed", code ?? "", string.Join(", ", allowed.Select(static candidate => TypeDerivation.Code(candidate) ?? "?").Distinct(StringComparer.Ordinal)));
            return;
        }

        foreach (var target in value.ChildValues("targetProfile"))
        {
            var targets = fitting.SelectMany(static candidate => candidate.ChildValues("targetProfile")).ToList();
            if (fitting.TrueForAll(static candidate => candidate.ChildValues("targetProfile").Any()) && !types.IsProfileOfAny(target, targets))
            {
                faults.Add(derived, "snapshot.target-not-allowed", target, string.Join(", ", targets));
            }
        }
    }

    private void MergeBinding(ElementDraft draft, Element derived)
    {
        var binding = derived.Child("binding");
        if (!binding.Exists)
        {
            return;
        }

        if (draft["binding"] is not [var inherited])
        {
            draft.Set("binding", derived);
            return;
        }

        var before = inherited.ChildValue("strength");
        var after = binding.ChildValue("strength");
        if (after is not null && string.Equals(before, "required", StringComparison.Ordinal) && Array.IndexOf(Strengths, after) < Array.IndexOf(Strengths, before))
        {
            faults.Add(derived, "snapshot.binding-loosened", before!, after);
        }

        // A binding is said anew, but for what it cannot do without.
        var merged = new ElementDraft(binding);
        foreach (var property in (string[])["strength", "valueSet"])
        {
            if (!merged.Has(property) && inherited.ChildValue(property) is { } kept)
            {
                merged.Set(property, kept);
            }
        }

        draft.Set("binding", [new DraftValue(merged)]);
    }

    // eld-11: a binding stays only on what can be bound; types of logical models (named by url) say so themselves.
    private static void DropUselessBinding(ElementDraft draft)
    {
        if (draft.Has("binding") && draft["type"] is { Count: > 0 } allowed && !allowed.Any(static type => TypeDerivation.Code(type) is not { } code || code.Contains(':', StringComparison.Ordinal) || Array.IndexOf(Bindable, code) >= 0))
        {
            draft.Remove("binding");
        }
    }

    // A fixed value or a pattern must be of a type that the element can have.
    private void CheckValueTypes(ElementDraft draft, Element derived)
    {
        foreach (var property in (string[])["fixed", "pattern"])
        {
            var value = derived.Child(property);
            var allowed = draft["type"];
            if (value.Exists && allowed.Count > 0 && !allowed.Any(type => types.IsOrDerivesFrom(value.Type.Name, TypeDerivation.Code(type))))
            {
                faults.Add(derived, $"snapshot.{property}-type", value.Type.Name, string.Join(", ", allowed.Select(static type => TypeDerivation.Code(type) ?? "?").Distinct(StringComparer.Ordinal)));
            }
        }
    }
}
