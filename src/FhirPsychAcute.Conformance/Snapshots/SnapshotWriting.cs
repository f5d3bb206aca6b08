using FhirPsychAcute.Model;

namespace FhirPsychAcute.Conformance.Snapshots;

/// <summary>Writes the StructureDefinition with its snapshot: elements in order, each with the path and id of the place where it stands.</summary>
internal sealed class SnapshotWriting(Element definition, SnapshotTree tree)
{
    /// <summary>Walking into types again and again could make any number of elements.</summary>
    private const int MaxElements = 50_000;

    private readonly List<DraftValue> elements = [];

    /// <summary>The StructureDefinition as a document of its own.</summary>
    public ParseResult Write()
    {
        var schema = definition.Document.Schema;
        Add(tree.Root!, tree.Root!.Name, tree.Root!.Name);
        var snapshot = new ElementDraft(schema.Type("StructureDefinition.snapshot"));
        snapshot.Set("element", elements);
        var whole = new ElementDraft(definition);
        whole.Set("snapshot", [new DraftValue(snapshot)]);
        return ResourceDocument.Parse(whole.ToBytes(), schema);
    }

    private void Add(SnapshotNode node, string path, string id)
    {
        if (elements.Count >= MaxElements)
        {
            return;
        }

        elements.Add(Element(node, path, id));
        foreach (var child in node.Children)
        {
            AddWithSlices(child, $"{path}.{child.Name}", $"{id}.{child.Name}");
        }
    }

    private void AddWithSlices(SnapshotNode node, string path, string id)
    {
        Add(node, path, id);
        foreach (var slice in node.Slices)
        {
            Add(slice, path, $"{id}:{slice.SliceName}");
        }
    }

    private static DraftValue Element(SnapshotNode node, string path, string id)
    {
        if (node.Draft is null && node.CanBeCopied
            && string.Equals(node.Source.ChildValue("path"), path, StringComparison.Ordinal) && string.Equals(node.Source.ChildValue("id"), id, StringComparison.Ordinal))
        {
            return new DraftValue(node.Source);
        }

        var draft = node.ToDraft();
        draft.Set("path", path);
        draft.Set("id", id);
        return new DraftValue(draft);
    }
}
