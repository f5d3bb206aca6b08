using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>
/// Lays what a differential says of an element over what the base says (R4 elementdefinition 2.28.0.4, the table of what a derived definition may change):
/// most properties replace, some add, some may not change at all.
/// </summary>
internal sealed partial class ElementMerge(SnapshotFaults faults, TypeDerivation types, string url)
{
    private static readonly string[] Texts = ["short", "definition", "comment", "requirements", "label"];

    private static readonly string[] Replaced = ["fixed", "pattern", "minValue", "maxValue", "maxLength", "sliceIsConstraining"];

    /// <summary>Changes the draft, which holds what the base says.</summary>
    public void Apply(ElementDraft draft, Element derived, MergePlace place)
    {
        DropWhatIsNotInherited(draft, derived, place);
        MergeExtensions(draft, derived);
        foreach (var text in Texts)
        {
            MergeText(draft, derived, text);
        }

        foreach (var property in Replaced)
        {
            if (derived.Child(property).Exists)
            {
                draft.Set(property, derived);
            }
        }

        AddMissing(draft, derived, "code", SameCoding);
        AddMissing(draft, derived, "alias", static (one, other) => string.Equals(one.Value, other.Value, StringComparison.Ordinal));
        AddMissing(draft, derived, "condition", static (one, other) => string.Equals(one.Value, other.Value, StringComparison.Ordinal));
        AddMissing(draft, derived, "mapping", SameMapping);
        AddMissing(draft, derived, "example", SameContent);
        MergeConstraints(draft, derived);
        MergeCardinality(draft, derived, place);
        MergeFlags(draft, derived);
        MergeTypes(draft, derived);
        MergeBinding(draft, derived);
        DropUselessBinding(draft);
        CheckValueTypes(draft, derived);

        // sdf-9: the root has no requirements of its own.
        if (place == MergePlace.Root)
        {
            draft.Remove("requirements");
        }
    }

    private static void DropWhatIsNotInherited(ElementDraft draft, Element derived, MergePlace place)
    {
        DropExtensionsOfDefinition(draft);

        if (place != MergePlace.ProfiledSlice && !draft.Has("sliceName") && derived.ChildValue("path") is { } path && (path is "Extension" || IsExtensionName(path[(path.LastIndexOf('.') + 1)..])))
        {
            DropGeneralTexts(draft);
        }
    }

    /// <summary>What the specification says of extensions in general says nothing of those that a profile speaks of.</summary>
    public static void DropGeneralTexts(ElementDraft draft)
    {
        draft.Set("short", "Extension");
        draft.Set("definition", "An Extension");
        foreach (var general in (string[])["comment", "requirements", "alias", "mapping"])
        {
            draft.Remove(general);
        }
    }

    /// <summary>Whether an element of this name holds extensions.</summary>
    public static bool IsExtensionName(string name) => name is "extension" or "modifierExtension";

    /// <summary>What the base tells of itself (its maturity, its ballot status, the names of its classes), it does not tell of what derives from it.</summary>
    public static void DropExtensionsOfDefinition(ElementDraft draft) =>
        draft.Set("extension", draft["extension"].Where(static extension => !SpeaksOfItsDefinition(extension.ChildValue("url"))).ToList());

    private static bool SpeaksOfItsDefinition(string? extension) =>
        extension is not null && extension.StartsWith("http://hl7.org/fhir/StructureDefinition/structuredefinition-", StringComparison.Ordinal) && !extension.EndsWith("-display-hint", StringComparison.Ordinal);

    /// <summary>Says of each constraint that does not say so where it comes from.</summary>
    public static void SetConstraintSources(ElementDraft draft, string url)
    {
        var constraints = draft["constraint"];
        if (constraints.All(static constraint => constraint.ChildValue("source") is not null))
        {
            return;
        }

        draft.Set("constraint", constraints.Select(constraint => constraint.ChildValue("source") is null ? WithSource(constraint, url) : constraint).ToList());
    }

    private static DraftValue WithSource(DraftValue constraint, string url)
    {
        var draft = constraint.ToDraft()!;
        draft.Set("source", url);
        return new DraftValue(draft);
    }

    // R4 elementdefinition: a text that begins with three dots continues the one inherited.
    private static void MergeText(ElementDraft draft, Element derived, string property)
    {
        if (derived.ChildValue(property) is not { } text)
        {
            return;
        }

        if (text.StartsWith("...", StringComparison.Ordinal))
        {
            var inherited = draft.Value(property);
            draft.Set(property, string.IsNullOrEmpty(inherited) ? text : $"{inherited}\r\n{text[3..]}");
        }
        else
        {
            draft.Set(property, derived);
        }
    }

    private static void MergeExtensions(ElementDraft draft, Element derived)
    {
        var own = derived.ChildrenNamed("extension").ToList();
        if (own.Count == 0)
        {
            return;
        }

        var urls = own.Select(static extension => extension.ChildValue("url")).ToHashSet(StringComparer.Ordinal);
        draft.Set("extension", [.. draft["extension"].Where(extension => !urls.Contains(extension.ChildValue("url"))), .. own.Select(static extension => new DraftValue(extension))]);
    }

    private static void AddMissing(ElementDraft draft, Element derived, string property, Func<DraftValue, DraftValue, bool> same)
    {
        foreach (var child in derived.ChildrenNamed(property))
        {
            var value = new DraftValue(child);
            if (!draft[property].Any(known => same(known, value)))
            {
                draft.Add(property, value);
            }
        }
    }

    private void MergeConstraints(ElementDraft draft, Element derived)
    {
        SetConstraintSources(draft, url);
        foreach (var child in derived.ChildrenNamed("constraint"))
        {
            var constraint = new DraftValue(child);
            if (!draft["constraint"].Any(known => string.Equals(known.ChildValue("key"), constraint.ChildValue("key"), StringComparison.Ordinal)))
            {
                draft.Add("constraint", constraint.ChildValue("source") is null ? WithSource(constraint, url) : constraint);
            }
        }
    }

    private void MergeCardinality(ElementDraft draft, Element derived, MergePlace place)
    {
        if (derived.ChildValue("min") is { } min)
        {
            // A slice need not be there because one of the elements must be.
            if (place is MergePlace.Root or MergePlace.Element && Cardinality.Min(min) < Cardinality.Min(draft.Value("min")))
            {
                faults.Add(derived, "snapshot.min-below-base", min, draft.Value("min")!);
            }

            draft.Set("min", derived);
        }

        if (derived.ChildValue("max") is { } max)
        {
            if (Cardinality.Max(max) > Cardinality.Max(draft.Value("max")))
            {
                faults.Add(derived, "snapshot.max-above-base", max, draft.Value("max")!);
            }

            draft.Set("max", derived);
        }
    }

    private void MergeFlags(ElementDraft draft, Element derived)
    {
        if (derived.ChildValue("mustSupport") is { } mustSupport)
        {
            if (string.Equals(mustSupport, "false", StringComparison.Ordinal) && string.Equals(draft.Value("mustSupport"), "true", StringComparison.Ordinal))
            {
                faults.Add(derived, "snapshot.must-support-withdrawn");
            }

            draft.Set("mustSupport", derived);
        }

        // A profile cannot make an element a modifier; an extension says of itself whether it is one.
        var isExtension = draft["type"] is [var only] && string.Equals(only.ChildValue("code"), "Extension", StringComparison.Ordinal);
        var isExtensionRoot = derived.ChildValue("path") is "Extension";
        if (isExtension || isExtensionRoot)
        {
            SetWhereSaid(draft, derived, "isModifier");
            SetWhereSaid(draft, derived, "isModifierReason");
        }

        if (!draft.Has("isSummary"))
        {
            SetWhereSaid(draft, derived, "isSummary");
        }
    }

    private static void SetWhereSaid(ElementDraft draft, Element derived, string property)
    {
        if (derived.Child(property).Exists)
        {
            draft.Set(property, derived);
        }
    }

    private static bool SameCoding(DraftValue one, DraftValue other) =>
        string.Equals(one.ChildValue("system"), other.ChildValue("system"), StringComparison.Ordinal)
        && string.Equals(one.ChildValue("code"), other.ChildValue("code"), StringComparison.Ordinal);

    private static bool SameMapping(DraftValue one, DraftValue other) =>
        string.Equals(one.ChildValue("identity"), other.ChildValue("identity"), StringComparison.Ordinal)
        && string.Equals(one.ChildValue("map"), other.ChildValue("map"), StringComparison.Ordinal);

    private static bool SameContent(DraftValue one, DraftValue other) =>
        one.Element.Exists && other.Element.Exists && one.Element.RawJson.Span.SequenceEqual(other.Element.RawJson.Span);
}
