using System.Text;
using System.Xml;

namespace FhirPsychAcute.Model;

/// <content>Elements and their order.</content>
internal sealed partial class XmlResourceReader
{
    /// <summary>Elements of one name that stand together: in JSON one array, and a second one for the ids and extensions of primitives.</summary>
    private struct Run
    {
        /// <summary>The element and type of the items; null before the first.</summary>
        public ElementType? Property;
        /// <summary>Before the first item's name.</summary>
        public JsonBuilder.Mark Start;
        /// <summary>Items written.</summary>
        public int Items;
        /// <summary>Whether any of the items has a value.</summary>
        public bool HasValue;
        /// <summary>The array of ids and extensions; null as long as no item has any.</summary>
        public JsonBuilder? Twins;
    }

    /// <summary>Reads what stands in an element up to its end tag, as members of the object that has been opened.</summary>
    /// <returns>Whether any element stood there, however faulty.</returns>
    private bool ReadChildren(TypeSchema type, int depth)
    {
        Span<int> counts = stackalloc int[type.Elements.Count];
        counts.Clear();
        var run = default(Run);
        ElementType? furthest = null;
        var any = false;
        while (!stopped && xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                CheckNoText();
                continue;
            }

            any = true;
            ReadChild(type, counts, ref run, ref furthest, depth);
        }

        EndRun(ref run);
        return any;
    }

    private void ReadChild(TypeSchema type, Span<int> counts, ref Run run, ref ElementType? furthest, int depth)
    {
        var place = Here();
        if (FindChild(type, place) is not { } property)
        {
            PassElement();
            return;
        }

        if (++elements > limits.MaxElements)
        {
            Stop(StructureMessages.TooManyElements, place, limits.MaxElements);
            return;
        }

        ref var count = ref counts[property.Element.Ordinal];
        path.Add(new Step(property, count));
        var fits = CheckOrder(property, count, run.Property, furthest, place);
        if (furthest is null || property.Element.Ordinal > furthest.Element.Ordinal)
        {
            furthest = property;
        }

        count++;
        if (fits)
        {
            if (!ReferenceEquals(run.Property, property))
            {
                EndRun(ref run);
                run.Property = property;
                run.Start = json.Here;
            }

            ReadItem(property, ref run, place, depth);
        }
        else
        {
            // There is no place for it in the JSON, but its own faults are to be told too.
            var outer = json;
            json = new JsonBuilder(256);
            var apart = new Run { Property = property };
            ReadItem(property, ref apart, place, depth);
            json = outer;
        }

        path.RemoveAt(path.Count - 1);
    }

    private ElementType? FindChild(TypeSchema type, SourcePosition place)
    {
        var name = xml.LocalName;
        Span<byte> utf8 = stackalloc byte[128];
        var property = Encoding.UTF8.TryGetBytes(name, utf8, out var length) ? type.FindProperty(utf8[..length]) : null;
        if (property?.Type.Primitive == PrimitiveKind.Xhtml)
        {
            if (xml.NamespaceURI is not FhirXml.Xhtml)
            {
                path.Add(new Step(property, 0));
                Report(StructureMessages.XhtmlNamespace, place, name, FhirXml.Xhtml);
                path.RemoveAt(path.Count - 1);
            }

            return property;
        }

        if (!IsFhir(place))
        {
            return null;
        }

        if (property is null)
        {
            ReportUnknownElement(type, name, place);
            return null;
        }

        if (FhirXml.IsAttribute(property.Element))
        {
            Report(StructureMessages.AttributeNotElement, place, name);
            return null;
        }

        return property;
    }

    private bool IsFhir(SourcePosition place)
    {
        if (string.Equals(xml.NamespaceURI, fhirNamespace, StringComparison.Ordinal))
        {
            return true;
        }

        if (IsPlainName(xml.LocalName))
        {
            Report(StructureMessages.ElementNamespace, place, xml.LocalName, FhirXml.Namespace);
        }
        else
        {
            Report(StructureMessages.SomeElementNamespace, place, FhirXml.Namespace);
        }

        return false;
    }

    /// <summary>Says what is wrong with an element's place among those read before it, and whether it still has one in the JSON.</summary>
    private bool CheckOrder(ElementType property, int count, ElementType? before, ElementType? furthest, SourcePosition place)
    {
        var element = property.Element;
        if (count == 0)
        {
            if (furthest is not null && element.Ordinal < furthest.Element.Ordinal)
            {
                Report(StructureMessages.OutOfOrder, place, property.JsonName, furthest.JsonName);
            }

            return true;
        }

        var follows = ReferenceEquals(property, before);
        if (follows && element.IsArray)
        {
            return true;
        }

        if (element.IsArray)
        {
            Report(StructureMessages.StandsApart, place, property.JsonName);
        }
        else if (element.IsChoice && !follows)
        {
            Report(StructureMessages.SecondValue, place, property.JsonName, element.Path);
        }
        else
        {
            Report(StructureMessages.OccursTwice, place, property.JsonName);
        }

        return false;
    }

    private void ReadItem(ElementType property, ref Run run, SourcePosition place, int depth)
    {
        if (property.Type.IsPrimitive && property.Type.Primitive != PrimitiveKind.Xhtml)
        {
            ReadPrimitive(property, ref run, place, depth);
            return;
        }

        var start = json.Here;
        depth = BeginItem(property, ref run, depth);
        json.Place(place);
        bool written;
        if (property.Type.IsResource)
        {
            if (IsContained(property.Element) && path.Count > 1 && IsContained(path[^2].Property.Element))
            {
                Report(StructureMessages.NestedContained, place);
            }

            written = ReadContainer(place, depth + 1);
        }
        else
        {
            written = property.Type.IsPrimitive ? ReadXhtml(property, place) : ReadComplex(property.Type, place, depth + 1);
        }

        if (written)
        {
            run.Items++;
            run.HasValue = true;
        }
        else
        {
            json.Return(start);
        }
    }

    /// <summary>Writes what stands before an item's value: its name and bracket when it is the first, otherwise a comma.</summary>
    /// <returns>Objects and arrays around the value.</returns>
    private int BeginItem(ElementType property, ref Run run, int depth)
    {
        if (run.Items == 0)
        {
            json.Name(property.JsonNameUtf8.Span);
            if (property.Element.IsArray)
            {
                json.Append((byte)'[');
            }
        }
        else
        {
            json.Separate();
        }

        return property.Element.IsArray ? depth + 1 : depth;
    }

    private void EndRun(ref Run run)
    {
        if (run.Property is { Element.IsArray: true } property && run.Items > 0)
        {
            if (run.HasValue)
            {
                json.Append((byte)']');
            }
            else
            {
                json.Return(run.Start);
            }

            if (run.Twins is not null)
            {
                json.Name(property.JsonNameUtf8.Span, twin: true);
                json.Append((byte)'[');
                json.Append(run.Twins);
                json.Append((byte)']');
            }
        }

        run = default;
    }

    /// <summary>Reads a complex element whose start tag the reader stands at.</summary>
    /// <returns>Whether anything was written.</returns>
    private bool ReadComplex(TypeSchema type, SourcePosition place, int depth)
    {
        if (!EnterObject(place, depth))
        {
            return false;
        }

        json.Append((byte)'{');
        var isEmpty = xml.IsEmptyElement;
        var any = ReadAttributes(new AttributeOwner(type, null), out _);
        if (!isEmpty)
        {
            any |= ReadChildren(type, depth);
        }

        if (json.Last == '{')
        {
            if (!any && !stopped)
            {
                Report(StructureMessages.EmptyElement, place);
            }

            return false;
        }

        json.Append((byte)'}');
        return true;
    }

    private bool EnterObject(SourcePosition place, int depth)
    {
        if (depth <= maxDepth)
        {
            return true;
        }

        Stop(StructureMessages.TooDeepXml, place, maxDepth);
        return false;
    }

    /// <summary>Passes an element with all that is in it, without the node after it.</summary>
    private void PassElement()
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && (xml.NodeType != XmlNodeType.EndElement || xml.Depth > depth))
        {
            // Only that it is XML matters.
        }
    }

    private void CheckNoText()
    {
        if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
        {
            Report(StructureMessages.TextNotAllowed, Here(0));
        }
    }

    private static bool IsContained(ElementSchema element) => string.Equals(element.Name, "contained", StringComparison.Ordinal);
}
