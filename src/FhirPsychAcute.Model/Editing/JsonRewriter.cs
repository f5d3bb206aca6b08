using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>
/// Changes to the structure of one document, each resolved at once to places in its source; writing copies what is untouched and rewrites the objects and
/// arrays that hold a change.
/// </summary>
internal sealed partial class JsonRewriter
{
    private readonly ResourceDocument document;
    private readonly HashSet<int> removed = [];
    private readonly Dictionary<int, NewJson> replaced = [];
    private readonly Dictionary<int, List<(string? Name, NewJson Value)>> added = [];
    private readonly Dictionary<(int Object, string Name), NewJson> newArrays = [];
    private readonly Dictionary<int, NewJson> newTwins = [];

    public JsonRewriter(ResourceDocument document) => this.document = document;

    private ReadOnlySpan<byte> Source => document.Bytes.Span;

    /// <summary>Replaces an element that has a value, or is no primitive.</summary>
    public void Replace(Element element, byte[] json) => replaced[document.Nodes[element.Index].TokenStart] = NewJson.Of(json);

    /// <summary>Gives a value to a primitive that has only an id or extensions.</summary>
    public void SetAbsentValue(Element primitive, byte[] json)
    {
        var container = ObjectOf(primitive.Parent);
        var name = JsonName(primitive);
        if (!document.Nodes[primitive.Index].Is(NodeFlags.Item))
        {
            AddMember(container, name, NewJson.Of(json));
            return;
        }

        var position = Position(primitive, out var count);
        if (Item(container, name, position) is { } item)
        {
            replaced[item.ValueStart] = NewJson.Of(json);
            return;
        }

        ArrayOfNulls(container, name, count).Items[position] = NewJson.Of(json);
    }

    /// <summary>Adds a property, or an item to the array of that name.</summary>
    public void Add(Element parent, string name, byte[] json)
    {
        var value = NewJson.Of(json);
        if (parent.Type.IsPrimitive && TwinOf(parent) is not { } twin)
        {
            AddToNewTwin(parent, name, value);
            return;
        }

        var container = parent.Type.IsPrimitive ? TwinOf(parent)!.Value : document.Nodes[parent.Index].Start;
        var type = parent.Type.IsPrimitive ? document.Schema.Type("Element") : parent.Type;
        var isArray = type.FindProperty(Encoding.UTF8.GetBytes(name)) is { Element.IsArray: true };
        if (JsonMembers.Find(Source, container, Encoding.UTF8.GetBytes(name)) is { } member)
        {
            if (Source[member.ValueStart] != '[')
            {
                throw new InvalidOperationException($"'{name}' is there already and occurs once at most.");
            }

            AddMember(member.ValueStart, null, value);
            AlignTwin(container, name);
        }
        else if (!isArray)
        {
            AddMember(container, name, value);
        }
        else
        {
            var before = AlignTwin(container, name);
            ArrayOfNulls(container, name, before).Items.Add(value);
        }
    }

    /// <summary>Removes an element; of a primitive the value and its twin.</summary>
    public void Remove(Element element)
    {
        ref readonly var node = ref document.Nodes[element.Index];
        if (!element.Type.IsPrimitive)
        {
            removed.Add(node.Start);
            return;
        }

        var container = ObjectOf(element.Parent);
        var name = JsonName(element);
        var position = node.Is(NodeFlags.Item) ? Position(element, out _) : -1;
        foreach (var property in (ReadOnlySpan<string>)[name, "_" + name])
        {
            var place = position < 0 ? JsonMembers.Find(Source, container, Encoding.UTF8.GetBytes(property)) : Item(container, property, position);
            if (place is { } found)
            {
                removed.Add(found.ValueStart);
            }
        }
    }

    private void AddMember(int container, string? name, NewJson value)
    {
        if (!added.TryGetValue(container, out var members))
        {
            added[container] = members = [];
        }

        members.Add((name, value));
    }

    /// <summary>The array that is to be made for a property; with so many nulls first when it is not there yet.</summary>
    private NewJson ArrayOfNulls(int container, string name, int nulls)
    {
        if (!newArrays.TryGetValue((container, name), out var array))
        {
            newArrays[(container, name)] = array = NewJson.Array(nulls);
            AddMember(container, name, array);
        }

        return array;
    }

    /// <summary>An item more in an array of primitives is one more in its twin array; gives how many were there.</summary>
    private int AlignTwin(int container, string name)
    {
        if (JsonMembers.Find(Source, container, Encoding.UTF8.GetBytes("_" + name)) is not { } twin || Source[twin.ValueStart] != '[')
        {
            return 0;
        }

        AddMember(twin.ValueStart, null, NewJson.Null);
        return JsonMembers.Of(Source, twin.ValueStart, out _).Count;
    }

    private void AddToNewTwin(Element primitive, string name, NewJson value)
    {
        if (!newTwins.TryGetValue(primitive.Index, out var twin))
        {
            newTwins[primitive.Index] = twin = NewJson.Object();
            PlaceTwin(primitive, twin);
        }

        if (document.Schema.Type("Element").FindProperty(Encoding.UTF8.GetBytes(name)) is { Element.IsArray: true })
        {
            if (twin.Members.Find(member => string.Equals(member.Name, name, StringComparison.Ordinal)).Value is not { } array)
            {
                twin.Members.Add((name, array = NewJson.Array(0)));
            }

            array.Items.Add(value);
        }
        else
        {
            twin.Members.Add((name, value));
        }
    }

    private void PlaceTwin(Element primitive, NewJson twin)
    {
        var container = ObjectOf(primitive.Parent);
        var name = "_" + JsonName(primitive);
        if (!document.Nodes[primitive.Index].Is(NodeFlags.Item))
        {
            AddMember(container, name, twin);
            return;
        }

        var position = Position(primitive, out var count);
        if (Item(container, name, position) is { } item)
        {
            replaced[item.ValueStart] = twin;
        }
        else
        {
            ArrayOfNulls(container, name, count).Items[position] = twin;
        }
    }

    /// <summary>Where the object that holds an element's children begins.</summary>
    private int ObjectOf(Element parent) => parent.Type.IsPrimitive ? TwinOf(parent)!.Value : document.Nodes[parent.Index].Start;

    /// <summary>Where a primitive's twin object begins; null when it has none.</summary>
    private int? TwinOf(Element primitive)
    {
        ref readonly var node = ref document.Nodes[primitive.Index];
        if (!node.Is(NodeFlags.HasTwin))
        {
            return null;
        }

        var container = ObjectOf(primitive.Parent);
        var name = "_" + JsonName(primitive);
        return node.Is(NodeFlags.Item) ? Item(container, name, Position(primitive, out _))?.ValueStart : JsonMembers.Find(Source, container, Encoding.UTF8.GetBytes(name))?.ValueStart;
    }

    private JsonMember? Item(int container, string arrayName, int position)
    {
        if (JsonMembers.Find(Source, container, Encoding.UTF8.GetBytes(arrayName)) is not { } array || Source[array.ValueStart] != '[')
        {
            return null;
        }

        var items = JsonMembers.Of(Source, array.ValueStart, out _);
        return position < items.Count ? items[position] : null;
    }

    private static int Position(Element element, out int count)
    {
        var position = -1;
        count = 0;
        foreach (var sibling in element.Parent.ChildrenNamed(element.NameId))
        {
            position = sibling == element ? count : position;
            count++;
        }

        return position;
    }

    private static string JsonName(Element element)
    {
        foreach (var type in element.Schema!.Types)
        {
            if (ReferenceEquals(type.Type, element.Type))
            {
                return type.JsonName;
            }
        }

        return element.Schema.Types[0].JsonName;
    }

    /// <summary>A value that is put in: JSON given, or an object or array that grows until it is written.</summary>
    private sealed class NewJson
    {
        public static readonly NewJson Null = Of("null"u8.ToArray());

        private byte[]? json;

        public List<(string Name, NewJson Value)> Members { get; private init; } = null!;

        public List<NewJson> Items { get; private init; } = null!;

        public static NewJson Of(byte[] json) => new() { json = json };

        public static NewJson Object() => new() { Members = [] };

        public static NewJson Array(int nulls) => new() { Items = [.. Enumerable.Repeat(Null, nulls)] };

        public void WriteTo(ref SpliceText text)
        {
            if (json is not null)
            {
                text.Write(json);
                return;
            }

            text.Write((byte)(Items is null ? '{' : '['));
            var first = true;
            foreach (var (name, value) in Members ?? Items!.ConvertAll(item => ("", item)))
            {
                if (!first)
                {
                    text.Write((byte)',');
                }

                first = false;
                WriteName(ref text, Items is null ? name : null);
                value.WriteTo(ref text);
            }

            text.Write((byte)(Items is null ? '}' : ']'));
        }
    }

    private static void WriteName(ref SpliceText text, string? name)
    {
        if (name is not null)
        {
            text.Write((byte)'"');
            text.WriteEscaped(Encoding.UTF8.GetBytes(name));
            text.Write("\":"u8);
        }
    }
}
