namespace FhirPsychAcute.Model;

/// <summary>
/// An element in the making, in its type's shape: values taken over from elements that exist (of whatever document), made from text or drafts of their own.
/// Writing puts the properties in the order of the type's definition. Not thread-safe.
/// </summary>
/// <remarks>Meant for composing definitions; values are not checked here, reading what was written does that.</remarks>
public sealed class ElementDraft
{
    private readonly List<DraftValue>?[] values;

    /// <summary>Starts empty.</summary>
    public ElementDraft(TypeSchema type)
    {
        Type = type;
        values = new List<DraftValue>?[type.Elements.Count];
    }

    /// <summary>Starts with everything that an element has.</summary>
    public ElementDraft(Element element)
        : this(element.Type)
    {
        foreach (var child in element.Children)
        {
            Slot(child.Schema!).Add(new DraftValue(child));
        }
    }

    /// <summary>Starts as a copy of another draft; values that are drafts are shared.</summary>
    public ElementDraft(ElementDraft other)
        : this(other.Type)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = other.values[i] is { Count: > 0 } list ? [.. list] : null;
        }
    }

    /// <summary>Type of the element.</summary>
    public TypeSchema Type { get; }

    /// <summary>The values of the element of this name (without type suffix), in order; empty when it has none.</summary>
    public IReadOnlyList<DraftValue> this[string name] => values[Find(name).Ordinal] is { } list ? list : [];

    /// <summary>Whether there is any value of this name.</summary>
    public bool Has(string name) => values[Find(name).Ordinal] is { Count: > 0 };

    /// <summary>The first value of this name as text; null without one.</summary>
    public string? Value(string name) => values[Find(name).Ordinal] is { Count: > 0 } list ? list[0].Value : null;

    /// <summary>Replaces all values of this name by one made of text.</summary>
    public void Set(string name, string value)
    {
        var slot = Slot(Find(name));
        slot.Clear();
        slot.Add(new DraftValue(value));
    }

    /// <summary>Replaces all values of this name.</summary>
    public void Set(string name, IEnumerable<DraftValue> replacement)
    {
        var list = replacement.ToList();
        values[Find(name).Ordinal] = list;
    }

    /// <summary>Replaces all values of this name by those that another element has.</summary>
    public void Set(string name, Element parent)
    {
        var slot = Slot(Find(name));
        slot.Clear();
        foreach (var child in parent.ChildrenNamed(name))
        {
            slot.Add(new DraftValue(child));
        }
    }

    /// <summary>Adds a value behind those of this name.</summary>
    public void Add(string name, DraftValue value) => Slot(Find(name)).Add(value);

    /// <summary>Takes away all values of this name.</summary>
    public void Remove(string name) => values[Find(name).Ordinal] = null;

    /// <summary>Writes the element as a JSON object.</summary>
    internal void WriteTo(ref SpliceText text)
    {
        text.Write((byte)'{');
        var first = true;
        if (Type.IsResource)
        {
            text.Write("\"resourceType\":\""u8);
            text.WriteAscii(Type.Name);
            text.Write((byte)'"');
            first = false;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { Count: > 0 } list)
            {
                DraftWriting.WriteProperty(ref text, Type.Elements[i], list, ref first);
            }
        }

        text.Write((byte)'}');
    }

    /// <summary>The element as a JSON object, UTF-8.</summary>
    public byte[] ToBytes()
    {
        var text = new SpliceText(1024);
        WriteTo(ref text);
        return text.ToArray();
    }

    private List<DraftValue> Slot(ElementSchema element) => values[element.Ordinal] ??= [];

    private ElementSchema Find(string name) => Type.Element(name) ?? throw new ArgumentException($"{Type.Name} has no element '{name}'.", nameof(name));
}
