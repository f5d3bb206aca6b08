using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace FhirPsychAcute.Model;

/// <summary>
/// Reads JSON into a <see cref="ResourceDocument"/> (R4 json 2.6.2) in one pass, driven by the schema. It checks the whole structure and goes on after a
/// fault, so that one read reports them all; only text that is not JSON, or a limit, ends it early.
/// </summary>
internal ref partial struct JsonResourceReader
{
    // Objects are read by recursion; this many levels fit the smallest stack that .NET gives a thread.
    private const int DeepestNesting = 512;

    private readonly SchemaCatalog schema;
    private readonly ParseLimits limits;
    private readonly int maxDepth;
    private JsonScanner json;
    private Node[] nodes;
    private int capacity;
    private int count;
    private bool hasRoot;
    private List<StructureIssue>? issues;
    private TypeSchema? elementType;

    private JsonResourceReader(ReadOnlySpan<byte> source, SchemaCatalog schema, ParseLimits limits)
    {
        this.schema = schema;
        this.limits = limits;
        maxDepth = Math.Clamp(limits.MaxDepth, 1, DeepestNesting);
        json = new JsonScanner(source, maxDepth);
        nodes = ArrayPool<Node>.Shared.Rent(Math.Clamp(source.Length / 16, 64, 4096));
        capacity = Math.Min(nodes.Length, limits.MaxElements);
    }

    /// <summary>Reads one resource.</summary>
    public static ParseResult Read(ReadOnlyMemory<byte> utf8, SchemaCatalog schema, ParseLimits limits)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        var source = utf8.Span;
        if (source.Length > limits.MaxBytes)
        {
            return Refused(StructureMessages.TooManyBytes, new SourcePosition(1, 1, 0), source.Length, limits.MaxBytes);
        }

        if (!Utf8.IsValid(source))
        {
            return Refused(StructureMessages.NotUtf8, SourceText.PositionAt(source, SourceText.ValidUtf8Length(source)));
        }

        var reader = new JsonResourceReader(source, schema, limits);
        try
        {
            reader.ReadRoot();
            return reader.Result(utf8);
        }
        finally
        {
            ArrayPool<Node>.Shared.Return(reader.nodes);
        }
    }

    private static ParseResult Refused(StructureMessage message, SourcePosition position, params object[] arguments) =>
        new(null, [new StructureIssue(message, arguments, NoPath, position)]);

    private ParseResult Result(ReadOnlyMemory<byte> utf8)
    {
        if (json.Fault != JsonFault.None && json.Fault != JsonFault.Stopped)
        {
            ReportFault();
        }

        var document = hasRoot && json.Fault == JsonFault.None ? new ResourceDocument(schema, utf8, Trimmed()) : null;
        return new ParseResult(document, SortedIssues());
    }

    private readonly Node[] Trimmed()
    {
        var exact = GC.AllocateUninitializedArray<Node>(count);
        nodes.AsSpan(0, count).CopyTo(exact);
        return exact;
    }

    private void ReadRoot()
    {
        var next = json.Next();
        if (next != '{')
        {
            ReadNoObject(next);
            return;
        }

        var root = Append(parent: -1, Node.NoElement, Node.NoElement, type: 0, NodeFlags.None);
        ReadResource(root, depth: 1);
        hasRoot = nodes[root].Is(NodeFlags.Resource);
        if (json.Fault == JsonFault.None && json.Next() != 0)
        {
            json.Fail(JsonFault.TrailingContent, json.Position);
        }
    }

    private void ReadNoObject(byte next)
    {
        var start = json.Position;
        if (next == 0)
        {
            json.Fail(JsonFault.UnexpectedEnd, start);
        }
        else if (json.SkipValue(0))
        {
            Report(StructureMessages.NoObject, -1, start);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Append(int parent, ElementType property, NodeFlags flags) =>
        Append(parent, (ushort)property.Element.Id, (ushort)property.Element.NameId, (ushort)property.Type.Id, flags);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Append(int parent, ushort element, ushort nameId, ushort type, NodeFlags flags)
    {
        var index = count;
        if (index >= capacity)
        {
            Grow();
        }

        count = index + 1;
        nodes[index] = new Node
        {
            End = index + 1,
            Parent = parent,
            Start = json.Position,
            Element = element,
            NameId = nameId,
            Type = type,
            Flags = flags,
        };
        return index;
    }

    private void Grow()
    {
        if (count >= limits.MaxElements)
        {
            // Reading ends here, but the caller is to have its node.
            Stop(StructureMessages.TooManyElements, 0, json.Position, limits.MaxElements);
        }

        if (count == nodes.Length)
        {
            var larger = ArrayPool<Node>.Shared.Rent(count * 2);
            nodes.AsSpan(0, count).CopyTo(larger);
            ArrayPool<Node>.Shared.Return(nodes);
            nodes = larger;
        }

        capacity = json.Fault == JsonFault.None ? Math.Min(nodes.Length, limits.MaxElements) : nodes.Length;
    }

    /// <summary>Reads a resource that begins here; its type is looked for first, as resourceType may stand anywhere in it.</summary>
    private void ReadResource(int node, int depth)
    {
        var start = json.Position;
        var type = FindResourceType(node, start);
        json.Position = json.Fault == JsonFault.None ? start : json.Position;
        if (type is null)
        {
            json.SkipValue(depth - 1);
        }
        else
        {
            nodes[node].Type = (ushort)type.Id;
            nodes[node].Flags |= NodeFlags.Resource;
            ReadObject(node, type, depth);
        }

        Close(node, start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Close(int node, int start)
    {
        ref var closed = ref nodes[node];
        closed.Start = start;
        closed.Length = json.Position - start;
        closed.End = count;
    }

    private TypeSchema? FindResourceType(int node, int start)
    {
        json.Position++;
        var next = json.Next();
        if (next == '}')
        {
            Report(StructureMessages.ResourceTypeMissing, node, start);
            return null;
        }

        do
        {
            if (next != '"')
            {
                json.Expected(JsonFault.ExpectedPropertyName);
                return null;
            }

            if (!json.ReadName(out var nameStart, out var nameLength, out var traits))
            {
                return null;
            }

            var name = Text(nameStart, nameLength, traits);
            if (name.SequenceEqual("resourceType"u8))
            {
                return ReadResourceType(node);
            }
        }
        while (json.SkipValue(1) && json.NextProperty(out next));

        if (json.Fault == JsonFault.None)
        {
            Report(StructureMessages.ResourceTypeMissing, node, start);
        }

        return null;
    }

    private TypeSchema? ReadResourceType(int node)
    {
        var next = json.Next();
        var start = json.Position;
        if (next != '"')
        {
            if (json.SkipValue(1))
            {
                Report(StructureMessages.ResourceTypeNoString, node, start);
            }

            return null;
        }

        if (!json.ReadString(out var typeStart, out var length, out var traits))
        {
            return null;
        }

        var name = Text(typeStart, length, traits);
        var type = schema.FindResourceType(name);
        if (type is null)
        {
            if (IsPlainName(name))
            {
                Report(StructureMessages.ResourceTypeUnknown, node, start, Ascii(name), schema.FhirVersion);
            }
            else
            {
                Report(StructureMessages.ResourceTypeUnknownUnnamed, node, start, schema.FhirVersion);
            }
        }

        return type;
    }

    /// <summary>A string's meaning: the bytes of the source, or a copy where these hold escapes.</summary>
    private readonly ReadOnlySpan<byte> Text(int start, int length, StringTraits traits)
    {
        var raw = json.Source.Slice(start, length);
        if (traits == StringTraits.None)
        {
            return raw;
        }

        var plain = new byte[length];
        return plain.AsSpan(0, JsonText.Unescape(raw, plain));
    }
}
