using System.Buffers;

namespace FhirPsychAcute.Model;

/// <content>
/// Joining a primitive's value <c>x</c> with its id and extensions in <c>_x</c> (R4 json 2.6.2.3). Either may come first, with other properties between them.
/// </content>
internal ref partial struct JsonResourceReader
{
    /// <summary>The type of a twin: it has an id and extensions.</summary>
    private TypeSchema TwinType => elementType ??= schema.Type("Element");

    /// <summary>Reads the twin that begins here.</summary>
    private void ReadTwin(int parent, ElementType property, int depth, int nameStart, ref Met met)
    {
        var bit = UInt128.One << property.Element.Ordinal;
        var next = json.Next();
        if ((met.Twins & bit) != 0)
        {
            ReportRepeatedTwin(parent, property, nameStart);
            json.SkipValue(depth);
            return;
        }

        met.Twins |= bit;
        var hasValues = (met.Values & bit) != 0;
        var first = hasValues ? FirstChild(parent, property) : -1;
        if (first >= 0 && nodes[first].Type != property.Type.Id)
        {
            ReportTwoChoices(parent, property, nameStart);
            json.SkipValue(depth);
            return;
        }

        if (property.Element.IsArray != (next == '['))
        {
            ReportTwinKind(parent, property, property, json.Position);
            json.SkipValue(depth);
            return;
        }

        if (next == '[')
        {
            ReadTwinArray(parent, property, first, depth + 1, nameStart, ref met);
            return;
        }

        ReadTwinItem(first < 0 ? Append(parent, property, NodeFlags.None) : MoveToEnd(first), property, next, depth);
    }

    private void ReadTwinArray(int parent, ElementType property, int first, int depth, int nameStart, ref Met met)
    {
        if (!EnterArray(parent, property, depth, out var next))
        {
            return;
        }

        var values = TakeItems(first, out var valueCount);
        var index = 0;
        do
        {
            int item;
            if (index < valueCount)
            {
                item = Append(parent, property, NodeFlags.Item);
                nodes[item] = values![index] with { End = item + 1 };
            }
            else
            {
                item = Append(parent, property, NodeFlags.Item);
            }

            index++;
            if (next == 'n' && json.ReadLiteral(out _, out _))
            {
                if (index > valueCount)
                {
                    nodes[item].Length = 4;
                    nodes[item].Flags |= NodeFlags.AwaitsTwin;
                    met.AwaitsTwin = true;
                }
            }
            else
            {
                nodes[item].Flags &= ~NodeFlags.AwaitsTwin;
                ReadTwinItem(item, property, next, depth);
            }
        }
        while (json.NextItem(out next));

        if (first >= 0 && index != valueCount && json.Fault == JsonFault.None)
        {
            ReportUnequalArrays(parent, property, nameStart);
        }

        for (; index < valueCount; index++)
        {
            var item = Append(parent, property, NodeFlags.Item);
            nodes[item] = values![index] with { End = item + 1 };
        }

        if (values is not null)
        {
            ArrayPool<Node>.Shared.Return(values);
        }
    }

    private void ReadTwinItem(int node, ElementType property, byte next, int depth)
    {
        var start = json.Position;
        if (next != '{')
        {
            if (json.SkipValue(depth))
            {
                ReportTwinKind(node, property, null, start);
            }

            return;
        }

        nodes[node].Flags |= NodeFlags.HasTwin;
        ReadObject(node, TwinType, depth + 1);
        nodes[node].End = count;
        if (!nodes[node].Is(NodeFlags.HasValue))
        {
            nodes[node].Start = start;
            nodes[node].Length = json.Position - start;
        }
    }

    /// <summary>Reads values whose twins have been read, into the twins' nodes.</summary>
    private void FillValues(int parent, ElementType property, int depth, int nameStart, ref Met met)
    {
        var next = json.Next();
        var node = FirstChild(parent, property);
        if (node >= 0 && nodes[node].Type != property.Type.Id)
        {
            ReportTwoChoices(parent, property, nameStart);
            json.SkipValue(depth);
            return;
        }

        if (property.Element.IsArray != (next == '['))
        {
            if (property.Element.IsArray)
            {
                ReportArrayExpected(parent, property);
            }
            else
            {
                ReportNoArrayExpected(parent, property);
            }

            json.SkipValue(depth);
            return;
        }

        if (next != '[')
        {
            ReadPrimitive(node < 0 ? Append(parent, property, NodeFlags.None) : node, property, next, depth);
            return;
        }

        if (!EnterArray(parent, property, ++depth, out next))
        {
            return;
        }

        var end = count;
        var unequal = false;
        do
        {
            var filled = node >= 0 && node < end && nodes[node].Element == property.Element.Id;
            unequal |= !filled;
            var item = filled ? node : Append(parent, property, NodeFlags.Item);
            if (next == 'n' && json.ReadLiteral(out _, out _))
            {
                if (!nodes[item].Is(NodeFlags.HasTwin))
                {
                    nodes[item].Flags |= NodeFlags.AwaitsTwin;
                    met.AwaitsTwin = true;
                }
            }
            else
            {
                nodes[item].Flags &= ~NodeFlags.AwaitsTwin;
                ReadPrimitive(item, property, next, depth);
            }

            node = filled ? nodes[node].End : -1;
        }
        while (json.NextItem(out next));

        unequal |= node >= 0 && node < end && nodes[node].Element == property.Element.Id;
        if (unequal && json.Fault == JsonFault.None)
        {
            ReportUnequalArrays(parent, property, nameStart);
        }
    }

    /// <summary>The first node of an element among the children read so far; -1 when there is none.</summary>
    private readonly int FirstChild(int parent, ElementType property)
    {
        for (var child = parent + 1; child < count; child = nodes[child].End)
        {
            if (nodes[child].Element == property.Element.Id)
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Moves a value's node behind all others, so that its twin's nodes can follow it.</summary>
    private int MoveToEnd(int node)
    {
        var last = count - 1;
        if (node != last)
        {
            var moved = nodes[node];
            Remove(node, 1);
            nodes[last] = moved with { End = last + 1 };
            count = last + 1;
        }

        return last;
    }

    /// <summary>Takes an array's values out of the nodes; they have no children yet.</summary>
    private Node[]? TakeItems(int first, out int taken)
    {
        taken = 0;
        if (first < 0)
        {
            return null;
        }

        while (first + taken < count && nodes[first + taken].Element == nodes[first].Element && nodes[first + taken].Parent == nodes[first].Parent)
        {
            taken++;
        }

        var items = ArrayPool<Node>.Shared.Rent(taken);
        nodes.AsSpan(first, taken).CopyTo(items);
        Remove(first, taken);
        return items;
    }

    private void Remove(int first, int number)
    {
        var after = nodes.AsSpan(first + number, count - first - number);
        foreach (ref var node in after)
        {
            node.End -= number;
            node.Parent -= node.Parent > first ? number : 0;
        }

        after.CopyTo(nodes.AsSpan(first));
        count -= number;
    }

    private void ReportMissingTwins(int parent)
    {
        for (var child = parent + 1; child < count; child = nodes[child].End)
        {
            if (nodes[child].Is(NodeFlags.AwaitsTwin))
            {
                Report(StructureMessages.NullWithoutTwin, child, nodes[child].Start);
            }
        }
    }
}
