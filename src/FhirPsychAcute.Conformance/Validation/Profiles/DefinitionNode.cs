namespace FhirPsychAcute.Conformance.Validation.Profiles;

/// <summary>An element of a snapshot in its place: its children, and its slices beside it. Only compiling needs it.</summary>
internal sealed class DefinitionNode
{
    private DefinitionNode(string name, ElementFacts? facts, DefinitionNode? parent)
    {
        Name = name;
        Facts = facts;
        Parent = parent;
    }

    /// <summary>Last step of the path: <c>name</c>, <c>value[x]</c>.</summary>
    public string Name { get; }

    /// <summary>What the snapshot says; null where it has slices of an element that it does not have itself.</summary>
    public ElementFacts? Facts { get; }

    /// <summary>The element around; of a slice the one around the sliced element. Null for the root.</summary>
    public DefinitionNode? Parent { get; }

    /// <summary>The elements inside, slices not among them.</summary>
    public List<DefinitionNode> Children { get; } = [];

    /// <summary>The slices of the element, or of the slice.</summary>
    public List<DefinitionNode> Slices { get; } = [];

    /// <summary>The element inside of that name (with <c>[x]</c> or without); null for none.</summary>
    public DefinitionNode? Child(string name)
    {
        foreach (var child in Children)
        {
            if (child.Name == name || (child.Name.Length == name.Length + 3 && child.Name.EndsWith("[x]", StringComparison.Ordinal) && child.Name.StartsWith(name, StringComparison.Ordinal)))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>The element or slice of that id, here or further inside; null for none.</summary>
    public DefinitionNode? Find(string id)
    {
        if (Facts?.Id == id)
        {
            return this;
        }

        foreach (var inner in Children.Concat(Slices))
        {
            if (inner.Find(id) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Puts the elements of a snapshot in their places by path and slice name; null when there are none.</summary>
    public static DefinitionNode? Tree(IReadOnlyList<ElementFacts> snapshot)
    {
        if (snapshot.Count == 0)
        {
            return null;
        }

        var root = new DefinitionNode(snapshot[0].Path, snapshot[0], null);
        var open = new Stack<DefinitionNode>();
        open.Push(root);
        for (var i = 1; i < snapshot.Count; i++)
        {
            var facts = snapshot[i];
            var dot = facts.Path.LastIndexOf('.');
            var parentPath = dot < 0 ? "" : facts.Path[..dot];
            while (open.Count > 1 && PathOf(open.Peek()) != parentPath)
            {
                open.Pop();
            }

            // An element whose parent the snapshot does not have stands nowhere.
            if (PathOf(open.Peek()) == parentPath)
            {
                open.Push(Place(facts, open.Peek()));
            }
        }

        return root;
    }

    /// <inheritdoc/>
    public override string ToString() => Facts?.Id ?? Name;

    private static string PathOf(DefinitionNode node) => node.Facts?.Path ?? $"{PathOf(node.Parent!)}.{node.Name}";

    private static DefinitionNode Place(ElementFacts facts, DefinitionNode parent)
    {
        var node = new DefinitionNode(facts.LastStep, facts, parent);
        if (facts.SliceName is null)
        {
            parent.Children.Add(node);
            return node;
        }

        var sliced = parent.Children.FindLast(child => child.Name == node.Name);
        if (sliced is null)
        {
            parent.Children.Add(sliced = new DefinitionNode(node.Name, null, parent));
        }

        // R4 profiling 5.1.0.14: a slice of a slice is named with the outer one in front: a/b.
        var slash = facts.SliceName.LastIndexOf('/');
        var holder = slash < 0 ? sliced : Find(sliced, facts.SliceName[..slash]) ?? sliced;
        holder.Slices.Add(node);
        return node;
    }

    private static DefinitionNode? Find(DefinitionNode sliced, string sliceName)
    {
        foreach (var slice in sliced.Slices)
        {
            if (slice.Facts!.SliceName == sliceName)
            {
                return slice;
            }

            if (Find(slice, sliceName) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }
}
