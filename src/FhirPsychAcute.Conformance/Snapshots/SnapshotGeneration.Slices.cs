using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <content>Slicing and slices (R4 profiling 5.1.0.9 ff.).</content>
internal sealed partial class SnapshotGeneration
{
    // What the differential says of how the element is sliced, or what goes without saying.
    private void MergeSlicing(SnapshotNode inherited, ElementDraft draft, DifferentialNode said)
    {
        CheckMayBeSliced(inherited, said);
        if (said.Definition.Exists && said.Definition.Child("slicing") is { Exists: true } slicing)
        {
            draft.Set("slicing", [new DraftValue(SlicingRules.Merge(inherited, draft, slicing, said.Definition, faults))]);
            return;
        }

        if (said.Slices.Count == 0 || draft.Has("slicing"))
        {
            return;
        }

        if (IsExtension(draft))
        {
            draft.Set("slicing", [new DraftValue(SlicingRules.Make(definition.Document.Schema, "value", "url", "open"))]);
        }
        else if (IsChoice(inherited))
        {
            draft.Set("slicing", [new DraftValue(SlicingRules.Make(definition.Document.Schema, "type", "$this", "open"))]);
        }
        else if (inherited.SliceName is null)
        {
            faults.Add(said.Slices[0].Place, "snapshot.slicing-missing", said.Slices[0].SliceName!, inherited.Name);
        }
    }

    private List<SnapshotNode> MergeSlices(SnapshotNode inherited, SnapshotNode unsliced, DifferentialNode said)
    {
        var slices = new List<SnapshotNode>(inherited.Slices.Count + said.Slices.Count);
        foreach (var slice in inherited.Slices)
        {
            var found = FindSlice(said, slice);
            slices.Add(found is null ? slice : Merge(slice, found));
        }

        var inheritedCount = slices.Count;
        foreach (var slice in said.Slices)
        {
            if (slices.Take(inheritedCount).Any(known => string.Equals(known.SliceName, slice.SliceName, StringComparison.Ordinal)))
            {
                continue;
            }

            AddSlice(slices, inherited, unsliced, slice);
            if (IsClosedBefore(inherited) && !IsChoice(inherited) && !slice.SliceName!.Contains('/', StringComparison.Ordinal))
            {
                faults.Add(slice.Place, "snapshot.slicing-closed", slice.SliceName!, inherited.Name);
            }
        }

        if (IsChoice(inherited) && said.Slices.Count > 0)
        {
            FinishTypeSlices(inherited, unsliced, slices, said);
        }

        return slices;
    }

    private static DifferentialNode? FindSlice(DifferentialNode said, SnapshotNode slice) => said.FindSlice(slice.SliceName!);

    private void AddSlice(List<SnapshotNode> slices, SnapshotNode inherited, SnapshotNode unsliced, DifferentialNode said)
    {
        var name = said.SliceName!;
        var slash = name.LastIndexOf('/');
        if (slash > 0)
        {
            var divided = slices.FindIndex(slice => string.Equals(slice.SliceName, name[..slash], StringComparison.Ordinal));
            if (divided >= 0)
            {
                var behind = slices.FindLastIndex(slice => string.Equals(slice.SliceName, name[..slash], StringComparison.Ordinal) || slice.SliceName!.StartsWith(name[..(slash + 1)], StringComparison.Ordinal));
                slices.Insert(behind + 1, NewSlice(slices[divided], slices[divided], said));
                return;
            }
        }

        slices.Add(NewSlice(inherited, unsliced, said));
    }

    private void CheckMayBeSliced(SnapshotNode inherited, DifferentialNode said)
    {
        var max = inherited.Value("max");
        var isOneOfMany = said.Definition.Exists && said.Definition.ChildValue("max") is "1";
        if (inherited.Slices.Count == 0 && Cardinality.Max(max) <= 1 && !isOneOfMany && !IsChoice(inherited) && said.Slices.Exists(static slice => slice.Definition.Exists)
            && !inherited.Values("type").Any(static type => type.ChildValue("code") is "Extension"))
        {
            faults.Add(said.Place, "snapshot.slice-of-one", inherited.Name);
        }
    }

    private SnapshotNode NewSlice(SnapshotNode like, SnapshotNode unsliced, DifferentialNode said)
    {
        var draft = Template(like, said, out var fromProfile);
        draft.Remove("slicing");
        var saysMin = said.Definition.Exists && said.Definition.Child("min").Exists;
        if (!saysMin && !fromProfile && !IsExtensionValue(like))
        {
            draft.Set("min", "0");
        }

        if (said.Definition.Exists)
        {
            ApplyAll(draft, said, fromProfile ? MergePlace.ProfiledSlice : MergePlace.NewSlice);
        }

        if (IsChoice(like))
        {
            ApplyTypeOfSlice(like, draft, said);
        }

        // There cannot be more in a slice than there are at all.
        var saysMax = said.Definition.Exists && said.Definition.Child("max").Exists;
        if (!saysMax && !fromProfile && Cardinality.Max(draft.Value("max")) > Cardinality.Max(unsliced.Value("max")))
        {
            draft.Set("max", unsliced.Value("max")!);
        }

        return Finish(new SnapshotNode(like.Name, null, draft, like.Tree) { Children = like.Children }, said.SliceName, draft, said);
    }

    private static bool IsChoice(SnapshotNode node) => node.Name.EndsWith("[x]", StringComparison.Ordinal) || node.BaseName.EndsWith("[x]", StringComparison.Ordinal);

    private static bool IsExtension(ElementDraft draft) => draft["type"] is [var type] && string.Equals(type.ChildValue("code"), "Extension", StringComparison.Ordinal);
}
