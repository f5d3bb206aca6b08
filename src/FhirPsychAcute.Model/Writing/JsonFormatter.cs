namespace FhirPsychAcute.Model;

/// <summary>Passes through JSON text once and writes it with other white space, leaving out what a filter does not keep.</summary>
internal ref struct JsonFormatter
{
    // Deeper than any document that can be read.
    private const int DeepestNesting = 600;

    private readonly bool pretty;
    private readonly SchemaCatalog? schema;
    private readonly ElementFilter? filter;
    private JsonScanner json;

    public JsonFormatter(ReadOnlySpan<byte> source, bool pretty, SpliceText text, SchemaCatalog? schema, ElementFilter? filter)
    {
        this.pretty = pretty;
        this.schema = schema;
        this.filter = filter;
        json = new JsonScanner(source, DeepestNesting);
        Text = text;
    }

    /// <summary>What has been written.</summary>
    public SpliceText Text;

    /// <summary>Writes the whole text; says whether it was JSON.</summary>
    public bool WriteAll()
    {
        WriteValue(1);
        return json.Fault == JsonFault.None && json.Next() == 0;
    }

    /// <summary>Writes a filtered resource with its tag SUBSETTED.</summary>
    public void WriteResource(ResourceDocument document)
    {
        var meta = document.Root.Child("meta");
        var tag = IsSubsetted(meta) ? Tag.IsThere : meta.Exists ? Tag.InMeta : Tag.WithMeta;
        if (tag == Tag.WithMeta && !document.Root.Child("id").Exists)
        {
            tag = Tag.WithMetaFirst;
        }

        json.Next();
        WriteObject(document.Type, isResource: true, tag, 1);
    }

    private enum Tag
    {
        /// <summary>There is nothing to add here.</summary>
        IsThere,
        /// <summary>Goes into the meta of this resource.</summary>
        InMeta,
        /// <summary>Goes with a meta of its own behind the id of this resource.</summary>
        WithMeta,
        /// <summary>Goes with a meta of its own behind resourceType.</summary>
        WithMetaFirst,
        /// <summary>This object is the meta it goes into.</summary>
        Here,
    }

    private static bool IsSubsetted(Element meta)
    {
        if (meta.Exists)
        {
            foreach (var tag in meta.ChildrenNamed("tag"))
            {
                if (tag.Child("code") is { Exists: true } code && code.ValueEquals("SUBSETTED"u8))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void WriteValue(int depth)
    {
        var next = json.Next();
        var start = json.Position;
        switch (next)
        {
            case (byte)'{':
                WriteObject(null, isResource: false, Tag.IsThere, depth);
                break;
            case (byte)'[':
                WriteArray(null, depth);
                break;
            default:
                if (json.SkipValue(depth))
                {
                    Text.Write(json.Source[start..json.Position]);
                }

                break;
        }
    }

    /// <summary>Writes the object that begins here; says no, having written something to be taken back, when nothing of it is kept.</summary>
    /// <param name="type">Type by which it is filtered; null when all of it is written.</param>
    /// <param name="isResource">Whether it is the resource to which the filter applies, and not something inside.</param>
    /// <param name="tag">What is to happen about the tag SUBSETTED.</param>
    /// <param name="depth">Level, 1 for the whole.</param>
    private bool WriteObject(TypeSchema? type, bool isResource, Tag tag, int depth)
    {
        if (depth > DeepestNesting)
        {
            return json.Fail(JsonFault.TooDeep, json.Position);
        }

        Text.Write((byte)'{');
        json.Position++;
        var kept = 0;
        var hasTag = false;
        if (json.Next() == '}')
        {
            json.Position++;
        }
        else
        {
            do
            {
                var before = Text.Length;
                if (json.Next() != '"')
                {
                    return json.Expected(JsonFault.ExpectedPropertyName);
                }

                if (!json.ReadName(out var nameStart, out var nameLength, out var traits))
                {
                    return false;
                }

                json.Next();
                var name = json.Source.Slice(nameStart, nameLength);
                Separate(kept, depth);
                Text.Write(json.Source.Slice(nameStart - 1, nameLength + 2));
                Text.Write(pretty ? ": "u8 : ":"u8);
                if (!WriteMember(type, isResource, traits == StringTraits.None ? name : Plain(name), tag, ref hasTag, depth))
                {
                    Text.Truncate(before);
                    continue;
                }

                kept++;
                if ((tag == Tag.WithMeta && name.SequenceEqual("id"u8)) || (tag == Tag.WithMetaFirst && name.SequenceEqual("resourceType"u8)))
                {
                    Separate(kept++, depth);
                    Text.Write(pretty ? "\"meta\": {"u8 : "\"meta\":{"u8);
                    WriteTagProperty(0, depth + 1);
                    Close((byte)'}', depth + 1);
                }
            }
            while (json.NextProperty(out _));
        }

        if (tag == Tag.Here && !hasTag)
        {
            WriteTagProperty(kept++, depth);
        }

        if (kept == 0)
        {
            Text.Write((byte)'}');
            return type is null;
        }

        Close((byte)'}', depth);
        return true;
    }

    private bool WriteMember(TypeSchema? type, bool isResource, ReadOnlySpan<byte> name, Tag tag, ref bool hasTag, int depth)
    {
        if (tag == Tag.Here && name.SequenceEqual("tag"u8) && json.Next() == '[')
        {
            hasTag = true;
            WriteArray(null, depth + 1, withTag: true);
            return true;
        }

        if (type is null || name.SequenceEqual("resourceType"u8))
        {
            WriteValue(depth + 1);
            return true;
        }

        var property = type.FindProperty(name) ?? (name.Length > 1 && name[0] == '_' ? type.FindProperty(name[1..]) : null);
        if (property is null || !filter!.Keeps(property.Element, isResource ? type : null))
        {
            json.SkipValue(0);
            return false;
        }

        if (isResource && tag == Tag.InMeta && name.SequenceEqual("meta"u8))
        {
            return WriteObject(null, isResource: false, Tag.Here, depth + 1);
        }

        if (!filter.IsDeep || property.Type.IsPrimitive)
        {
            WriteValue(depth + 1);
            return true;
        }

        return json.Next() == '[' ? WriteArray(property.Type, depth + 1) : WriteFiltered(property.Type, depth + 1);
    }

    private bool WriteFiltered(TypeSchema type, int depth)
    {
        if (!type.IsResource)
        {
            return WriteObject(type, isResource: false, Tag.IsThere, depth);
        }

        var found = JsonMembers.Find(json.Source, json.Position, "resourceType"u8);
        var name = found is { } member ? json.Source[(member.ValueStart + 1)..(member.ValueEnd - 1)] : default;
        return WriteObject(schema!.FindResourceType(name), isResource: true, Tag.IsThere, depth);
    }

    private bool WriteArray(TypeSchema? type, int depth, bool withTag = false)
    {
        if (depth > DeepestNesting)
        {
            return json.Fail(JsonFault.TooDeep, json.Position);
        }

        Text.Write((byte)'[');
        json.Position++;
        var kept = 0;
        if (json.Next() == ']')
        {
            json.Position++;
        }
        else
        {
            do
            {
                json.Next();
                var before = Text.Length;
                Separate(kept, depth);
                if (type is null)
                {
                    WriteValue(depth + 1);
                }
                else if (!WriteFiltered(type, depth + 1))
                {
                    Text.Truncate(before);
                    continue;
                }

                kept++;
            }
            while (json.NextItem(out _));
        }

        if (withTag)
        {
            Separate(kept++, depth);
            WriteTag(depth + 1);
        }

        if (kept == 0)
        {
            Text.Write((byte)']');
            return type is null;
        }

        Close((byte)']', depth);
        return true;
    }

    private void WriteTagProperty(int kept, int depth)
    {
        Separate(kept, depth);
        Text.Write(pretty ? "\"tag\": ["u8 : "\"tag\":["u8);
        Separate(0, depth + 1);
        WriteTag(depth + 2);
        Close((byte)']', depth + 1);
    }

    private void WriteTag(int depth)
    {
        Text.Write((byte)'{');
        Separate(0, depth);
        Text.Write(pretty ? "\"system\": "u8 : "\"system\":"u8);
        Text.Write("\"http://terminology.hl7.org/CodeSystem/v3-ObservationValue\""u8);
        Separate(1, depth);
        Text.Write(pretty ? "\"code\": "u8 : "\"code\":"u8);
        Text.Write("\"SUBSETTED\""u8);
        Close((byte)'}', depth);
    }

    /// <summary>Before a member: a comma unless it is the first, and its line.</summary>
    private void Separate(int kept, int depth)
    {
        if (kept > 0)
        {
            Text.Write((byte)',');
        }

        if (pretty)
        {
            WriteLine(depth);
        }
    }

    private void Close(byte bracket, int depth)
    {
        if (pretty)
        {
            WriteLine(depth - 1);
        }

        Text.Write(bracket);
    }

    private void WriteLine(int depth)
    {
        const int Indent = 2;
        var spaces = "                                                                "u8;
        Text.Write((byte)'\n');
        for (var left = depth * Indent; left > 0; left -= spaces.Length)
        {
            Text.Write(spaces[..Math.Min(left, spaces.Length)]);
        }
    }

    private static byte[] Plain(ReadOnlySpan<byte> name) => System.Text.Encoding.UTF8.GetBytes(JsonText.Unescape(name));
}
