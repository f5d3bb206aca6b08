using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>A StructureDefinition's snapshot as a tree of elements and slices. Immutable.</summary>
internal sealed class SnapshotTree
{
    private SnapshotTree(string url, DefinitionScope scope)
    {
        Url = url;
        Scope = scope;
        TextsAreRelative = InheritedText.IsRelative(url);
    }

    /// <summary>Canonical url of the definition.</summary>
    public string Url { get; }

    /// <summary>Whether links in the definition's texts are relative to the specification's pages.</summary>
    public bool TextsAreRelative { get; }

    /// <summary>Where the definition's canonicals are resolved.</summary>
    public DefinitionScope Scope { get; }

    /// <summary>The definition's own type (<c>Observation</c>).</summary>
    public string Type { get; private init; } = "";

    /// <summary>Kind of the definition: resource, complex-type, primitive-type, logical.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>The root element; null when there is no usable snapshot.</summary>
    public SnapshotNode? Root { get; private set; }

    /// <summary>A tree that gets its root while it is made.</summary>
    public static SnapshotTree Begin(Element structureDefinition, DefinitionScope scope) => new(structureDefinition.ChildValue("url") ?? "", scope)
    {
        Type = structureDefinition.ChildValue("type") ?? "",
        Kind = structureDefinition.ChildValue("kind") ?? "",
    };

    /// <summary>Reads the snapshot that a StructureDefinition has. Elements that have no parent in it are left out.</summary>
    public static SnapshotTree Read(Element structureDefinition, DefinitionScope scope)
    {
        var tree = Begin(structureDefinition, scope);
        var open = new List<SnapshotNode>();
        foreach (var element in structureDefinition.Child("snapshot") is { Exists: true } snapshot ? snapshot.ChildrenNamed("element").ToList() : [])
        {
            if (element.ChildValue("path") is { } path)
            {
                tree.Place(element, path.Split('.'), open);
            }
        }

        return tree;
    }

    /// <summary>Gives the tree its root.</summary>
    public void Complete(SnapshotNode root) => Root = root;

    /// <summary>The element of that path that is in no slice, or null.</summary>
    public SnapshotNode? Find(string path)
    {
        var names = path.Split('.');
        var at = Root;
        for (var i = 1; i < names.Length && at is not null; i++)
        {
            at = at.Children.FirstOrDefault(child => string.Equals(child.Name, names[i], StringComparison.Ordinal));
        }

        return at;
    }

    private void Place(Element element, string[] names, List<SnapshotNode> open)
    {
        var depth = names.Length - 1;
        var sliceName = depth == 0 ? null : element.ChildValue("sliceName");
        if (depth > open.Count || (depth == 0 && Root is not null))
        {
            return;
        }

        open.RemoveRange(depth, open.Count - depth);
        if (depth == 0)
        {
            Root = new SnapshotNode(names[0], null, element, this);
            open.Add(Root);
            return;
        }

        var parent = open[depth - 1];
        var sliced = sliceName is null ? null : parent.Children.LastOrDefault(sibling => IsSliceOf(names[depth], sibling));
        var node = new SnapshotNode(sliced?.Name ?? names[depth], sliceName, element, this);
        if (sliced is null)
        {
            parent.AddChild(node);
        }
        else
        {
            sliced.AddSlice(node);
        }

        open.Add(node);
    }

    // Definitions of older publishers call a slice of value[x] by its type: valueQuantity.
    private static bool IsSliceOf(string name, SnapshotNode sliced) =>
        string.Equals(name, sliced.Name, StringComparison.Ordinal)
        || (sliced.Name.EndsWith("[x]", StringComparison.Ordinal) && name.StartsWith(sliced.Name[..^3], StringComparison.Ordinal));
}
