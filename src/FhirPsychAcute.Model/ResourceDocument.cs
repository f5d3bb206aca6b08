namespace FhirPsychAcute.Model;

/// <summary>
/// A resource in memory: its JSON bytes as received (or made from the XML received), and one flat array of nodes in document order. Immutable and safe for any number of threads.
/// Lexical values stay as written; changes are made by <see cref="ResourceEditor"/>, which writes new bytes.
/// </summary>
public sealed partial class ResourceDocument
{
    private readonly Node[] nodes;

    private readonly SourceMap? origin;

    internal ResourceDocument(SchemaCatalog schema, ReadOnlyMemory<byte> bytes, Node[] nodes, SourceMap? origin = null)
    {
        Schema = schema;
        Bytes = bytes;
        this.nodes = nodes;
        this.origin = origin;
    }

    /// <summary>The definitions by which the document was read.</summary>
    public SchemaCatalog Schema { get; }

    /// <summary>The JSON text of the resource, UTF-8, as received or as an editor wrote it; the caller must not change it.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Exactly the document's nodes; never changed.</summary>
    internal Node[] Nodes => nodes;

    /// <summary>The resource itself.</summary>
    public Element Root => new(this, 0);

    /// <summary>Type of the resource.</summary>
    public TypeSchema Type => Schema.TypeTable[nodes[0].Type];

    /// <summary>Logical id; null when absent.</summary>
    public string? Id => Root.ChildValue("id");

    /// <summary>meta.versionId; null when absent.</summary>
    public string? VersionId => Root.Child("meta") is { Exists: true } meta ? meta.ChildValue("versionId") : null;

    /// <summary>The element at that place in document order (<see cref="Element.Index"/>), from 0 to <see cref="ElementCount"/> - 1.</summary>
    public Element ElementAt(int index) => new(this, index);

    /// <summary>Number of elements, the root included.</summary>
    public int ElementCount => nodes.Length;

    /// <summary>Reads a resource from JSON, checking its whole structure against the definitions and reporting every fault found.</summary>
    /// <param name="utf8">JSON text; kept by the document, so the caller must not change it afterwards. A byte order mark is skipped.</param>
    /// <param name="schema">The definitions.</param>
    /// <param name="limits">Bounds on size and depth; <see cref="ParseLimits.Default"/> when null.</param>
    public static ParseResult Parse(ReadOnlyMemory<byte> utf8, SchemaCatalog schema, ParseLimits? limits = null) =>
        JsonResourceReader.Read(utf8, schema, limits ?? ParseLimits.Default);

    /// <summary>Reads a resource from XML, checking its whole structure against the definitions and reporting every fault found.</summary>
    /// <param name="xml">
    /// XML text in the encoding that its byte order mark or declaration names, otherwise UTF-8. It is not kept: the document's <see cref="Bytes"/> are the same
    /// resource in JSON, with every value as written; <see cref="Element.Position"/> still gives the line and column in the XML.
    /// </param>
    /// <param name="schema">The definitions.</param>
    /// <param name="limits">Bounds on size and depth, the depth counted as in JSON; <see cref="ParseLimits.Default"/> when null.</param>
    public static ParseResult ParseXml(ReadOnlyMemory<byte> xml, SchemaCatalog schema, ParseLimits? limits = null) =>
        XmlResourceReader.Read(xml, schema, limits ?? ParseLimits.Default);

    /// <summary>Line and column, in the text that the document was read from, of the value at a byte of <see cref="Bytes"/>.</summary>
    internal SourcePosition PositionAt(int offset) => origin?.PositionAt(offset) ?? SourceText.PositionAt(Bytes.Span, offset);

    /// <summary>The same, counted on from a known place of the same text.</summary>
    internal SourcePosition PositionAt(int offset, SourcePosition known) =>
        origin?.PositionAt(offset) ?? (known.Line == 0 ? SourceText.PositionAt(Bytes.Span, offset) : SourceText.PositionAt(Bytes.Span, offset, known));

    /// <summary>The type and id, never content: <c>Patient/example</c>.</summary>
    public override string ToString() => Id is { } id ? $"{Type.Name}/{id}" : Type.Name;
}
