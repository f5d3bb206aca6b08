namespace FhirPsychAcute.Model;

/// <content>Objects and their properties.</content>
internal ref partial struct JsonResourceReader
{
    /// <summary>What has been met in one object so far.</summary>
    private struct Met
    {
        /// <summary>Elements whose value was met, by ordinal.</summary>
        public UInt128 Values;
        /// <summary>Primitive elements whose twin was met, by ordinal.</summary>
        public UInt128 Twins;
        /// <summary>Whether an item is null in one array and so must have content in the other.</summary>
        public bool AwaitsTwin;
        /// <summary>Whether resourceType was met.</summary>
        public bool ResourceType;
    }

    /// <summary>Reads the properties of an object that begins here, as children of a node.</summary>
    private void ReadObject(int node, TypeSchema type, int depth)
    {
        if (depth > maxDepth)
        {
            json.Fail(JsonFault.TooDeep, json.Position);
            return;
        }

        var start = json.Position++;
        var next = json.Next();
        if (next == '}')
        {
            json.Position++;
            Report(StructureMessages.EmptyObject, node, start);
            return;
        }

        var met = default(Met);
        do
        {
            if (next != '"')
            {
                json.Expected(JsonFault.ExpectedPropertyName);
                return;
            }

            if (!json.ReadName(out var nameStart, out var nameLength, out var traits))
            {
                return;
            }

            var name = Text(nameStart, nameLength, traits);
            if (type.FindProperty(name) is { } property)
            {
                ReadProperty(node, property, depth, nameStart - 1, ref met);
            }
            else
            {
                ReadOtherProperty(node, type, name, depth, nameStart - 1, ref met);
            }
        }
        while (json.NextProperty(out next));

        if (met.AwaitsTwin)
        {
            ReportMissingTwins(node);
        }
    }

    private void ReadProperty(int node, ElementType property, int depth, int nameStart, ref Met met)
    {
        var bit = UInt128.One << property.Element.Ordinal;
        if ((met.Values & bit) != 0)
        {
            ReportRepeated(node, property, nameStart);
            json.SkipValue(depth);
            return;
        }

        met.Values |= bit;
        if (property.Type.IsPrimitive)
        {
            ReadPrimitives(node, property, depth, nameStart, ref met);
        }
        else
        {
            ReadComplex(node, property, depth, nameStart);
        }
    }

    /// <summary>A property that is no element by its name: resourceType, a twin, or unknown.</summary>
    private void ReadOtherProperty(int node, TypeSchema type, ReadOnlySpan<byte> name, int depth, int nameStart, ref Met met)
    {
        if (type.IsResource && name.SequenceEqual("resourceType"u8))
        {
            if (met.ResourceType)
            {
                Report(StructureMessages.ResourceTypeTwice, node, nameStart);
            }

            met.ResourceType = true;
            json.SkipValue(depth);
            return;
        }

        if (name.Length > 1 && name[0] == '_' && type.FindProperty(name[1..]) is { } property)
        {
            if (property.Type.IsPrimitive)
            {
                ReadTwin(node, property, depth, nameStart, ref met);
                return;
            }

            Report(StructureMessages.UnknownTwin, node, nameStart, Ascii(name));
        }
        else
        {
            if (IsPlainName(name))
            {
                Report(StructureMessages.UnknownProperty, node, nameStart, Ascii(name), type.Name);
            }
            else
            {
                Report(StructureMessages.UnknownPropertyUnnamed, node, nameStart, type.Name);
            }
        }

        json.SkipValue(depth);
    }

    private void ReadComplex(int parent, ElementType property, int depth, int nameStart)
    {
        var element = property.Element;
        var next = json.Next();
        if (property.Type.IsResource && IsContained(element) && IsContained(ElementOf(parent)))
        {
            Report(StructureMessages.NestedContained, parent, nameStart);
        }

        if (next != '[')
        {
            if (element.IsArray)
            {
                ReportArrayExpected(parent, property);
            }

            ReadComplexItem(Append(parent, property, NodeFlags.None), property, next, depth);
            return;
        }

        if (!element.IsArray)
        {
            ReportNoArrayExpected(parent, property);
        }

        if (!EnterArray(parent, property, ++depth, out next))
        {
            return;
        }

        do
        {
            ReadComplexItem(Append(parent, property, NodeFlags.Item), property, next, depth);
        }
        while (json.NextItem(out next));
    }

    private void ReadComplexItem(int node, ElementType property, byte next, int depth)
    {
        var start = json.Position;
        if (next != '{')
        {
            if (json.SkipValue(depth))
            {
                ReportWrongKind(node, property, next, start);
            }
        }
        else if (property.Type.IsResource)
        {
            ReadResource(node, depth + 1);
            return;
        }
        else
        {
            ReadObject(node, property.Type, depth + 1);
        }

        Close(node, start);
    }

    /// <summary>Passes the bracket of an array that begins here, and gives its first item's first byte; says no where there is nothing to read.</summary>
    private bool EnterArray(int parent, ElementType property, int depth, out byte next)
    {
        next = 0;
        if (depth > maxDepth)
        {
            return json.Fail(JsonFault.TooDeep, json.Position);
        }

        var start = json.Position++;
        next = json.Next();
        if (next != ']')
        {
            return true;
        }

        json.Position++;
        Report(StructureMessages.EmptyArray, parent, property, start, property.JsonName);
        return false;
    }

    private readonly ElementSchema? ElementOf(int node) => nodes[node].Element == Node.NoElement ? null : schema.ElementTable[nodes[node].Element];

    private static bool IsContained(ElementSchema? element) => element is not null && string.Equals(element.Name, "contained", StringComparison.Ordinal);
}
