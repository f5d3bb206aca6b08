using System.Runtime.InteropServices;

namespace FhirPsychAcute.Model;

/// <summary>Properties of a <see cref="Node"/> that are not numbers.</summary>
[Flags]
internal enum NodeFlags : ushort
{
    None = 0,
    /// <summary>A primitive with a value (not only an extension).</summary>
    HasValue = 1,
    /// <summary>The value's bytes hold JSON escapes.</summary>
    Escaped = 2,
    /// <summary>The value stands in quotes in JSON.</summary>
    Quoted = 4,
    /// <summary>An item of a JSON array.</summary>
    Item = 8,
    /// <summary>The root of a resource: the document's, contained or in a Bundle entry.</summary>
    Resource = 16,
    /// <summary>The primitive's id or extensions stand in the twin property with the underscore.</summary>
    HasTwin = 32,
    /// <summary>While reading: the item is null in the one array, so its twin must have content.</summary>
    AwaitsTwin = 64,
}

/// <summary>
/// One element of a document, in 24 bytes. Nodes stand in document order; the nodes from an element's own index + 1 to <see cref="End"/> (exclusive)
/// are its descendants, so the next sibling is at <see cref="End"/> as long as that is below the parent's End. A primitive's children are the id and
/// extensions of its <c>_x</c> twin; it stands where the later of the two properties stands, unless the value came last.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Node
{
    /// <summary><see cref="Element"/> and <see cref="NameId"/> of a document's root, which is no element of anything.</summary>
    public const ushort NoElement = ushort.MaxValue;

    /// <summary>Index one past the last descendant.</summary>
    public int End;
    /// <summary>Index of the parent; -1 for the root.</summary>
    public int Parent;
    /// <summary>First byte of the JSON value: the opening brace, or the first byte of a primitive after its opening quote. For a primitive without value, of the twin object.</summary>
    public int Start;
    /// <summary>Bytes of the JSON value, without the quotes of a string.</summary>
    public int Length;
    /// <summary>Index into <see cref="SchemaCatalog.Elements"/>; <see cref="NoElement"/> for the document's root.</summary>
    public ushort Element;
    /// <summary><see cref="ElementSchema.NameId"/> of the element, so that finding children by name needs no look at the schema.</summary>
    public ushort NameId;
    /// <summary>Index into <see cref="SchemaCatalog.Types"/>: the actual type, for a resource its own type.</summary>
    public ushort Type;
    public NodeFlags Flags;

    /// <summary>Whether the node has this flag, or any of these.</summary>
    public readonly bool Is(NodeFlags flags) => (Flags & flags) != 0;

    /// <summary>Where the JSON value begins, its opening quote included.</summary>
    public readonly int TokenStart => (Flags & NodeFlags.Quoted) != 0 ? Start - 1 : Start;

    /// <summary>One past the JSON value, its closing quote included.</summary>
    public readonly int TokenEnd => (Flags & NodeFlags.Quoted) != 0 ? Start + Length + 1 : Start + Length;
}
