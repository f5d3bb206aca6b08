using System.Buffers;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>One resource on its way to XML: a walk over the document's nodes.</summary>
internal ref struct XmlWriting
{
    private const int OnStack = 64;

    private readonly SchemaCatalog schema;
    private readonly Node[] nodes;
    private readonly ReadOnlySpan<byte> json;
    private readonly bool pretty;
    private readonly int idName;
    private readonly int urlName;
    private XmlOutput xml;
    private byte[]? scratch;

    public XmlWriting(ResourceDocument document, IBufferWriter<byte> output, bool pretty)
    {
        schema = document.Schema;
        nodes = document.Nodes;
        json = document.Bytes.Span;
        this.pretty = pretty;
        idName = schema.NameId("id");
        urlName = schema.NameId("url");
        xml = new XmlOutput(output);
    }

    public readonly void Release()
    {
        if (scratch is not null)
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    public void WriteDocument(int resource)
    {
        xml.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"u8);
        WriteResource(resource, isRoot: true, depth: 0);
        if (pretty)
        {
            xml.Write((byte)'\n');
        }

        xml.Flush();
    }

    private void WriteResource(int node, bool isRoot, int depth)
    {
        Span<byte> space = stackalloc byte[128];
        var name = space[..Encoding.UTF8.GetBytes(schema.TypeTable[nodes[node].Type].Name, space)];
        StartLine(depth);
        xml.Write((byte)'<');
        xml.Write(name);
        if (isRoot)
        {
            xml.Write(" xmlns=\"http://hl7.org/fhir\""u8);
        }

        WriteContent(node, name, depth);
    }

    private void WriteElement(int node, int depth)
    {
        ref readonly var at = ref nodes[node];
        var element = schema.ElementTable[at.Element];
        var name = JsonName(element, at.Type);
        var type = schema.TypeTable[at.Type];
        StartLine(depth);
        if (type.Primitive == PrimitiveKind.Xhtml)
        {
            WriteXhtml(at);
            return;
        }

        xml.Write((byte)'<');
        xml.Write(name);
        if (at.Is(NodeFlags.Resource))
        {
            xml.Write((byte)'>');
            WriteResource(node, isRoot: false, depth + 1);
            EndTag(name, depth);
            return;
        }

        WriteContent(node, name, depth);
    }

    /// <summary>Writes attributes, children and end of an element whose start tag is open.</summary>
    private void WriteContent(int node, scoped ReadOnlySpan<byte> name, int depth)
    {
        ref readonly var at = ref nodes[node];
        var isResource = at.Is(NodeFlags.Resource);
        var children = 0;
        var ordered = true;
        var before = -1;
        for (var child = node + 1; child < at.End; child = nodes[child].End)
        {
            if (IsAttribute(nodes[child], at, isResource))
            {
                WriteAttribute(nodes[child]);
                continue;
            }

            var ordinal = schema.ElementTable[nodes[child].Element].Ordinal;
            ordered &= ordinal >= before;
            before = ordinal;
            children++;
        }

        if (at.Is(NodeFlags.HasValue))
        {
            xml.Write(" value=\""u8);
            WriteValue(at);
            xml.Write((byte)'"');
        }

        if (children == 0)
        {
            xml.Write("/>"u8);
            return;
        }

        xml.Write((byte)'>');
        if (ordered)
        {
            for (var child = node + 1; child < at.End; child = nodes[child].End)
            {
                if (!IsAttribute(nodes[child], at, isResource))
                {
                    WriteElement(child, depth + 1);
                }
            }
        }
        else
        {
            WriteInOrder(node, children, isResource, depth + 1);
        }

        EndTag(name, depth);
    }

    // JSON's properties may stand in any order, XML's elements may not.
    private void WriteInOrder(int node, int count, bool isResource, int depth)
    {
        long[]? rented = null;
        var keys = count <= OnStack ? stackalloc long[OnStack] : (rented = ArrayPool<long>.Shared.Rent(count));
        keys = keys[..count];
        var at = 0;
        for (var child = node + 1; child < nodes[node].End; child = nodes[child].End)
        {
            if (!IsAttribute(nodes[child], nodes[node], isResource))
            {
                keys[at++] = ((long)schema.ElementTable[nodes[child].Element].Ordinal << 32) | (uint)child;
            }
        }

        keys.Sort();
        foreach (var key in keys)
        {
            WriteElement((int)key, depth);
        }

        if (rented is not null)
        {
            ArrayPool<long>.Shared.Return(rented);
        }
    }

    private readonly bool IsAttribute(in Node child, in Node parent, bool parentIsResource) =>
        !parentIsResource && (child.NameId == idName || (child.NameId == urlName && FhirXml.IsAttribute(schema.ElementTable[child.Element])));

    private void WriteAttribute(in Node node)
    {
        if (!node.Is(NodeFlags.HasValue))
        {
            return;
        }

        xml.Write((byte)' ');
        xml.Write(JsonName(schema.ElementTable[node.Element], node.Type));
        xml.Write("=\""u8);
        WriteValue(node);
        xml.Write((byte)'"');
    }

    private void WriteValue(in Node node) => xml.WriteEscaped(Text(node));

    private void WriteXhtml(in Node node)
    {
        var text = Text(node);
        if (XhtmlMarkup.CanStandInXml(text))
        {
            xml.Write(text.Trim(" \t\r\n"u8));
        }
        else
        {
            xml.Write(XhtmlMarkup.Rewrite(text));
        }
    }

    /// <summary>What a value means: the bytes of the document, or a copy where these hold escapes.</summary>
    private ReadOnlySpan<byte> Text(scoped in Node node)
    {
        var raw = json.Slice(node.Start, node.Length);
        if (!node.Is(NodeFlags.Escaped))
        {
            return raw;
        }

        if (scratch is null || scratch.Length < raw.Length)
        {
            Release();
            scratch = ArrayPool<byte>.Shared.Rent(raw.Length);
        }

        return scratch.AsSpan(0, JsonText.Unescape(raw, scratch));
    }

    private void StartLine(int depth)
    {
        if (!pretty)
        {
            return;
        }

        xml.Write((byte)'\n');
        for (; depth > 0; depth--)
        {
            xml.Write("  "u8);
        }
    }

    private void EndTag(scoped ReadOnlySpan<byte> name, int depth)
    {
        StartLine(depth);
        xml.Write("</"u8);
        xml.Write(name);
        xml.Write((byte)'>');
    }

    private static ReadOnlySpan<byte> JsonName(ElementSchema element, int type)
    {
        var types = element.Types;
        if (element.IsChoice)
        {
            for (var index = 0; index < types.Count; index++)
            {
                if (types[index].Type.Id == type)
                {
                    return types[index].JsonNameUtf8.Span;
                }
            }
        }

        return types[0].JsonNameUtf8.Span;
    }
}
