using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <content>Elements: the base's children with what the differential says of them.</content>
internal sealed partial class SnapshotGeneration
{
    private const string ElementUrl = "http://hl7.org/fhir/StructureDefinition/Element";
    private const string ExtensionUrl = "http://hl7.org/fhir/StructureDefinition/Extension";

    // The children of one element: those it has from its base or its type, each with what the differential says of it.
    private List<SnapshotNode> MergeChildren(SnapshotNode parent, IReadOnlyList<SnapshotNode> inherited, DifferentialNode differential, bool withinSlice = false)
    {
        ChoiceNames.Unify(inherited, differential, withinSlice);
        var children = new List<SnapshotNode>(inherited.Count + differential.Children.Count);
        var used = new HashSet<DifferentialNode>();
        foreach (var child in inherited)
        {
            var said = Find(differential, child);
            if (said is null || !used.Add(said))
            {
                children.Add(child);
            }
            else
            {
                children.Add(Merge(child, said));
            }
        }

        foreach (var rest in differential.Children)
        {
            if (used.Contains(rest))
            {
                continue;
            }

            if (isSpecialization && rest.Definition.Exists)
            {
                children.Add(NewElement(rest));
            }
            else
            {
                ReportUnknown(parent, rest, inherited);
            }
        }

        return children;
    }

    private static DifferentialNode? Find(DifferentialNode differential, SnapshotNode child) =>
        differential.FindChild(child.Name) ?? (child.BaseName is var name && !string.Equals(name, child.Name, StringComparison.Ordinal) ? differential.FindChild(name) : null);

    private void ReportUnknown(SnapshotNode parent, DifferentialNode unknown, IReadOnlyList<SnapshotNode> siblings)
    {
        var path = unknown.Place.ChildValue("path") ?? unknown.Name;
        var choice = siblings.FirstOrDefault(sibling => ElementIds.IsChoiceOf(sibling.BaseName, unknown.Name));
        if (choice is not null)
        {
            faults.Add(unknown.Place, "snapshot.choice-type", unknown.Name, choice.BaseName, TypeCodes(choice));
        }
        else
        {
            faults.Add(unknown.Place, "snapshot.path-unknown", path, parent.Name);
        }
    }

    private SnapshotNode Merge(SnapshotNode inherited, DifferentialNode said)
    {
        if (isSpecialization && said.Definition.Exists && said.Definition.Child("type").Exists)
        {
            return Finish(inherited, inherited.SliceName, Restated(inherited, said.Definition), said);
        }

        var draft = Template(inherited, said, out var fromProfile);
        if (said.Definition.Exists)
        {
            ApplyAll(draft, said, fromProfile ? MergePlace.ProfiledSlice : MergePlace.Element);
        }
        else if (said.Slices.Count > 0 && ElementMerge.IsExtensionName(inherited.Name) && !draft.Has("slicing"))
        {
            ElementMerge.DropGeneralTexts(draft);
        }

        return Finish(inherited, inherited.SliceName, draft, said);
    }

    private void ApplyAll(ElementDraft draft, DifferentialNode said, MergePlace place)
    {
        foreach (var general in said.General)
        {
            merge.Apply(draft, general, place);
        }

        merge.Apply(draft, said.Definition, place);
    }

    // What lies below: children, then slices.
    private SnapshotNode Finish(SnapshotNode inherited, string? sliceName, ElementDraft draft, DifferentialNode said)
    {
        draft.Remove("sliceName");
        if (sliceName is not null)
        {
            draft.Set("sliceName", sliceName);
        }

        MergeSlicing(inherited, draft, said);
        if (said.TypeCode is { } code && sliceName is null)
        {
            NarrowTo(draft, code);
        }

        var below = inherited.Children;
        var isInline = below.Count > 0;
        if (said.Children.Count > 0 && below.Count == 0)
        {
            below = Expand(inherited, draft, said);
        }

        var node = new SnapshotNode(inherited.Name, sliceName, draft, inherited.Tree) { Children = below };
        if (said.Children.Count > 0 && (below.Count > 0 || isSpecialization))
        {
            node.Children = MergeChildren(node, below, said, withinSlice: sliceName is not null && isInline);
        }

        node.Slices = MergeSlices(inherited, node, said);
        return node;
    }

    // A specialization that defines an inherited element anew, type and all, says all of it, but for what must be said of any element.
    private ElementDraft Restated(SnapshotNode inherited, Element own)
    {
        var draft = new ElementDraft(own);
        var before = inherited.ToDraft();
        ElementMerge.SetConstraintSources(draft, tree.Url);
        foreach (var property in (string[])["base", "min", "max", "type", "isModifier", "isModifierReason", "isSummary"])
        {
            if (!draft.Has(property))
            {
                draft.Set(property, before[property]);
            }
        }

        InheritConstraints(draft, before["constraint"]);
        return draft;
    }

    // An element that a specialization adds.
    private SnapshotNode NewElement(DifferentialNode said)
    {
        var draft = new ElementDraft(said.Definition);
        ElementMerge.SetConstraintSources(draft, tree.Url);
        FillRequired(draft, "0", "*", said.Definition.ChildValue("path")!);
        InheritFromType(draft);
        var node = new SnapshotNode(said.Name, null, draft, tree);
        if (said.Children.Count > 0)
        {
            var below = Expand(node, draft, said);
            node.Children = MergeChildren(node, below, said);
        }

        node.Slices = MergeSlices(node, node, said);
        return node;
    }

    private void FillRequired(ElementDraft draft, string min, string max, string path)
    {
        SetMissing(draft, "min", min);
        SetMissing(draft, "max", max);
        if (!draft.Has("base"))
        {
            var origin = new ElementDraft(definition.Document.Schema.Type("ElementDefinition.base"));
            origin.Set("path", path);
            origin.Set("min", draft.Value("min")!);
            origin.Set("max", draft.Value("max")!);
            draft.Add("base", new DraftValue(origin));
        }

        SetMissing(draft, "isModifier", "false");
    }

    private static void SetMissing(ElementDraft draft, string property, string value)
    {
        if (!draft.Has(property))
        {
            draft.Set(property, value);
        }
    }

    // Every element has the constraints of Element, every extension those of Extension; other types keep theirs to themselves.
    private void InheritFromType(ElementDraft draft)
    {
        SetMissing(draft, "isSummary", "false");
        var code = draft["type"] is { Count: > 0 } types ? types[0].ChildValue("code") : draft.Value("contentReference") is null ? null : "Element";
        if (code is null || code.Contains(':', StringComparison.Ordinal) || (scope.Schema.TryGetType(code, out var type) && type.IsResource))
        {
            return;
        }

        var inherited = string.Equals(code, "Extension", StringComparison.Ordinal) ? ExtensionUrl : ElementUrl;
        if (chain.Find(inherited) is null && TreeOf(inherited)?.Root is { } root)
        {
            InheritConstraints(draft, root.ToDraft()["constraint"]);
        }
    }

    private static void InheritRoot(ElementDraft draft, SnapshotNode root)
    {
        var inherited = root.ToDraft();
        InheritConstraints(draft, inherited["constraint"]);
        SetFromFront(draft, inherited, "mapping", static (one, other) => one.ChildValue("identity") == other.ChildValue("identity") && one.ChildValue("map") == other.ChildValue("map"));
        SetFromFront(draft, inherited, "condition", static (one, other) => one.Value == other.Value);
        if (!draft.Has("isSummary"))
        {
            draft.Set("isSummary", inherited["isSummary"]);
        }
    }

    private static void SetFromFront(ElementDraft draft, ElementDraft inherited, string property, Func<DraftValue, DraftValue, bool> same)
    {
        var own = draft[property];
        draft.Set(property, [.. inherited[property], .. own.Where(value => !inherited[property].Any(known => same(known, value)))]);
    }

    // Inherited constraints stand before the element's own.
    private static void InheritConstraints(ElementDraft draft, IReadOnlyList<DraftValue> inherited)
    {
        var own = draft["constraint"];
        var keys = inherited.Select(static constraint => constraint.ChildValue("key")).ToHashSet(StringComparer.Ordinal);
        draft.Set("constraint", [.. inherited, .. own.Where(constraint => !keys.Contains(constraint.ChildValue("key")))]);
    }

    private static string TypeCodes(SnapshotNode node) =>
        string.Join(", ", node.Values("type").Select(static type => TypeDerivation.Code(type) ?? "?").Distinct(StringComparer.Ordinal));
}
