using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>
/// An element of a snapshot with its children and, where it is sliced, its slices. Names are those within the parent; path and id follow from where the node
/// stands, so that a branch of a base definition serves unchanged wherever it is inherited.
/// </summary>
internal sealed class SnapshotNode
{
    private readonly ElementDraft? draft;
    private List<SnapshotNode>? children;
    private List<SnapshotNode>? slices;

    /// <summary>A node as a published definition has it.</summary>
    public SnapshotNode(string name, string? sliceName, Element source, SnapshotTree tree)
    {
        Name = name;
        SliceName = sliceName;
        Source = source;
        Tree = tree;
    }

    /// <summary>A node that is made.</summary>
    public SnapshotNode(string name, string? sliceName, ElementDraft draft, SnapshotTree tree)
    {
        Name = name;
        SliceName = sliceName;
        this.draft = draft;
        Tree = tree;
    }

    /// <summary>Last part of the path: <c>value[x]</c>.</summary>
    public string Name { get; }

    /// <summary>Name of the slice: <c>systolic</c>, of a slice of a slice <c>systolic/seated</c>; null when this is no slice.</summary>
    public string? SliceName { get; }

    /// <summary>The ElementDefinition taken over as it is; no element when the node is made.</summary>
    public Element Source { get; }

    /// <summary>The definition that the node comes from; content references are resolved there.</summary>
    public SnapshotTree Tree { get; }

    /// <summary>The made ElementDefinition; null when the node is taken over.</summary>
    public ElementDraft? Draft => draft;

    /// <summary>Children in order.</summary>
    public IReadOnlyList<SnapshotNode> Children
    {
        get => children ?? (IReadOnlyList<SnapshotNode>)[];
        set => children = value as List<SnapshotNode> ?? [.. value];
    }

    /// <summary>Slices in order, slices of slices behind the slice that they divide.</summary>
    public IReadOnlyList<SnapshotNode> Slices
    {
        get => slices ?? (IReadOnlyList<SnapshotNode>)[];
        set => slices = value as List<SnapshotNode> ?? [.. value];
    }

    /// <summary>Name of the element in the definition that introduced it: <c>value[x]</c> also where a profile calls it <c>valueQuantity</c>.</summary>
    public string BaseName => (Values("base") is [var origin] ? Tail(origin.ChildValue("path")) : null) ?? Name;

    /// <summary>Adds a child behind the others.</summary>
    public void AddChild(SnapshotNode child) => (children ??= []).Add(child);

    /// <summary>Adds a slice behind the others.</summary>
    public void AddSlice(SnapshotNode slice) => (slices ??= []).Add(slice);

    /// <summary>The values of a property of the ElementDefinition, to be read only.</summary>
    public IReadOnlyList<DraftValue> Values(string property) =>
        draft is not null ? draft[property] : [.. Source.ChildrenNamed(property).ToList().Select(static value => new DraftValue(value))];

    /// <summary>The first value of a property of the ElementDefinition.</summary>
    public string? Value(string property) => draft is not null ? draft.Value(property) : Source.ChildValue(property);

    /// <summary>A draft of the ElementDefinition that may be changed, with what an inherited definition must say of where it comes from.</summary>
    public ElementDraft ToDraft()
    {
        if (draft is not null)
        {
            return new ElementDraft(draft);
        }

        var copy = new ElementDraft(Source);
        if (!copy.Has("base"))
        {
            var origin = new ElementDraft(Source.Document.Schema.Type("ElementDefinition.base"));
            origin.Set("path", Source.ChildValue("path") ?? Name);
            origin.Set("min", Source.ChildValue("min") ?? "0");
            origin.Set("max", Source.ChildValue("max") ?? "*");
            copy.Add("base", new DraftValue(origin));
        }

        ElementMerge.SetConstraintSources(copy, Tree.Url);
        if (Tree.TextsAreRelative && InheritedText.HasLinks(Source))
        {
            InheritedText.MakeAbsolute(copy);
        }

        return copy;
    }

    /// <summary>Whether the ElementDefinition can be taken over to the letter: it says where it and its constraints come from, and its texts need no change.</summary>
    public bool CanBeCopied
    {
        get
        {
            var origin = Source.Child("base").Exists && !(Tree.TextsAreRelative && InheritedText.HasLinks(Source));
            foreach (var constraint in Source.ChildrenNamed("constraint"))
            {
                origin &= constraint.Child("source").Exists;
            }

            return origin;
        }
    }

    private static string? Tail(string? path) => path?[(path.LastIndexOf('.') + 1)..];
}
