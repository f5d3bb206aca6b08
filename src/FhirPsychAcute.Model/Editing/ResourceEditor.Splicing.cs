namespace FhirPsychAcute.Model;

/// <content>Changes that are spliced into the text.</content>
public sealed partial class ResourceEditor
{
    private Splices Splice(ResourceDocument target, List<ValueChange>? changes)
    {
        var splices = new Splices(target);
        if (server is not null)
        {
            SpliceServerFields(target, ref splices, server);
        }

        for (var index = (changes?.Count ?? 0) - 1; index >= 0; index--)
        {
            // The last value set is the one that counts, and what the server sets counts more.
            SpliceValue(target, ref splices, changes![index].Node, changes[index].Value);
        }

        return splices;
    }

    private static void SpliceServerFields(ResourceDocument target, ref Splices splices, ServerFields fields)
    {
        var schema = target.Type;
        var nodes = target.Nodes;
        var id = -1;
        var meta = -1;
        var idProperty = schema.FindProperty("id"u8)!;
        var metaProperty = schema.FindProperty("meta"u8)!;
        for (var child = 1; child < nodes[0].End && (id < 0 || meta < 0); child = nodes[child].End)
        {
            if (nodes[child].Element == idProperty.Element.Id)
            {
                id = child;
            }
            else if (nodes[child].Element == metaProperty.Element.Id)
            {
                meta = child;
            }
        }

        var afterId = id >= 0 && nodes[id].Is(NodeFlags.HasValue) ? ReplaceAscii(target, ref splices, id, fields.Id) : InsertId(target, ref splices, id, idProperty, fields.Id);
        if (meta < 0)
        {
            InsertMeta(ref splices, afterId, id < 0 ? 1 : nodes[id].End, metaProperty, fields);
            return;
        }

        ChangeMeta(target, ref splices, meta, metaProperty.Type, fields);
    }

    /// <summary>Writes the id behind resourceType; gives the place behind it in the source.</summary>
    private static int InsertId(ResourceDocument target, ref Splices splices, int node, ElementType property, string id)
    {
        var offset = JsonMembers.EndOf(target.Bytes.Span, target.Nodes[0].Start, "resourceType"u8);
        var start = splices.Text.Length;
        splices.Text.Write(",\"id\":\""u8);
        var value = splices.Text.Length;
        splices.Text.WriteAscii(id);
        splices.Text.Write((byte)'"');
        var splice = splices.Add(offset, 0, start);
        if (node >= 0)
        {
            splices.SetValue(node, value, id.Length, NodeFlags.HasValue | NodeFlags.Quoted);
        }
        else
        {
            splices.Insert(1, 0, property, splice, value, id.Length, NodeFlags.HasValue | NodeFlags.Quoted);
        }

        return offset;
    }

    private static void InsertMeta(ref Splices splices, int offset, int at, ElementType property, ServerFields fields)
    {
        var start = splices.Text.Length;
        splices.Text.Write(",\"meta\":"u8);
        var meta = splices.Text.Length;
        splices.Text.Write("{\"versionId\":\""u8);
        var versionId = splices.Text.Length;
        splices.Text.WriteAscii(fields.VersionId);
        splices.Text.Write("\",\"lastUpdated\":\""u8);
        var lastUpdated = splices.Text.Length;
        splices.Text.WriteInstant(fields.LastUpdated);
        var lastUpdatedLength = splices.Text.Length - lastUpdated;
        splices.Text.Write("\"}"u8);
        var splice = splices.Add(offset, 0, start);
        var parent = splices.NextParent;
        splices.Insert(at, 0, property, splice, meta, splices.Text.Length - meta, NodeFlags.None, descendants: 2);
        splices.Insert(at, parent, property.Type.FindProperty("versionId"u8)!, splice, versionId, fields.VersionId.Length, NodeFlags.HasValue | NodeFlags.Quoted);
        splices.Insert(at, parent, property.Type.FindProperty("lastUpdated"u8)!, splice, lastUpdated, lastUpdatedLength, NodeFlags.HasValue | NodeFlags.Quoted);
    }

    private static void ChangeMeta(ResourceDocument target, ref Splices splices, int meta, TypeSchema type, ServerFields fields)
    {
        var nodes = target.Nodes;
        var versionIdProperty = type.FindProperty("versionId"u8)!;
        var lastUpdatedProperty = type.FindProperty("lastUpdated"u8)!;
        var versionId = -1;
        var lastUpdated = -1;
        for (var child = meta + 1; child < nodes[meta].End; child = nodes[child].End)
        {
            if (nodes[child].Element == versionIdProperty.Element.Id)
            {
                versionId = child;
            }
            else if (nodes[child].Element == lastUpdatedProperty.Element.Id)
            {
                lastUpdated = child;
            }
        }

        if (versionId >= 0 && nodes[versionId].Is(NodeFlags.HasValue))
        {
            ReplaceAscii(target, ref splices, versionId, fields.VersionId);
        }
        else
        {
            var start = splices.Text.Length;
            splices.Text.Write("\"versionId\":\""u8);
            var value = splices.Text.Length;
            splices.Text.WriteAscii(fields.VersionId);
            SpliceIntoMeta(ref splices, nodes[meta].Start + 1, start, value, meta, versionId, versionIdProperty);
        }

        if (lastUpdated >= 0 && nodes[lastUpdated].Is(NodeFlags.HasValue))
        {
            var start = splices.Text.Length;
            splices.Text.Write((byte)'"');
            splices.Text.WriteInstant(fields.LastUpdated);
            ReplaceToken(target, ref splices, lastUpdated, start);
        }
        else
        {
            var start = splices.Text.Length;
            splices.Text.Write("\"lastUpdated\":\""u8);
            var value = splices.Text.Length;
            splices.Text.WriteInstant(fields.LastUpdated);
            SpliceIntoMeta(ref splices, nodes[meta].Start + 1, start, value, meta, lastUpdated, lastUpdatedProperty);
        }
    }

    private static void SpliceIntoMeta(ref Splices splices, int offset, int start, int value, int meta, int node, ElementType property)
    {
        var length = splices.Text.Length - value;
        splices.Text.Write("\","u8);
        var splice = splices.Add(offset, 0, start);
        if (node >= 0)
        {
            splices.SetValue(node, value, length, NodeFlags.HasValue | NodeFlags.Quoted);
        }
        else
        {
            splices.Insert(meta + 1, meta, property, splice, value, length, NodeFlags.HasValue | NodeFlags.Quoted);
        }
    }

    /// <summary>Replaces a string by ASCII text that needs no escapes; gives the place behind it in the source.</summary>
    private static int ReplaceAscii(ResourceDocument target, ref Splices splices, int node, string value)
    {
        var start = splices.Text.Length;
        splices.Text.Write((byte)'"');
        splices.Text.WriteAscii(value);
        return ReplaceToken(target, ref splices, node, start);
    }

    private static int ReplaceToken(ResourceDocument target, ref Splices splices, int node, int start)
    {
        var length = splices.Text.Length - start - 1;
        splices.Text.Write((byte)'"');
        ref readonly var old = ref target.Nodes[node];
        splices.Add(old.TokenStart, old.TokenEnd - old.TokenStart, start);
        splices.SetValue(node, start + 1, length, NodeFlags.HasValue | NodeFlags.Quoted);
        return old.TokenEnd;
    }

    private static void SpliceValue(ResourceDocument target, ref Splices splices, int node, ReadOnlySpan<byte> utf8)
    {
        if (splices.Replaces(node))
        {
            return;
        }

        ref readonly var old = ref target.Nodes[node];
        var start = splices.Text.Length;
        WriteToken(ref splices.Text, target.Schema.TypeTable[old.Type].Primitive, utf8, out var flags);
        var quote = (flags & NodeFlags.Quoted) != 0 ? 1 : 0;
        var length = splices.Text.Length - start - (2 * quote);
        splices.Add(old.TokenStart, old.TokenEnd - old.TokenStart, start);
        splices.SetValue(node, start + quote, length, flags);
    }

    private static void WriteToken(ref SpliceText text, PrimitiveKind kind, ReadOnlySpan<byte> utf8, out NodeFlags flags)
    {
        flags = NodeFlags.HasValue;
        if (kind <= PrimitiveKind.Decimal)
        {
            text.Write(utf8);
            return;
        }

        text.Write((byte)'"');
        flags |= NodeFlags.Quoted | (text.WriteEscaped(utf8) ? NodeFlags.Escaped : NodeFlags.None);
        text.Write((byte)'"');
    }
}
