namespace FhirPsychAcute.Model;

/// <summary>Direct children of an element, all or those of one name; enumerated without allocating.</summary>
public readonly struct ElementChildren
{
    private readonly ResourceDocument document;
    private readonly int parent;
    private readonly int nameId;

    internal ElementChildren(ResourceDocument document, int parent, int nameId)
    {
        this.document = document;
        this.parent = parent;
        this.nameId = nameId;
    }

    /// <summary>Walks the children.</summary>
    public Enumerator GetEnumerator() => new(document, parent, nameId);

    /// <summary>How many there are.</summary>
    public int Count()
    {
        var count = 0;
        foreach (var _ in this)
        {
            count++;
        }

        return count;
    }

    /// <summary>The children as a list, for callers where clarity counts more than allocation.</summary>
    public List<Element> ToList()
    {
        var list = new List<Element>();
        foreach (var element in this)
        {
            list.Add(element);
        }

        return list;
    }

    /// <summary>Walks the children of one element in document order.</summary>
    public struct Enumerator
    {
        private readonly ResourceDocument document;
        private readonly Node[] nodes;
        private readonly int end;
        private readonly int nameId;
        private int current;
        private int next;

        internal Enumerator(ResourceDocument document, int parent, int nameId)
        {
            this.document = document;
            this.nameId = nameId;
            nodes = document.Nodes;
            current = -1;
            next = parent + 1;
            end = nodes[parent].End;
        }

        /// <summary>The child that <see cref="MoveNext"/> found.</summary>
        public readonly Element Current => new(document, current);

        /// <summary>Goes to the next child that fits.</summary>
        public bool MoveNext()
        {
            var at = next;
            while (at < end)
            {
                ref readonly var node = ref nodes[at];
                if (nameId < 0 || node.NameId == nameId)
                {
                    current = at;
                    next = node.End;
                    return true;
                }

                at = node.End;
            }

            next = at;
            return false;
        }
    }
}
