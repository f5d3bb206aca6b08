using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <content>Slices of a choice by type (R4 profiling 5.1.0.15).</content>
internal sealed partial class SnapshotGeneration
{
    // A slice that is named after its type has that type, with the profiles and targets that the choice gives it.
    private static void ApplyTypeOfSlice(SnapshotNode like, ElementDraft draft, DifferentialNode said)
    {
        if (said.Definition.Exists && said.Definition.Child("type").Exists)
        {
            return;
        }

        var code = said.TypeCode ?? (ElementIds.IsChoiceOf(like.Name, said.SliceName!) ? ChoiceNames.TypeOf(like, said.SliceName!) : null);
        if (code is not null)
        {
            NarrowTo(draft, code);
        }
    }

    private static void NarrowTo(ElementDraft draft, string code) =>
        draft.Set("type", draft["type"].Where(type => string.Equals(TypeDerivation.Code(type), code, StringComparison.Ordinal)).ToList());

    // Slices of a choice are by type unless another discriminator is given.
    private static bool IsByType(ElementDraft draft) =>
        draft["slicing"] is [var slicing] && slicing.ToDraft()!["discriminator"].All(static discriminator => discriminator.ChildValue("type") is "type" && discriminator.ChildValue("path") is "$this");

    // One slice that must be there excludes the other types; slices for all types leave nothing open.
    private void FinishTypeSlices(SnapshotNode inherited, SnapshotNode unsliced, List<SnapshotNode> slices, DifferentialNode said)
    {
        var draft = unsliced.Draft!;
        if (!IsByType(draft) || (said.Definition.Exists && said.Definition.Child("slicing") is { Exists: true } slicing && slicing.ChildValue("ordered") is "true"))
        {
            faults.Add(said.Place, "snapshot.type-slicing", inherited.Name);
            return;
        }

        CheckTypeSlices(inherited, said);
        var required = said.Slices.Where(slice => slice.Definition.Exists && Cardinality.Min(slice.Definition.ChildValue("min")) > 0).ToList();
        if (required.Count > 0)
        {
            if (said.Slices.Count > 1)
            {
                faults.Add(required[0].Place, "snapshot.type-slice-required", required[0].SliceName!, inherited.Name);
            }

            var only = slices.Find(slice => string.Equals(slice.SliceName, required[0].SliceName, StringComparison.Ordinal))!.Draft!["type"].Select(TypeDerivation.Code).ToHashSet(StringComparer.Ordinal);
            draft.Set("min", "1");
            draft.Set("type", draft["type"].Where(type => only.Contains(TypeDerivation.Code(type))).ToList());
        }

        var covered = slices.SelectMany(static slice => slice.Values("type")).Select(TypeDerivation.Code).ToHashSet(StringComparer.Ordinal);
        var isClosed = draft["type"].All(type => covered.Contains(TypeDerivation.Code(type)));
        if (!isClosed && said.IsShortForm && unsliced.Name is "value[x]" && inherited.BaseName is "value[x]" && IsExtensionValue(inherited))
        {
            // An extension that is only said to have a value of one type has no other.
            draft.Set("type", draft["type"].Where(type => covered.Contains(TypeDerivation.Code(type))).ToList());
            isClosed = true;
        }

        if (draft.Has("slicing"))
        {
            var rules = SlicingRules.Make(definition.Document.Schema, "type", "$this", isClosed || IsClosedBefore(inherited) ? "closed" : "open");
            draft.Set("slicing", [new DraftValue(rules)]);
        }
    }

    // A slice that stands for a type is named after it.
    private void CheckTypeSlices(SnapshotNode inherited, DifferentialNode said)
    {
        foreach (var slice in said.Slices)
        {
            var types = slice.Definition.Exists ? slice.Definition.ChildrenNamed("type").ToList() : [];
            if (types is not [var type] || TypeDerivation.Code(new DraftValue(type)) is not { Length: > 0 } code || inherited.Slices.Any(known => known.SliceName == slice.SliceName))
            {
                continue;
            }

            var name = $"{inherited.Name[..^3]}{char.ToUpperInvariant(code[0])}{code[1..]}";
            if (slice.TypeCode is not null && slice.TypeCode != code)
            {
                faults.Add(slice.Place, "snapshot.type-slice-types", slice.SliceName!, slice.TypeCode, code);
            }
            else if (inherited.Name.EndsWith("[x]", StringComparison.Ordinal) && name != slice.SliceName)
            {
                faults.Add(slice.Place, "snapshot.type-slice-name", inherited.Name, code, name, slice.SliceName!);
            }
        }
    }

    private static bool IsClosedBefore(SnapshotNode inherited) =>
        inherited.Values("slicing") is [var slicing] && slicing.ChildValue("rules") is "closed";

    private static bool IsExtensionValue(SnapshotNode node) =>
        node.Values("base") is [var origin] && string.Equals(origin.ChildValue("path"), "Extension.value[x]", StringComparison.Ordinal);
}
