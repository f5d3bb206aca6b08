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
}

/// <summary>
/// One element of a document. Nodes stand in document order; the nodes from an element's own index + 1 to <see cref="End"/> (exclusive)
/// are its descendants, so the next sibling is at <see cref="End"/> as long as that is below the parent's End. A primitive's children are the id and
/// extensions of its <c>_x</c> twin.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Node
{
    /// <summary>Index into <see cref="SchemaCatalog.Elements"/>; -1 for the document's root.</summary>
    public int Element;
    /// <summary>Index one past the last descendant.</summary>
    public int End;
    /// <summary>Index of the parent; -1 for the root.</summary>
    public int Parent;
    /// <summary>First byte of the JSON value: the opening brace, or the first byte of a primitive after its opening quote. For a primitive without value, of the twin object.</summary>
    public int Start;
    /// <summary>Bytes of the JSON value, without the quotes of a string.</summary>
    public int Length;
    /// <summary>Index into <see cref="SchemaCatalog.Types"/>: the actual type, for a resource its own type.</summary>
    public ushort Type;
    public NodeFlags Flags;
}
