using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <content>Walking into what an element's type, profile or content reference has below it; what a profile's root gives to the element of that profile.</content>
internal sealed partial class SnapshotGeneration
{
    // The children of an element that its definition has not spelled out.
    private IReadOnlyList<SnapshotNode> Expand(SnapshotNode inherited, ElementDraft draft, DifferentialNode said)
    {
        if (draft.Value("contentReference") is { } reference)
        {
            return ExpandReference(inherited, draft, reference, said);
        }

        var types = draft["type"];
        if (types.Count == 0)
        {
            if (!isSpecialization)
            {
                faults.Add(said.Place, "snapshot.no-type", inherited.Name);
            }

            return [];
        }

        return TreeOfTypes(types, said)?.Root?.Children ?? [];
    }

    private SnapshotTree? TreeOfTypes(IReadOnlyList<DraftValue> types, DifferentialNode said)
    {
        var codes = types.Select(TypeDerivation.Code).Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count > 1)
        {
            // All types have the children of Element in common.
            return TreeOf(ElementUrl);
        }

        var profiles = types.Count == 1 ? types[0].ChildValues("profile").ToList() : [];
        if (profiles.Count == 1 && TreeOf(profiles[0], said) is { } profile)
        {
            return profile;
        }

        var own = codes[0] is { } code ? TreeOf(TypeDerivation.UrlOf(code)) : null;
        if (own is null)
        {
            faults.Add(said.Place, "snapshot.type-unknown", codes[0] ?? "");
        }

        return own;
    }

    private IReadOnlyList<SnapshotNode> ExpandReference(SnapshotNode inherited, ElementDraft draft, string reference, DifferentialNode said)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var home = hash <= 0 || string.Equals(reference[..hash], inherited.Tree.Url, StringComparison.Ordinal) ? inherited.Tree : TreeOf(reference[..hash]);
        var target = home?.Find(reference[(hash + 1)..]) ?? TreeOf(TypeDerivation.UrlOf(reference[(hash + 1)..].Split('.')[0]))?.Find(reference[(hash + 1)..]);
        if (target is null)
        {
            faults.Add(said.Place, "snapshot.content-reference-unknown", reference);
            return [];
        }

        draft.Remove("contentReference");
        draft.Set("type", target.Values("type"));
        return target.Children;
    }

    // An extension's or a contained resource's own definition says what the element is; of datatypes the element's definition says it.
    private ElementDraft Template(SnapshotNode inherited, DifferentialNode said, out bool fromProfile)
    {
        fromProfile = false;
        if (ProfileOf(said.Definition) is not { } profile || !TakesRootOfProfile(inherited, out var isExtension) || IsInherited(inherited, profile))
        {
            return inherited.ToDraft();
        }

        var root = RootOf(profile, said);
        fromProfile = root is not null && isExtension;
        if (fromProfile && inherited.Values("slicing").Count > 0)
        {
            return DescribedBy(root!, inherited);
        }

        return root is null ? inherited.ToDraft() : FromProfile(root, inherited, isExtension);
    }

    private SnapshotNode? RootOf(string profile, DifferentialNode said)
    {
        if (!scope.TryResolve(profile, out var definition))
        {
            return null;
        }

        var type = said.Definition.Child("type").ChildValue("code");
        if (TypeDerivation.Property(definition, "type") is { } constrained && type is not null && constrained != type)
        {
            faults.Add(said.Definition, "snapshot.profile-of-other-type", profile, constrained, type);
        }

        // A definition that waits for this one, or this one itself, has at most its root made.
        return chain.Find(definition.Url) is { } link ? link.Root : TreeOf(profile, said)?.Root;
    }

    private static string? ProfileOf(Element derived)
    {
        if (!derived.Exists || derived.ChildrenNamed("type").ToList() is not [var type] || type.ChildrenNamed("profile").ToList() is not [var profile])
        {
            return null;
        }

        return profile.Value;
    }

    private static bool TakesRootOfProfile(SnapshotNode inherited, out bool isExtension)
    {
        var types = inherited.Values("type");
        var code = types is [var type] ? type.ChildValue("code") : null;
        isExtension = string.Equals(code, "Extension", StringComparison.Ordinal);
        return isExtension || string.Equals(code, "Resource", StringComparison.Ordinal);
    }

    private static bool IsInherited(SnapshotNode inherited, string profile) =>
        inherited.Values("type").Any(type => type.ChildValues("profile").Contains(profile, StringComparer.Ordinal));

    // Where extensions are sliced already, a further slice is like the others, described by its own definition.
    private static ElementDraft DescribedBy(SnapshotNode root, SnapshotNode inherited)
    {
        var draft = inherited.ToDraft();
        var described = root.ToDraft();
        foreach (var text in (string[])["short", "definition", "comment", "requirements", "alias", "mapping"])
        {
            draft.Set(text, described[text]);
        }

        return draft;
    }

    private ElementDraft FromProfile(SnapshotNode root, SnapshotNode inherited, bool isExtension)
    {
        var from = inherited.ToDraft();
        var draft = root.ToDraft();
        draft.Set("path", from.Value("path") ?? inherited.Name);
        foreach (var own in (string[])["sliceName", "slicing", "id"])
        {
            draft.Remove(own);
        }

        draft.Set("base", from["base"]);
        if (!isExtension)
        {
            // The constraints of a resource hold for the resource, not for the element that it stands in; that element's number is its own too.
            draft.Remove("constraint");
            draft.Set("min", from["min"]);
            draft.Set("max", from["max"]);
        }

        foreach (var element in elementDefinition.Elements)
        {
            if (!draft.Has(element.Name) && IsFilledFromElement(element.Name))
            {
                draft.Set(element.Name, from[element.Name]);
            }
        }

        var keys = draft["constraint"].Select(static constraint => constraint.ChildValue("key")).ToHashSet(StringComparer.Ordinal);
        draft.Set("constraint", [.. draft["constraint"], .. from["constraint"].Where(constraint => !keys.Contains(constraint.ChildValue("key")))]);
        return draft;
    }

    private static bool IsFilledFromElement(string property) => property is
        "label" or "code" or "definition" or "short" or "min" or "max" or "fixed" or "pattern" or "example" or "minValue" or "maxValue"
        or "maxLength" or "mustSupport" or "binding" or "type" or "representation";

    private SnapshotTree? TreeOf(string canonical) => TreeOf(canonical, null);

    private SnapshotTree? TreeOf(string canonical, DifferentialNode? said)
    {
        if (!scope.TryResolve(canonical, out var definition) || !string.Equals(definition.ResourceType, "StructureDefinition", StringComparison.Ordinal))
        {
            return null;
        }

        if (chain.Find(definition.Url) is not null || chain.IsTooDeep)
        {
            if (said is not null)
            {
                faults.Add(said.Place, "snapshot.profile-cycle", canonical);
            }

            return null;
        }

        return source.Tree(definition, chain);
    }
}
