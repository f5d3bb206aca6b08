using System.Text;

namespace FhirPsychAcute.Model;

/// <summary>Writes the properties of drafts: arrays, and the twins of primitives that have an id or extensions.</summary>
internal static class DraftWriting
{
    /// <summary>Writes all values of one element of the definition, with the twin property where one is needed.</summary>
    public static void WriteProperty(ref SpliceText text, ElementSchema element, List<DraftValue> values, ref bool first)
    {
        var type = TypeOf(element, values[0]);
        var hasValue = !type.Type.IsPrimitive;
        var hasTwin = false;
        foreach (var value in values)
        {
            var isPrimitive = value.Element.Exists && value.Element.Type.IsPrimitive;
            hasValue |= value.Element.Exists ? !isPrimitive || value.Element.HasValue : value.Value is not null;
            hasTwin |= isPrimitive && value.Element.HasChildren;
        }

        if (hasValue)
        {
            WriteName(ref text, type, twin: false, ref first);
            WriteValues(ref text, element, type, values, twin: false);
        }

        if (hasTwin)
        {
            WriteName(ref text, type, twin: true, ref first);
            WriteValues(ref text, element, type, values, twin: true);
        }
    }

    private static void WriteValues(ref SpliceText text, ElementSchema element, ElementType type, List<DraftValue> values, bool twin)
    {
        if (!element.IsArray)
        {
            WriteValue(ref text, type, values[0], twin);
            return;
        }

        text.Write((byte)'[');
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0)
            {
                text.Write((byte)',');
            }

            WriteValue(ref text, type, values[i], twin);
        }

        text.Write((byte)']');
    }

    private static void WriteValue(ref SpliceText text, ElementType type, DraftValue value, bool twin)
    {
        if (value.Element.Exists)
        {
            WriteElement(ref text, value.Element, twin);
        }
        else if (twin || (value.Draft is null && value.Value is null))
        {
            text.Write("null"u8);
        }
        else if (value.Draft is { } draft)
        {
            draft.WriteTo(ref text);
        }
        else
        {
            WritePrimitive(ref text, type.Type.Primitive, value.Value!);
        }
    }

    private static void WriteElement(ref SpliceText text, Element element, bool twin)
    {
        if (!twin)
        {
            var json = element.RawJson.Span;
            text.Write(json.IsEmpty ? "null"u8 : json);
        }
        else if (element.HasChildren)
        {
            WriteTwin(ref text, element);
        }
        else
        {
            text.Write("null"u8);
        }
    }

    // A primitive's children are its id, which is text, and its extensions.
    private static void WriteTwin(ref SpliceText text, Element element)
    {
        text.Write((byte)'{');
        var first = true;
        foreach (var child in element.Children)
        {
            if (string.Equals(child.Name, "id", StringComparison.Ordinal))
            {
                text.Write(first ? "\"id\":"u8 : ",\"id\":"u8);
                text.Write(child.RawJson.Span);
                first = false;
            }
        }

        var extensions = 0;
        foreach (var extension in element.ChildrenNamed("extension"))
        {
            text.Write(extensions++ > 0 ? ","u8 : first ? "\"extension\":["u8 : ",\"extension\":["u8);
            text.Write(extension.RawJson.Span);
        }

        text.Write(extensions > 0 ? "]}"u8 : "}"u8);
    }

    private static void WritePrimitive(ref SpliceText text, PrimitiveKind kind, string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        if (kind is PrimitiveKind.Boolean or PrimitiveKind.Integer or PrimitiveKind.PositiveInt or PrimitiveKind.UnsignedInt or PrimitiveKind.Decimal)
        {
            text.Write(utf8);
            return;
        }

        text.Write((byte)'"');
        text.WriteEscaped(utf8);
        text.Write((byte)'"');
    }

    private static void WriteName(ref SpliceText text, ElementType type, bool twin, ref bool first)
    {
        if (!first)
        {
            text.Write((byte)',');
        }

        first = false;
        text.Write(twin ? "\"_"u8 : "\""u8);
        text.Write(type.JsonNameUtf8.Span);
        text.Write("\":"u8);
    }

    private static ElementType TypeOf(ElementSchema element, DraftValue value)
    {
        if (element.IsChoice && value.Element.Exists)
        {
            foreach (var type in element.Types)
            {
                if (ReferenceEquals(type.Type, value.Element.Type))
                {
                    return type;
                }
            }
        }

        return element.Types[0];
    }
}
