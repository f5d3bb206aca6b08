using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>
/// Reads a differential into a tree, whatever the order of its elements: by their ids where these agree with path and sliceName, otherwise by what came
/// before (R4 elementdefinition 2.28.0.1: ids are optional in a differential, and slices are told apart by their order).
/// </summary>
internal sealed class DifferentialReader(SnapshotFaults faults)
{
    private const int MaxDepth = 64;
    private const int MaxElements = 10_000;

    private readonly List<DifferentialNode> open = [];
    private readonly HashSet<string> unnamed = new(StringComparer.Ordinal);
    private DifferentialNode? root;

    /// <summary>The tree; null when the differential says nothing that could be placed.</summary>
    public DifferentialNode? Read(Element structureDefinition, string rootName)
    {
        var differential = structureDefinition.Child("differential");
        if (!differential.Exists)
        {
            return null;
        }

        var elements = differential.ChildrenNamed("element").ToList();
        if (elements.Count > MaxElements)
        {
            faults.Add("snapshot.too-many-elements", MaxElements);
            elements.RemoveRange(MaxElements, elements.Count - MaxElements);
        }

        // Ids that name a slice where the element says none, or another: what is below goes by its order.
        foreach (var element in elements)
        {
            if (element.ChildValue("id") is { } id && id.LastIndexOf(':') is var colon && colon > id.LastIndexOf('.') && element.ChildValue("sliceName") != id[(colon + 1)..])
            {
                unnamed.Add(id);
            }
        }

        foreach (var element in elements)
        {
            Place(element, rootName);
        }

        if (root is not null)
        {
            new SlicesInCommon().Spread(root);
        }

        return root;
    }

    private void Place(Element element, string rootName)
    {
        if (element.ChildValue("path") is not { Length: > 0 } path)
        {
            faults.Add(element, "snapshot.path-missing");
            return;
        }

        var names = path.Split('.');
        if (Array.Exists(names, name => name.Length == 0))
        {
            faults.Add(element, "snapshot.path-empty-part", path);
            return;
        }

        if (names.Length > MaxDepth)
        {
            faults.Add(element, "snapshot.path-too-deep", MaxDepth);
            return;
        }

        if (!string.Equals(names[0], rootName, StringComparison.Ordinal))
        {
            faults.Add(element, "snapshot.path-root", path, rootName);
            return;
        }

        root ??= new DifferentialNode(rootName, null) { FirstMention = element };
        var id = element.ChildValue("id");
        var sliceNames = id is null || IsBelowUnnamed(id) ? null : ElementIds.SliceNames(id, names, element.ChildValue("sliceName"));
        Define(sliceNames is null ? PlaceByOrder(element, names) : PlaceById(element, names, sliceNames), element, names.Length - 1);
    }

    private bool IsBelowUnnamed(string id)
    {
        for (var dot = id.IndexOf('.', StringComparison.Ordinal); unnamed.Count > 0 && dot >= 0; dot = id.IndexOf('.', dot + 1))
        {
            if (unnamed.Contains(id[..dot]))
            {
                return true;
            }
        }

        return false;
    }

    private DifferentialNode PlaceById(Element element, string[] names, string?[] sliceNames)
    {
        var at = root!;
        Open(0, at);
        for (var i = 1; i < names.Length; i++)
        {
            at = at.Child(names[i], element);
            if (sliceNames[i] is { } sliceName)
            {
                at = at.Slice(sliceName, element);
            }

            Open(i, at);
        }

        return at;
    }

    private DifferentialNode PlaceByOrder(Element element, string[] names)
    {
        var at = root!;
        var follows = open.Count > 0;
        Open(0, at, keep: follows);
        for (var i = 1; i < names.Length - 1; i++)
        {
            follows = follows && i < open.Count && string.Equals(open[i].Name, names[i], StringComparison.Ordinal);
            at = follows ? open[i] : at.Child(names[i], element);
            Open(i, at, keep: follows);
        }

        if (names.Length > 1)
        {
            at = at.Child(names[^1], element);
            if (element.ChildValue("sliceName") is { } sliceName)
            {
                at = at.Slice(sliceName, element);
            }

            Open(names.Length - 1, at);
        }

        return at;
    }

    private void Define(DifferentialNode node, Element element, int depth)
    {
        if (!node.Definition.Exists)
        {
            node.Definition = element;
        }
        else if (depth > 0 && node.SliceName is null)
        {
            // A second element at the same place can only be meant as a slice.
            faults.Add(element, "snapshot.slice-name-missing", element.ChildValue("path")!);
        }
        else
        {
            faults.Add(element, "snapshot.element-twice", element.ChildValue("id") ?? element.ChildValue("path")!);
        }
    }

    private void Open(int depth, DifferentialNode node, bool keep = false)
    {
        if (keep && depth < open.Count && ReferenceEquals(open[depth], node))
        {
            return;
        }

        open.RemoveRange(depth, open.Count - depth);
        open.Add(node);
    }
}
