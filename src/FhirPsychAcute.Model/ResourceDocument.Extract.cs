namespace FhirPsychAcute.Model;

/// <content>Documents of resources that stand inside others.</content>
public sealed partial class ResourceDocument
{
    /// <summary>
    /// A document of its own for a resource in a Bundle entry, a parameter or contained: it shares this document's bytes and copies its nodes, nothing is read
    /// again. Positions count from the beginning of that resource; those of a document read from XML stay as they are.
    /// </summary>
    /// <param name="resource">An element for which <see cref="Element.IsResource"/> holds.</param>
    /// <exception cref="ArgumentException">The element is no resource.</exception>
    public static ResourceDocument Extract(Element resource)
    {
        if (!resource.Exists || !resource.IsResource)
        {
            throw new ArgumentException("The element is not a resource.", nameof(resource));
        }

        if (resource.Index == 0)
        {
            return resource.Document;
        }

        var source = resource.Document;
        var first = resource.Index;
        ref readonly var root = ref source.nodes[first];
        var extracted = GC.AllocateUninitializedArray<Node>(root.End - first);
        for (var index = 0; index < extracted.Length; index++)
        {
            var node = source.nodes[first + index];
            node.End -= first;
            node.Parent -= first;
            node.Start -= root.Start;
            extracted[index] = node;
        }

        extracted[0].Parent = -1;
        extracted[0].Element = Node.NoElement;
        extracted[0].NameId = Node.NoElement;
        extracted[0].Flags &= ~NodeFlags.Item;
        return new ResourceDocument(source.Schema, source.Bytes.Slice(root.Start, root.Length), extracted, source.origin?.From(root.Start));
    }
}
