using System.Runtime.InteropServices;
using System.Xml;

namespace FhirPsychAcute.Model;

/// <summary>
/// Reads XML into a <see cref="ResourceDocument"/> (R4 xml 2.6.1). A document is JSON with nodes, so the XML is converted to JSON in one streaming pass
/// driven by the schema, and the JSON reader makes the nodes; a <see cref="SourceMap"/> keeps the lines and columns of the XML. The pass checks all that
/// the JSON reader checks, by the same lexical forms, and what only XML has besides: namespaces, the order of elements, attributes and text. It goes on
/// after a fault so that one read reports them all; only text that is not XML, or a limit, ends it early.
/// </summary>
internal sealed partial class XmlResourceReader
{
    // Elements are read by recursion; this many levels of JSON fit the smallest stack that .NET gives a thread.
    private const int DeepestNesting = 512;

    private static readonly XmlReaderSettings Settings = new()
    {
        // No document type: neither entities nor anything to be fetched (R4 security 6.1.0.9).
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        CloseInput = true,
    };

    private readonly SchemaCatalog schema;
    private readonly ParseLimits limits;
    private readonly int maxDepth;
    private readonly XmlReader xml;
    private readonly IXmlLineInfo line;
    private readonly TypeSchema twinType;
    private readonly List<StructureIssue> issues = [];
    private readonly List<Step> path = [];
    private JsonBuilder json;
    private string fhirNamespace = FhirXml.Namespace;
    private TypeSchema? rootType;
    private int elements;
    private bool stopped;

    private XmlResourceReader(XmlReader xml, int capacity, SchemaCatalog schema, ParseLimits limits)
    {
        this.xml = xml;
        this.schema = schema;
        this.limits = limits;
        line = (IXmlLineInfo)xml;
        maxDepth = Math.Clamp(limits.MaxDepth, 1, DeepestNesting);
        twinType = schema.Type("Element");
        json = new JsonBuilder(capacity);
    }

    /// <summary>One element on the way from the root to where reading stands.</summary>
    private readonly record struct Step(ElementType Property, int Index);

    /// <summary>Reads one resource.</summary>
    public static ParseResult Read(ReadOnlyMemory<byte> source, SchemaCatalog schema, ParseLimits limits)
    {
        if (source.Length > limits.MaxBytes)
        {
            return Refused(StructureMessages.TooManyBytes, 1, 1, source.Length, limits.MaxBytes);
        }

        if (source.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return Refused(StructureMessages.NoXml, 1, 1);
        }

        try
        {
            using var reader = XmlReader.Create(Stream(source), Settings);
            return new XmlResourceReader(reader, source.Length, schema, limits).Read();
        }
        catch (XmlException fault)
        {
            // The encoding that the text names is found out when the reader is made.
            var (message, arguments) = XmlFault.Describe(fault, schema);
            return Refused(message, fault.LineNumber, fault.LinePosition, arguments);
        }
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> source) =>
        MemoryMarshal.TryGetArray(source, out var segment) ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false) : new MemoryStream(source.ToArray());

    private static ParseResult Refused(StructureMessage message, int line, int column, params object[] arguments) =>
        new(null, [new StructureIssue(message, arguments, NoPath, new SourcePosition(Math.Max(line, 1), Math.Max(column, 1), SourcePosition.NoOffset))]);

    private ParseResult Read()
    {
        try
        {
            ReadRoot();
        }
        catch (XmlException fault)
        {
            ReportNotXml(fault);
            return new ParseResult(null, SortedIssues());
        }

        return rootType is null ? new ParseResult(null, SortedIssues()) : Result();
    }

    private ParseResult Result()
    {
        var map = json.Map();
        // The limits were kept while the JSON was made.
        var read = JsonResourceReader.Read(json.Text, schema, limits with { MaxBytes = int.MaxValue, MaxElements = int.MaxValue, MaxStringBytes = int.MaxValue });
        if (issues.Count == 0)
        {
            foreach (var issue in read.Issues)
            {
                issues.Add(issue with { Position = map.PositionAt(issue.Position.Offset) });
            }
        }

        var document = read.Document is { } made ? new ResourceDocument(schema, made.Bytes, made.Nodes, map) : null;
        return new ParseResult(document, SortedIssues());
    }

    private void ReadRoot()
    {
        xml.MoveToContent();
        var start = Here();
        if (xml.NamespaceURI is not FhirXml.Namespace)
        {
            Report(StructureMessages.ResourceNamespace, start, FhirXml.Namespace);
            // Said once; what is inside is read as though it were.
            fhirNamespace = xml.NamespaceURI;
        }

        rootType = FindResourceType(start);
        if (rootType is null)
        {
            xml.Skip();
        }
        else
        {
            ReadResource(rootType, start, depth: 1);
        }

        while (!stopped && xml.Read())
        {
            // What may follow the root is white space, comments and instructions; the XML reader refuses anything else.
        }
    }

    private TypeSchema? FindResourceType(SourcePosition start)
    {
        var name = xml.LocalName;
        if (schema.TryGetResourceType(name, out var type))
        {
            return type;
        }

        if (IsPlainName(name))
        {
            Report(StructureMessages.ResourceTypeUnknown, start, name, schema.FhirVersion);
        }
        else
        {
            Report(StructureMessages.ResourceTypeUnknownUnnamed, start, schema.FhirVersion);
        }

        return null;
    }

    /// <summary>Reads a resource whose start tag the reader stands at.</summary>
    private void ReadResource(TypeSchema type, SourcePosition start, int depth)
    {
        if (!EnterObject(start, depth))
        {
            return;
        }

        json.Append("{\"resourceType\":"u8);
        json.String(Utf8(type.Name));
        var isEmpty = xml.IsEmptyElement;
        ReadAttributes(default, out _, allowsSchemaLocation: true);
        if (!isEmpty)
        {
            ReadChildren(type, depth);
        }

        json.Append((byte)'}');
    }

    /// <summary>Reads an element that holds a resource: contained, Bundle.entry.resource, Parameters.parameter.resource.</summary>
    /// <returns>Whether a resource was written.</returns>
    private bool ReadContainer(SourcePosition start, int depth)
    {
        var isEmpty = xml.IsEmptyElement;
        ReadAttributes(default, out _);
        var has = false;
        var written = false;
        while (!isEmpty && !stopped && xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                CheckNoText();
                continue;
            }

            var place = Here();
            if (has)
            {
                Report(StructureMessages.OneResourceOnly, place);
                PassElement();
            }
            else if (!IsFhir(place))
            {
                PassElement();
            }
            else if (FindResourceType(place) is { } type)
            {
                ReadResource(type, place, depth);
                written = true;
            }
            else
            {
                PassElement();
            }

            has = true;
        }

        if (!has && !stopped)
        {
            Report(StructureMessages.ResourceMissing, start);
        }

        return written;
    }
}
