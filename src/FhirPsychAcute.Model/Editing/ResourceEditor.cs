using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>
/// Collects changes to one document and writes the changed JSON, keeping every byte that was not changed.
/// Not thread-safe; the document itself stays as it is.
/// </summary>
/// <remarks>
/// Changes of values and server fields are spliced in with one copy of the text, and the changed document's nodes follow from the old ones.
/// Adding, replacing and removing elements rewrites the containers concerned and reads the outcome anew.
/// </remarks>
public sealed partial class ResourceEditor
{
    private readonly ResourceDocument document;
    private List<ValueChange>? values;
    private JsonRewriter? structure;
    private ServerFields? server;

    /// <summary>Starts from a document without changes.</summary>
    public ResourceEditor(ResourceDocument document) => this.document = document;

    /// <summary>Sets id, meta.versionId and meta.lastUpdated as a server does on every write, making meta when absent and keeping its other content.</summary>
    /// <param name="id">Logical id.</param>
    /// <param name="versionId">Version id.</param>
    /// <param name="lastUpdated">Written as an instant in UTC with milliseconds.</param>
    /// <exception cref="ArgumentException">An id is not an id of FHIR.</exception>
    public ResourceEditor SetServerFields(string id, string versionId, DateTimeOffset lastUpdated)
    {
        ThrowIfNoId(id, nameof(id));
        ThrowIfNoId(versionId, nameof(versionId));
        server = new ServerFields(id, versionId, lastUpdated);
        return this;
    }

    /// <summary>Gives a primitive another value of the same JSON kind (string, number, boolean).</summary>
    /// <exception cref="ArgumentException">The element is no primitive of this document, or the value has not the lexical form of its type.</exception>
    public ResourceEditor SetValue(Element primitive, string value)
    {
        ThrowIfForeign(primitive);
        var kind = primitive.Type.Primitive;
        var utf8 = Encoding.UTF8.GetBytes(value);
        if (kind == PrimitiveKind.None || !LexicalForm.IsValid(kind, utf8))
        {
            throw new ArgumentException($"The value is not one of type {primitive.Type.Name}.", nameof(value));
        }

        if (primitive.HasValue)
        {
            values ??= [];
            values.Add(new ValueChange(primitive.Index, utf8));
            return this;
        }

        var json = new SpliceText(utf8.Length + 16);
        WriteToken(ref json, kind, utf8, out _);
        Structure.SetAbsentValue(primitive, json.ToArray());
        return this;
    }

    /// <summary>Adds a property to an element, or an item to the array of that name; <paramref name="json"/> is its JSON value.</summary>
    /// <remarks>
    /// A primitive takes <c>id</c> and <c>extension</c>. Nothing is checked here but that the value is JSON; <see cref="ToResult"/> says whether the outcome
    /// is a resource still.
    /// </remarks>
    /// <param name="parent">The element that is to have it.</param>
    /// <param name="jsonName">Name of the property, with the type behind it for a choice: <c>valueQuantity</c>.</param>
    /// <param name="json">One JSON value; for an array of the definition one item of it.</param>
    /// <exception cref="ArgumentException">The value is not JSON, or the element belongs to another document.</exception>
    public ResourceEditor Add(Element parent, string jsonName, ReadOnlySpan<byte> json)
    {
        ThrowIfForeign(parent);
        ThrowIfNotJson(json);
        Structure.Add(parent, jsonName, json.ToArray());
        return this;
    }

    /// <summary>Adds a property that is a JSON string to an element, or such an item to the array of that name.</summary>
    /// <param name="parent">The element that is to have it.</param>
    /// <param name="jsonName">Name of the property.</param>
    /// <param name="text">The value, unescaped.</param>
    /// <exception cref="ArgumentException">The element belongs to another document.</exception>
    public ResourceEditor AddText(Element parent, string jsonName, string text)
    {
        ThrowIfForeign(parent);
        var utf8 = Encoding.UTF8.GetBytes(text);
        var json = new SpliceText(utf8.Length + 16);
        WriteToken(ref json, PrimitiveKind.String, utf8, out _);
        Structure.Add(parent, jsonName, json.ToArray());
        return this;
    }

    /// <summary>Replaces a whole element by another JSON value. Of a primitive the value is replaced, its id and extensions stay.</summary>
    /// <exception cref="ArgumentException">The value is not JSON, or the element belongs to another document, or is the resource itself.</exception>
    public ResourceEditor Replace(Element element, ReadOnlySpan<byte> json)
    {
        ThrowIfForeign(element);
        ThrowIfNotJson(json);
        ThrowIfRoot(element);
        if (element.Type.IsPrimitive && !element.HasValue)
        {
            Structure.SetAbsentValue(element, json.ToArray());
        }
        else
        {
            Structure.Replace(element, json.ToArray());
        }

        return this;
    }

    /// <summary>Removes an element, with its array when it was the last item, and with what is around it when nothing else is left there.</summary>
    /// <exception cref="ArgumentException">The element belongs to another document, or is the resource itself.</exception>
    public ResourceEditor Remove(Element element)
    {
        ThrowIfForeign(element);
        ThrowIfRoot(element);
        Structure.Remove(element);
        return this;
    }

    /// <summary>The changed JSON text.</summary>
    /// <exception cref="InvalidOperationException">Server fields are to be set in what other changes have made no resource.</exception>
    public byte[] ToBytes()
    {
        if (structure is null)
        {
            return HasSplices ? Splice(document, values).ToBytes() : document.Bytes.ToArray();
        }

        var rewritten = Rewrite();
        return server is null ? rewritten : Splice(Valid(rewritten), null).ToBytes();
    }

    /// <summary>The changed resource as a document of its own.</summary>
    /// <exception cref="InvalidOperationException">The changes have made it no resource; <see cref="ToResult"/> says why.</exception>
    public ResourceDocument ToDocument()
    {
        if (structure is null)
        {
            return HasSplices ? Splice(document, values).ToDocument() : document;
        }

        var rewritten = Valid(Rewrite());
        return server is null ? rewritten : Splice(rewritten, null).ToDocument();
    }

    /// <summary>The changed resource, or every fault that the changes have made: for changes whose values come from outside, as a patch's do.</summary>
    public ParseResult ToResult()
    {
        if (structure is null)
        {
            return new ParseResult(ToDocument(), []);
        }

        var rewritten = ResourceDocument.Parse(Rewrite(), document.Schema);
        return rewritten.IsValid && server is not null ? new ParseResult(Splice(rewritten.Document, null).ToDocument(), []) : rewritten;
    }

    private JsonRewriter Structure => structure ??= new JsonRewriter(document);

    private bool HasSplices => values is not null || server is not null;

    private byte[] Rewrite()
    {
        foreach (var change in values ?? [])
        {
            var element = new Element(document, change.Node);
            var json = new SpliceText(change.Value.Length + 16);
            WriteToken(ref json, element.Type.Primitive, change.Value, out _);
            structure!.Replace(element, json.ToArray());
        }

        return structure!.ToBytes();
    }

    private ResourceDocument Valid(byte[] rewritten)
    {
        var result = ResourceDocument.Parse(rewritten, document.Schema);
        return result.IsValid
            ? result.Document
            : throw new InvalidOperationException($"The changes make this no {document.Type.Name}: {result.Issues[0].Message} ({result.Issues[0].Path})");
    }

    private void ThrowIfForeign(Element element)
    {
        if (!element.Exists || !ReferenceEquals(element.Document, document))
        {
            throw new ArgumentException("The element is not one of the document that is edited.", nameof(element));
        }
    }

    private static void ThrowIfRoot(Element element)
    {
        if (element.Index == 0)
        {
            throw new ArgumentException("The resource itself cannot be replaced or removed.", nameof(element));
        }
    }

    private static void ThrowIfNotJson(ReadOnlySpan<byte> json)
    {
        var scanner = new JsonScanner(json, ParseLimits.Default.MaxDepth);
        if (!System.Text.Unicode.Utf8.IsValid(json) || !scanner.SkipValue(0) || scanner.Next() != 0)
        {
            throw new ArgumentException("The value is not JSON.", nameof(json));
        }
    }

    private static void ThrowIfNoId(string id, string parameter)
    {
        if (id.Length is 0 or > 64 || !IsId(id))
        {
            throw new ArgumentException("Not an id: 1 to 64 of the letters A-Z and a-z, digits, '-' and '.'.", parameter);
        }
    }

    private static bool IsId(string id)
    {
        foreach (var character in id)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record ServerFields(string Id, string VersionId, DateTimeOffset LastUpdated);

    private readonly record struct ValueChange(int Node, byte[] Value);
}
