namespace FhirPsychAcute.Model;

/// <summary>
/// Replacements of byte ranges in one document's source that leave its structure as it is, apart from elements inserted whole; so the nodes of the changed
/// document follow from the old ones by shifting.
/// </summary>
internal struct Splices
{
    private readonly ResourceDocument document;
    private Splice[] splices;
    private NewNode[] newNodes;
    private int count;
    private int newCount;

    public Splices(ResourceDocument document)
    {
        this.document = document;
        splices = new Splice[6];
        newNodes = [];
        count = 0;
        newCount = 0;
        Text = new SpliceText(256);
    }

    /// <summary>What is put in; a splice takes the text written since the one before.</summary>
    public SpliceText Text;

    /// <summary>Number of splices.</summary>
    public readonly int Count => count;

    /// <summary>Whether a node's value is replaced already.</summary>
    public readonly bool Replaces(int node)
    {
        foreach (ref readonly var splice in splices.AsSpan(0, count))
        {
            if (splice.Node == node)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Puts the text written since <paramref name="textStart"/> in the place of a range of the source.</summary>
    /// <returns>The splice's number.</returns>
    public int Add(int offset, int removed, int textStart)
    {
        if (count == splices.Length)
        {
            Array.Resize(ref splices, count * 2);
        }

        splices[count] = new Splice { Number = count, Offset = offset, Removed = removed, TextStart = textStart, TextLength = Text.Length - textStart, Node = -1 };
        return count++;
    }

    /// <summary>Says that the splice made last gives a node its value.</summary>
    /// <param name="node">The node.</param>
    /// <param name="valueStart">Where in <see cref="Text"/> the value stands, without quotes.</param>
    /// <param name="valueLength">Length of the value, without quotes.</param>
    /// <param name="flags">HasValue, and Quoted and Escaped as they apply.</param>
    public readonly void SetValue(int node, int valueStart, int valueLength, NodeFlags flags)
    {
        ref var splice = ref splices[count - 1];
        splice.Node = node;
        splice.ValueStart = valueStart - splice.TextStart;
        splice.ValueLength = valueLength;
        splice.Flags = flags;
    }

    /// <summary>Says that a splice makes a new element, whose node comes before the node that is now at <paramref name="at"/>.</summary>
    /// <param name="at">Index among the old nodes; elements for the same index come in order of the calls.</param>
    /// <param name="parent">Index of the parent among the old nodes, or of a new element: -2 for the first, -3 for the second ...</param>
    /// <param name="property">Element and type.</param>
    /// <param name="splice">The splice's number.</param>
    /// <param name="valueStart">Where in <see cref="Text"/> its value stands, without quotes.</param>
    /// <param name="valueLength">Length of the value, without quotes.</param>
    /// <param name="flags">Of the new node.</param>
    /// <param name="descendants">New elements that follow as its descendants.</param>
    public void Insert(int at, int parent, ElementType property, int splice, int valueStart, int valueLength, NodeFlags flags, int descendants = 0)
    {
        if (newCount == newNodes.Length)
        {
            Array.Resize(ref newNodes, newCount + 4);
        }

        newNodes[newCount++] = new NewNode
        {
            At = at,
            Parent = parent,
            Property = property,
            Splice = splice,
            ValueStart = valueStart - splices[splice].TextStart,
            ValueLength = valueLength,
            Flags = flags,
            Descendants = descendants,
        };
    }

    /// <summary>Number that names the new element inserted next as a parent.</summary>
    public readonly int NextParent => -2 - newCount;

    /// <summary>The changed JSON text.</summary>
    public readonly byte[] ToBytes()
    {
        Sort();
        return Bytes();
    }

    /// <summary>The changed document.</summary>
    public readonly ResourceDocument ToDocument()
    {
        Sort();
        var bytes = Bytes();
        var old = document.Nodes;
        var nodes = GC.AllocateUninitializedArray<Node>(old.Length + newCount);
        Shift(old, nodes);
        PlaceNewNodes(nodes);
        PlaceValues(nodes);
        nodes[0].End = nodes.Length;
        return new ResourceDocument(document.Schema, bytes, nodes);
    }

    private readonly void Sort()
    {
        // Mostly few and in order already.
        var all = splices.AsSpan(0, count);
        for (var index = 1; index < all.Length; index++)
        {
            if (all[index].Comes(all[index - 1]) < 0)
            {
                all.Sort(static (left, right) => left.Comes(right));
                return;
            }
        }
    }

    private readonly byte[] Bytes()
    {
        var source = document.Bytes.Span;
        var length = source.Length;
        foreach (ref readonly var splice in splices.AsSpan(0, count))
        {
            length += splice.TextLength - splice.Removed;
        }

        var target = GC.AllocateUninitializedArray<byte>(length);
        var from = 0;
        var to = 0;
        foreach (ref var splice in splices.AsSpan(0, count))
        {
            source[from..splice.Offset].CopyTo(target.AsSpan(to));
            to += splice.Offset - from;
            from = splice.Offset + splice.Removed;
            splice.NewOffset = to;
            Text.Span.Slice(splice.TextStart, splice.TextLength).CopyTo(target.AsSpan(to));
            to += splice.TextLength;
            splice.DeltaAfter = to - from;
        }

        source[from..].CopyTo(target.AsSpan(to));
        return target;
    }

    private readonly void Shift(Node[] old, Node[] nodes)
    {
        // Most changes stand near the beginning (id, meta): what comes behind the last of them moves as a whole.
        var lastEnd = count == 0 ? 0 : splices[count - 1].Offset + splices[count - 1].Removed;
        var lastDelta = count == 0 ? 0 : splices[count - 1].DeltaAfter;
        var lastAt = 0;
        foreach (ref readonly var added in newNodes.AsSpan(0, newCount))
        {
            lastAt = Math.Max(lastAt, added.At);
        }

        for (var index = 0; index < old.Length; index++)
        {
            var node = old[index];
            if (node.Start >= lastEnd && node.Parent >= lastAt)
            {
                node.Start += lastDelta;
                node.End += newCount;
                node.Parent += newCount;
                nodes[index + newCount] = node;
                continue;
            }

            var end = node.Start + node.Length;
            node.Start += DeltaAt(node.Start);
            node.Length = end + DeltaAt(end) - node.Start;
            if (newCount > 0)
            {
                // One past the last descendant: what is inserted exactly there stands outside.
                node.End = NewIndex(node.End - 1) + 1;
                node.Parent = node.Parent < 0 ? node.Parent : NewIndex(node.Parent);
            }

            nodes[NewIndex(index)] = node;
        }
    }

    /// <summary>How far the byte that stood at this place has moved.</summary>
    private readonly int DeltaAt(int offset)
    {
        var low = 0;
        var high = count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (splices[middle].Offset + splices[middle].Removed <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? 0 : splices[low - 1].DeltaAfter;
    }

    private readonly int NewIndex(int index)
    {
        var shifted = index;
        foreach (ref readonly var added in newNodes.AsSpan(0, newCount))
        {
            shifted += added.At <= index ? 1 : 0;
        }

        return shifted;
    }

    private readonly int IndexOfNew(int number)
    {
        // Behind the old nodes below its place and the new ones before it.
        var index = newNodes[number].At;
        for (var other = 0; other < newCount; other++)
        {
            index += newNodes[other].At < newNodes[number].At || (newNodes[other].At == newNodes[number].At && other < number) ? 1 : 0;
        }

        return index;
    }

    private readonly void PlaceNewNodes(Node[] nodes)
    {
        for (var number = 0; number < newCount; number++)
        {
            ref readonly var added = ref newNodes[number];
            var index = IndexOfNew(number);
            nodes[index] = new Node
            {
                End = index + 1 + added.Descendants,
                Parent = added.Parent < -1 ? IndexOfNew(-2 - added.Parent) : NewIndex(added.Parent),
                Start = NewOffset(added.Splice) + added.ValueStart,
                Length = added.ValueLength,
                Element = (ushort)added.Property.Element.Id,
                NameId = (ushort)added.Property.Element.NameId,
                Type = (ushort)added.Property.Type.Id,
                Flags = added.Flags,
            };
        }
    }

    private readonly void PlaceValues(Node[] nodes)
    {
        foreach (ref readonly var splice in splices.AsSpan(0, count))
        {
            if (splice.Node >= 0)
            {
                ref var node = ref nodes[NewIndex(splice.Node)];
                node.Start = splice.NewOffset + splice.ValueStart;
                node.Length = splice.ValueLength;
                node.Flags = (node.Flags & ~(NodeFlags.Escaped | NodeFlags.Quoted)) | splice.Flags;
            }
        }
    }

    private readonly int NewOffset(int number)
    {
        foreach (ref readonly var splice in splices.AsSpan(0, count))
        {
            if (splice.Number == number)
            {
                return splice.NewOffset;
            }
        }

        return -1;
    }

    private struct Splice
    {
        public int Number;
        public int Offset;
        public int Removed;
        public int TextStart;
        public int TextLength;
        public int Node;
        public int ValueStart;
        public int ValueLength;
        public NodeFlags Flags;
        public int NewOffset;
        public int DeltaAfter;

        public readonly int Comes(in Splice other) => Offset != other.Offset ? Offset.CompareTo(other.Offset) : Number.CompareTo(other.Number);
    }

    private struct NewNode
    {
        public int At;
        public int Parent;
        public ElementType Property;
        public int Splice;
        public int ValueStart;
        public int ValueLength;
        public NodeFlags Flags;
        public int Descendants;
    }
}
