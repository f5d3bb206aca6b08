using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>
/// A handle to one element of a <see cref="ResourceDocument"/>. Copying and navigating allocates nothing; <c>default</c> is "no element".
/// Repetitions of an element are separate handles, in order. A primitive's children are its id and extensions.
/// </summary>
public readonly struct Element : IEquatable<Element>
{
    private readonly ResourceDocument? document;
    private readonly int index;

    internal Element(ResourceDocument document, int index)
    {
        this.document = document;
        this.index = index;
    }

    private ref readonly Node Node => ref document!.Nodes[index];

    /// <summary>Whether there is an element at all.</summary>
    public bool Exists => document is not null;

    /// <summary>The document that holds the element.</summary>
    public ResourceDocument Document => document!;

    /// <summary>Position of the element in document order, 0 for the root.</summary>
    public int Index => index;

    /// <summary>Definition of the element; null for the document's root.</summary>
    public ElementSchema? Schema => Node.Element == Model.Node.NoElement ? null : document!.Schema.ElementTable[Node.Element];

    /// <summary>The actual type: of a choice the one chosen, of a contained or bundled resource its own.</summary>
    public TypeSchema Type => document!.Schema.TypeTable[Node.Type];

    /// <summary>Element name without type suffix (<c>value</c> for <c>valueQuantity</c>); the type's name for the root.</summary>
    public string Name => Schema?.Name ?? Type.Name;

    /// <summary><see cref="ElementSchema.NameId"/> of the element; -1 for the root.</summary>
    public int NameId => Node.Element == Model.Node.NoElement ? -1 : Node.NameId;

    /// <summary>Whether a resource begins here: the root, a contained resource or one in a Bundle entry or parameter.</summary>
    public bool IsResource => (Node.Flags & NodeFlags.Resource) != 0;

    /// <summary>The element around this one; no element for the root.</summary>
    public Element Parent => Node.Parent < 0 ? default : new Element(document!, Node.Parent);

    /// <summary>The resource that this element belongs to: the nearest of itself and its ancestors that is a resource.</summary>
    public Element Resource
    {
        get
        {
            var at = this;
            while (!at.IsResource)
            {
                at = at.Parent;
            }

            return at;
        }
    }

    /// <summary>All direct children in document order.</summary>
    public ElementChildren Children => new(document!, index, -1);

    /// <summary>Whether the element has any child.</summary>
    public bool HasChildren => Node.End > index + 1;

    /// <summary>The children of that name (without type suffix), in order; none when the type has no such element.</summary>
    public ElementChildren ChildrenNamed(string name) => new(document!, index, document!.Schema.NameId(name) is var id and >= 0 ? id : int.MaxValue);

    /// <summary>The children whose name has this number (<see cref="ElementSchema.NameId"/>), in order.</summary>
    public ElementChildren ChildrenNamed(int nameId) => new(document!, index, nameId);

    /// <summary>The first child of that name (without type suffix), or no element.</summary>
    public Element Child(string name)
    {
        foreach (var child in ChildrenNamed(name))
        {
            return child;
        }

        return default;
    }

    /// <summary>The first child whose name has this number (<see cref="ElementSchema.NameId"/>), or no element.</summary>
    public Element Child(int nameId)
    {
        foreach (var child in ChildrenNamed(nameId))
        {
            return child;
        }

        return default;
    }

    /// <summary>The first child's value by that name, or null: <c>identifier.ChildValue("system")</c>.</summary>
    public string? ChildValue(string name) => Child(name) is { Exists: true } child ? child.Value : null;

    /// <summary>Whether this is a primitive with a value, not only extensions; false for no element.</summary>
    public bool HasValue => document is not null && (Node.Flags & NodeFlags.HasValue) != 0;

    /// <summary>
    /// The primitive's bytes as the source has them, without quotes. When <see cref="IsEscaped"/> they hold JSON escapes and <see cref="Value"/> is what they mean.
    /// For an element that is not a primitive with a value: empty.
    /// </summary>
    public ReadOnlySpan<byte> RawValue => HasValue ? document!.Bytes.Span.Slice(Node.Start, Node.Length) : default;

    /// <summary>Whether <see cref="RawValue"/> holds JSON escapes.</summary>
    public bool IsEscaped => (Node.Flags & NodeFlags.Escaped) != 0;

    /// <summary>The primitive's value in UTF-8 with JSON escapes undone (some writers escape every <c>/</c> or <c>+</c>); allocates only where there are any.</summary>
    public ReadOnlySpan<byte> Utf8Value => HasValue && IsEscaped ? Encoding.UTF8.GetBytes(JsonText.Unescape(RawValue)) : RawValue;

    /// <summary>The primitive's lexical value as text (<c>1.50</c> stays <c>1.50</c>); null when there is none.</summary>
    public string? Value
    {
        get
        {
            if (!HasValue)
            {
                return null;
            }

            return IsEscaped ? JsonText.Unescape(RawValue) : Encoding.UTF8.GetString(RawValue);
        }
    }

    /// <summary>Whether the primitive's value is this text, compared byte by byte without allocating.</summary>
    public bool ValueEquals(ReadOnlySpan<byte> utf8) =>
        HasValue && (IsEscaped ? Value!.AsSpan().SequenceEqual(Encoding.UTF8.GetString(utf8)) : RawValue.SequenceEqual(utf8));

    /// <summary>The value of a boolean.</summary>
    public bool TryGetBoolean(out bool value) => Utf8Parser.TryParse(RawValue, out value, out var used) && used == RawValue.Length && used > 0;

    /// <summary>The value of an integer, positiveInt or unsignedInt.</summary>
    public bool TryGetInt32(out int value) => Utf8Parser.TryParse(RawValue, out value, out var used) && used == RawValue.Length && used > 0;

    /// <summary>The value of a decimal or integer, where .NET's decimal can hold it.</summary>
    public bool TryGetDecimal(out decimal value) => decimal.TryParse(RawValue, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>The bytes of this element in the source's JSON: an object with its braces, a primitive with its quotes. Empty for a primitive without value.</summary>
    public ReadOnlyMemory<byte> RawJson
    {
        get
        {
            ref readonly var node = ref Node;
            if (Type.IsPrimitive && !HasValue)
            {
                return default;
            }

            return document!.Bytes[node.TokenStart..node.TokenEnd];
        }
    }

    /// <summary>Where the element's value begins in the source.</summary>
    public SourcePosition Position => document!.PositionAt(Node.TokenStart);

    /// <summary>The same as <see cref="Position"/>, counted on from the position of an element before it, where many are asked for in order of the document.</summary>
    /// <param name="known">Position of an element of the same document; <c>default</c> for none.</param>
    public SourcePosition PositionFrom(SourcePosition known) => document!.PositionAt(Node.TokenStart, known);

    /// <summary>
    /// FHIRPath expression that finds this element from the root: <c>Patient.name[0].given[1]</c>; of a choice with its type,
    /// <c>Observation.value.ofType(Quantity)</c>.
    /// </summary>
    public string Path
    {
        get
        {
            if (Node.Parent < 0)
            {
                return Type.Name;
            }

            var schema = Schema!;
            if (!schema.IsArray)
            {
                return schema.IsChoice ? $"{Parent.Path}.{schema.Name}.ofType({Type.Name})" : $"{Parent.Path}.{schema.Name}";
            }

            var position = 0;
            foreach (var sibling in Parent.ChildrenNamed(schema.NameId))
            {
                if (sibling.index == index)
                {
                    break;
                }

                position++;
            }

            return string.Create(CultureInfo.InvariantCulture, $"{Parent.Path}.{schema.Name}[{position}]");
        }
    }

    /// <inheritdoc/>
    public bool Equals(Element other) => ReferenceEquals(document, other.document) && index == other.index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Element other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(document, index);

    /// <summary>Whether both are the same element of the same document.</summary>
    public static bool operator ==(Element left, Element right) => left.Equals(right);

    /// <summary>Whether they are different elements.</summary>
    public static bool operator !=(Element left, Element right) => !left.Equals(right);

    /// <summary>The path, for debugging; never the value.</summary>
    public override string ToString() => Exists ? Path : "(no element)";
}
